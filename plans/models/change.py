from typing import ClassVar
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from finsam.members.models import User
from plans.models.plan import Plan


class ChangeQuerySet(models.QuerySet["Change"]):
    """Reusable reads of the history, newest first."""

    def of(self, key: UUID) -> "ChangeQuerySet":
        """Those of one thing: of a section its text, its heading and its place."""
        return self.filter(key=key)

    def removals(self) -> "ChangeQuerySet":
        """What was removed: the bin, for as long as the thing has not come back."""
        return self.filter(action=Change.Action.REMOVED)


class Change(models.Model):
    """What somebody did to a thing in the plan's working copy: what it was, what it became.

    Working material of the office, known by the thing's kind and key, so that it outlives it.
    """

    class Action(models.TextChoices):
        EDITED = "edited", "ändrade"
        ADDED = "added", "lade till"
        REMOVED = "removed", "tog bort"
        MOVED = "moved", "flyttade"
        RESTORED = "restored", "återställde"
        SET_ASIDE = "set_aside", "skrev samtidigt"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="changes")
    kind = models.CharField("slag", max_length=20)
    key = models.UUIDField()
    name = models.CharField("namn", max_length=300, blank=True)
    action = models.CharField("vad", max_length=9, choices=Action)
    person = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    person_name = models.CharField("vem", max_length=254)
    before = models.JSONField("före", null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField("efter", null=True, encoder=DjangoJSONEncoder)
    began_at = models.DateTimeField("från")
    changed_at = models.DateTimeField("till")

    objects: ClassVar[ChangeQuerySet] = ChangeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "ändring"
        verbose_name_plural = "ändringar"
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["plan", "key", "-changed_at"], name="change_of_thing"),
            models.Index(fields=["plan", "-changed_at"], name="change_of_plan"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    action__in=["edited", "added", "removed", "moved", "restored", "set_aside"]
                ),
                name="change_action",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_name} {self.get_action_display()} {self.name}"
