from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from finsam.traces.happening import Happening, Operation


class TraceQuerySet(models.QuerySet["Trace"]):
    """Reusable reads of traces, newest first."""

    def of(self, federation_id: int) -> "TraceQuerySet":
        """Those of one federation."""
        return self.filter(federation=federation_id).order_by("-pk")

    def kinds(self, kinds: Iterable[str]) -> "TraceQuerySet":
        """Those of these kinds of row."""
        return self.filter(kind__in=kinds)

    def since(self, day: date) -> "TraceQuerySet":
        """From the day on."""
        return self.filter(at__date__gte=day)

    def until(self, day: date) -> "TraceQuerySet":
        """To the day, and with it."""
        return self.filter(at__date__lte=day)


class Trace(models.Model):
    """Somebody added, changed or removed something. Written once, by the database, and kept.

    It points at nothing, so that it outlives what it is about: the federation is a number, and
    people are text as they were called then. When, who and by which way the database fills in.
    """

    class Via(models.TextChoices):
        WEB = "web", "på webben"
        COMMAND = "command", "med ett kommando"
        DATABASE = "database", "i databasen"

    federation = models.BigIntegerField("förbund", null=True, blank=True)
    at = models.DateTimeField("när", editable=False)
    kind = models.CharField("slag", max_length=20)
    operation = models.CharField("vad", max_length=7)
    row = models.BigIntegerField("rad")
    before = models.JSONField("före", null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField("efter", null=True, encoder=DjangoJSONEncoder)
    actor = models.TextField("vem")
    via = models.CharField("väg", max_length=8, choices=Via)
    database_role = models.TextField("databasens roll")

    objects: ClassVar[TraceQuerySet] = TraceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "spår"
        verbose_name_plural = "spår"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["federation", "-id"], name="trace_of_federation")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(operation__in=["added", "changed", "removed"]),
                name="trace_operation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor}: {self.operation} {self.kind} {self.row}"

    @property
    def happening(self) -> Happening:
        """What happened, to be told in words."""
        return Happening(self.kind, Operation(self.operation), self.before or {}, self.after or {})

    @property
    def is_outside_web(self) -> bool:
        return self.via != self.Via.WEB
