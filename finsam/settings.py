"""Settings of the product. What differs between places comes from the environment, strictly."""

from pathlib import Path

import django_stubs_ext
from csp.constants import NONCE, NONE, SELF

from finsam import databases, demo, environment, secret

# Django's own classes take type arguments only so.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# Demo mode: example plans, sign-in by one click, nothing to configure. DEMO=0 is for real use.
DEMO = environment.flag("DEMO", default=True)
SECRET_KEY = environment.text("SECRET_KEY", secret.kept_in(VAR) if DEMO else None)
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", LOCAL_HOSTS if DEMO else None)
PUBLIC_HOSTS = [host for host in ALLOWED_HOSTS if host not in LOCAL_HOSTS]
IS_PUBLIC = bool(PUBLIC_HOSTS)
if DEMO and IS_PUBLIC:
    demo.refuse_in_public(PUBLIC_HOSTS)
DEBUG = False

# The server works as a role that owns nothing; manage.py asks for the owner where tables change.
DATABASE_ROLE = environment.choice("DATABASE_ROLE", ("app", "owner"), default="app")
DATABASES = {"default": databases.configuration(DATABASE_ROLE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "finsam",
    "finsam.federations",
    "finsam.letters",
    "finsam.members",
    "finsam.traces",
    "goals",
    "budgets",
    "plans",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "djmoney",
    "django_htmx",
    "django_prose_editor",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "finsam.health.answer_first",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for sign-in, but for the few that say that they don't.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "finsam.traces.middleware.sign_traces",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "finsam.urls"
WSGI_APPLICATION = "finsam.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# A text that is far too long is answered beside its field, and so has to be read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024

AUTH_USER_MODEL = "members.User"
LOGIN_URL = "/logga-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# A proposal from a Word file travels with its page until it is approved, pictures and all, and
# two fields for each of its sections.
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Rate limits are kept where every server process sees them.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

# Sign-in by e-mailed code or passkey, never by password.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Several named people may share an address: whoever has its code says which of them.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
CURRENCIES = ("SEK",)
DEFAULT_CURRENCY = "SEK"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "finsam.staticfiles.GzippedManifestStorage"},
}

MAIL = environment.mail("EMAIL_URL", default="console:")
# Without a mail server letters wait; in demo mode they count as sent, in the product's own Utkorg.
IS_MAIL_CONFIGURED = MAIL.way != "console"
EMAIL_BACKEND = f"django.core.mail.backends.{MAIL.way}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
# Seconds: a mail server that says nothing must not keep other letters waiting for long.
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = MAIL.sender

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# Away from this machine people come through a proxy that speaks https and says so.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_PUBLIC
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_PUBLIC else None
SECURE_SSL_REDIRECT = IS_PUBLIC
# Monitors may ask the server itself, past the proxy.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
# Thirty days: long enough to protect, short enough to be undone.
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if IS_PUBLIC else 0
# Other names below ours, and the browsers' built-in list, are not for us to promise.
SILENCED_SYSTEM_CHECKS += ["security.W005", "security.W021"]
SESSION_COOKIE_HTTPONLY = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
