"""A plan's way through the workflow, step by step."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.plan import Plan


class PassageQuerySet(models.QuerySet["Passage"]):
    """Reusable reads of passages."""

    def last_of(self, plan: Plan) -> "Passage | None":
        """The last thing that was done with a plan."""
        return self.filter(plan=plan).order_by("pk").last()


class Passage(models.Model):
    """Something that was done with a plan: what, who, when, and from which state to which.

    It is never changed and never removed. Names are text; `version` is a version's number.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="passages")
    act = models.CharField("steg", max_length=20)
    before = models.CharField("från läge", max_length=12, choices=Plan.Status)
    after = models.CharField("till läge", max_length=12, choices=Plan.Status)
    by = models.CharField("av", max_length=160)
    at = models.DateTimeField("när", default=timezone.now)
    reason = models.TextField("skäl", blank=True)
    version = models.PositiveIntegerField("version", null=True)

    objects: ClassVar[PassageQuerySet] = PassageQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "steg"
        verbose_name_plural = "steg"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(act="") & ~Q(by=""), name="passage_is_somebodys"),
        ]

    def __str__(self) -> str:
        return f"{self.act}: {self.plan}"
