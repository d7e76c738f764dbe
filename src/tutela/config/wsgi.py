"""The application as the web server sees it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tutela.config.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
