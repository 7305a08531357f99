from collections.abc import Collection
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from finsam.members.models import User
from plans.models.plan import Plan


class DraftShareQuerySet(models.QuerySet["DraftShare"]):
    """Reusable reads of shares."""

    def reaching(self, user: User) -> "DraftShareQuerySet":
        """Those with the person, and those with any group; see `DraftShare.reaches`."""
        return self.filter(Q(user=user) | Q(user=None))

    def for_list(self) -> "DraftShareQuerySet":
        """With their people, in one query."""
        return self.select_related("user")


class DraftShare(models.Model):
    """A draft that the office shows to a person or a group, to read, comment or write in.

    Whoever may write may so in the chosen parts alone, and read and comment on all of it.
    """

    class Group(models.TextChoices):
        PREPARATION = "preparation", "beredningsgruppen"
        ECONOMIST = "economist", "ekonomen"
        CHAIR = "chair", "ordföranden"

    class Level(models.TextChoices):
        READ = "read", "läsa"
        COMMENT = "comment", "läsa och kommentera"
        WRITE = "write", "skriva"

    class Part(models.TextChoices):
        TEXT = "text", "texten"
        GOALS = "goals", "målen"
        INTERVENTIONS = "interventions", "insatserna"
        BUDGET = "budget", "budgeten"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="shares")
    user = models.ForeignKey(
        User, models.CASCADE, null=True, blank=True, related_name="shares", verbose_name="person"
    )
    group = models.CharField("grupp", max_length=12, choices=Group, blank=True)
    level = models.CharField("får", max_length=7, choices=Level)
    parts = ArrayField(models.CharField(max_length=13, choices=Part), default=list, blank=True)
    shared_by = models.CharField("delat av", max_length=160)
    shared_at = models.DateTimeField("delat", default=timezone.now, editable=False)

    objects: ClassVar[DraftShareQuerySet] = DraftShareQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "delat utkast"
        verbose_name_plural = "delade utkast"
        ordering = ["shared_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(group="") ^ Q(user__isnull=True), name="share_with_person_or_group"
            ),
            models.CheckConstraint(
                condition=Q(level__in=["read", "comment"], parts=[])
                | (Q(level="write") & ~Q(parts=[])),
                name="share_parts_to_write",
            ),
            models.UniqueConstraint(
                fields=["plan", "user"], name="share_once_a_person", condition=Q(group="")
            ),
            models.UniqueConstraint(
                fields=["plan", "group"], name="share_once_a_group", condition=~Q(group="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} till {self.user or self.get_group_display()}"

    def reaches(self, parties: Collection[str]) -> bool:
        """Whether somebody who is all of these is of the group; a person's own share always."""
        return not self.group or self.group in parties
