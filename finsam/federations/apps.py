"""Federations: identity, statutes, look, rule settings."""

from django.apps import AppConfig


class FederationsConfig(AppConfig):
    name = "finsam.federations"
    label = "federations"
    verbose_name = "Samordningsförbund"
