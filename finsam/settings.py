"""Settings of the product. What differs between places comes from the environment, strictly."""

from pathlib import Path

import django_stubs_ext
from csp.constants import NONCE, NONE, SELF

from finsam import bodies, databases, demo, environment, secret

# Django's own classes take type arguments only so.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# Demo mode: example plans, sign-in by one click, nothing to configure. DEMO=0 is for real use.
DEMO = environment.flag("DEMO", default=True)
SECRET_KEY = environment.text("SECRET_KEY", secret.kept_in(VAR) if DEMO else None)
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", list(demo.LOCAL_HOSTS) if DEMO else None)
PUBLIC_HOSTS = demo.public_hosts(ALLOWED_HOSTS)
IS_PUBLIC = bool(PUBLIC_HOSTS)
if DEMO and IS_PUBLIC:
    demo.refuse_in_public(PUBLIC_HOSTS)
if IS_PUBLIC:
    demo.refuse_any_host(PUBLIC_HOSTS)
    secret.refuse_weak(SECRET_KEY, VAR)
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
    # Tells the database who is at work, for the triggers of finsam.traces. It asks for pgtrigger.
    "pgtrigger",
    "pghistory",
    "djmoney",
    "django_htmx",
    "django_prose_editor",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before those that answer themselves: a static file, too, says how it may be used.
    "finsam.headers.tell",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "finsam.health.answer_first",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "finsam.bodies.Bounds",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for sign-in, but for the few that say that they don't.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "finsam.traces.middleware.sign_traces",
    "allauth.account.middleware.AccountMiddleware",
    "finsam.members.sessions.note_last_seen",
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

AUTH_USER_MODEL = "members.User"
LOGIN_URL = "/logga-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL

# What a form holds beside its files. A proposal from a Word file travels with its page until it is
# approved, pictures and all, with two fields for each of its sections; and a text that is far too
# long is answered beside its field, and so has to be read. The whole is bounded in finsam.bodies.
DATA_UPLOAD_MAX_MEMORY_SIZE = bodies.MOST_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 10

# Rate limits are kept where every server process sees them; and in such numbers that nobody makes
# room for another hundred tries by asking for three hundred codes, which is what is kept otherwise.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Sign-in by e-mailed code or passkey, never by password. Nobody signs up: people are invited.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Several named people may share an address: whoever has its code says which of them.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
ACCOUNT_ADAPTER = "finsam.members.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"
# Who has asked for a code may still choose a passkey instead.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"length": 8, "numeric": True, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 30 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
# From the first page to the last: the code's time, and some to say who one is.
ACCOUNT_LOGIN_TIMEOUT = 40 * 60
# By address of the network, which a whole office shares, and by e-mail address ("key").
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "40/10m/ip,6/15m/key",
    "confirm_login_code": "100/h/ip,20/h/key",
}
MFA_ADAPTER = "finsam.members.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"login_webauthn": "finsam.members.passkey_forms.PasskeySignInForm"}
# Who adds or removes a passkey is told by letter instead.
MFA_REAUTHENTICATION_REQUIRED = False

# A session ends with the browser, and after 12 hours in which nothing was asked for.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
CURRENCIES = ("SEK",)
DEFAULT_CURRENCY = "SEK"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Nobody else's page is to read ours, not even a style sheet.
WHITENOISE_ALLOW_ALL_ORIGINS = False
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
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
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
# Of X-Forwarded-For only what that proxy wrote itself, the last address, is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if IS_PUBLIC else 0
# Monitors may ask the server itself, past the proxy.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
# Thirty days: long enough to protect, short enough to be undone.
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if IS_PUBLIC else 0
# Other names below ours, and the browsers' built-in list, are not for us to promise.
SILENCED_SYSTEM_CHECKS += ["security.W005", "security.W021"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "finsam.logs.Discreet",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
