"""Plans: the document, its workflow and its outputs."""

from django.apps import AppConfig
from django.core.signals import request_finished, request_started

from plans.exports.garbage import collector


class PlansConfig(AppConfig):
    name = "plans"
    label = "plans"
    verbose_name = "Verksamhetsplaner"

    def ready(self) -> None:
        """What a printing leaves is collected when its request has been answered."""
        request_started.connect(collector.begin_answer)
        request_finished.connect(collector.end_answer)
