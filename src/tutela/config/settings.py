"""One installation's settings, in one of three modes (TUTELA_MODE).

production   the default: keys and hosts come from the environment, DEBUG cannot be switched on
demo         invented people, keys in the data folder, reachable from this machine only
test         what the tests see (tutela.config.test)
"""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from tutela.config import database, keys, logs
from tutela.config.installation import Installation
from tutela.config.mail import mail_settings
from tutela.config.routers import django_database

MODE = os.environ.get("TUTELA_MODE", "production")
if MODE not in ("production", "demo", "test"):
    raise ImproperlyConfigured(f"TUTELA_MODE is {MODE!r}; it can be production, demo or test.")
IS_DEMO, IS_TEST, IS_PRODUCTION = MODE == "demo", MODE == "test", MODE == "production"

PACKAGE = Path(__file__).resolve().parents[1]
INSTALLATION = Installation.at()
DEBUG = False  # also in a demo: an error page with values in it is a leak

_found = {"demo": lambda: keys.of_demo(INSTALLATION), "test": keys.of_tests, "production": keys.of_production}
_keys: dict[str, keys.Key] = _found[MODE]()
SECRET_KEY = _keys["SECRET_KEY"]
MASTER_KEY = _keys["MASTER_KEY"]
OLD_MASTER_KEYS = keys.old_master_keys()
SIGNING_KEY = _keys["SIGNING_KEY"]

# --- rooms ---------------------------------------------------------------------------------------------


def rooms() -> list[str]:
    """The rooms that are there, in the order in which they know of each other."""
    named = ["instrument", "engine", "agencies", "people", "people/keystore", "cases"]
    guidelines = sorted(f"guidelines/{path.name}" for path in (PACKAGE / "guidelines").glob("g[01][0-9]_*"))
    doors = [f"doors/{name}" for name in ("web", "portal", "api", "offline", "exchange")]
    there = [name for name in named + guidelines + doors if (PACKAGE / name / "__init__.py").exists()]
    return ["tutela." + name.replace("/", ".") for name in there]


ROOMS = rooms()
INSTALLED_APPS = [
    *ROOMS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tutela.config.compress.Compress",
    "tutela.config.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tutela.doors.web.middleware.Acting",
]
ROOT_URLCONF = "tutela.config.urls"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tutela.doors.web.context.page",
            ]
        },
    }
]

# --- data ----------------------------------------------------------------------------------------------

_urls = database.urls()
DATABASES = {
    "default": django_database(_urls.app, pooled=not IS_TEST),
    "owner": django_database(_urls.owner),
    "keys": django_database(_urls.keys, pooled=not IS_TEST, wait_seconds=2),
}
DATABASE_ROUTERS = ["tutela.config.routers.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if IS_TEST
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "tutela_cache"}
}
PROCRASTINATE_DATABASE_ALIAS = "default"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

# --- signing in ----------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
#: What it costs to try one code of a person's own door: `n` of scrypt, a power of two.
OWN_DOOR_COST = 2**13
if IS_TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    OWN_DOOR_COST = 2**4
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "tutela.config.accounts.Accounts"
SOCIALACCOUNT_ADAPTER = "tutela.config.accounts.OtherAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_ADAPTER = "tutela.config.accounts.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tutela"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_PRODUCTION
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": []}}

# --- the web -------------------------------------------------------------------------------------------

ALLOWED_HOSTS = (
    keys.hosts_of_production() if IS_PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"]
)
CSRF_FAILURE_VIEW = "tutela.doors.web.views.errors.too_old"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if IS_PRODUCTION]
SESSION_COOKIE_NAME = "s"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_PRODUCTION
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = IS_PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_PRODUCTION
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("TUTELA_BEHIND_PROXY") else None
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
globals().update(mail_settings("" if IS_TEST else keys.from_environment("EMAIL_URL")))

STATIC_URL = "/static/"
STATIC_ROOT = INSTALLATION.folder / "static" if IS_PRODUCTION else None  # else found where they are
WHITENOISE_USE_FINDERS = not IS_PRODUCTION
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IS_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- words and times -----------------------------------------------------------------------------------

USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]  # each in its own words
LOCALE_PATHS = [PACKAGE / "locale"]

LOGGING_CONFIG = None
logs.configure(strict=IS_TEST)
