"""The door that gunicorn opens."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import reverse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "finsam.settings")
application = get_wsgi_application()

# Loads every page before the workers fork: otherwise each of them, and each that later takes a
# worker's place, lets its first visitor wait two seconds.
reverse("start")
