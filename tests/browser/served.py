"""The product as a server of its own, for tests that end it: with the tests' database and files."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "finsam.settings"

from django.conf import settings

settings.DATABASES["default"]["NAME"] = os.environ["FINSAM_TEST_DATABASE"]
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True

from finsam.wsgi import application  # noqa: E402

__all__ = ["application"]
