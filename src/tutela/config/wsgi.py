"""The application as the web server sees it."""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tutela.config.settings")

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver


def settle() -> None:
    """Loads every page, and spares what is loaded from the garbage collector: its walk would stop one page in ten."""
    get_resolver().url_patterns  # noqa: B018 - reading it loads them
    gc.collect()
    gc.freeze()


application = get_wsgi_application()
settle()
