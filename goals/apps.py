"""Goal maps: perspectives, goals, indicators, interventions."""

from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "goals"
    label = "goals"
    verbose_name = "Mål"
