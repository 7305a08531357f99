"""Traces: who changed what among people, roles, settings, states and decisions, and when."""

from django.apps import AppConfig


class TracesConfig(AppConfig):
    name = "finsam.traces"
    label = "traces"
    verbose_name = "Spår"
