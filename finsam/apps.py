"""The project package itself: system checks and commands of the whole."""

from django.apps import AppConfig


class FinsamConfig(AppConfig):
    name = "finsam"
    label = "finsam"

    def ready(self) -> None:
        from finsam import checks  # noqa: F401 -- registers itself
