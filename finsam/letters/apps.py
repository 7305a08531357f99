"""Letters by e-mail: written in the caller's transaction, delivered by a queue."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "finsam.letters"
    label = "letters"
    verbose_name = "Brev"
