"""Plans: the document, its workflow and its outputs."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"
    label = "plans"
    verbose_name = "Verksamhetsplaner"
