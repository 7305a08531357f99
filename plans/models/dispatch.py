from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.plan import Plan


class Dispatch(models.Model):
    """Expediering: a version in force, with its decision, sent to where it has to be.

    `text` is the decision in words as it was sent. Never changed and never removed.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="dispatches")
    version = models.PositiveIntegerField("version")
    text = models.TextField("beslutet i ord")
    message = models.TextField("några ord", blank=True)
    by = models.CharField("av", max_length=160)
    at = models.DateTimeField("när", default=timezone.now)

    objects: ClassVar[models.Manager["Dispatch"]] = models.Manager()

    class Meta:
        verbose_name = "expediering"
        verbose_name_plural = "expedieringar"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Expediering {self.at:%Y-%m-%d}: {self.plan}"


class DispatchRecipient(models.Model):
    """To whom it went, as it was then. Kept as the dispatch is."""

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, related_name="recipients")
    name = models.CharField("namn", max_length=200)
    address = models.EmailField("adress")

    objects: ClassVar[models.Manager["DispatchRecipient"]] = models.Manager()

    class Meta:
        verbose_name = "mottagare av expediering"
        verbose_name_plural = "mottagare av expediering"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["dispatch", "address"], name="dispatched_once_there"),
            models.CheckConstraint(condition=~Q(name=""), name="dispatched_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.dispatch}"


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Reusable reads of what was published and taken down."""

    def newest(self) -> "PublicationQuerySet":
        """The last of each plan."""
        last = self.filter(plan=models.OuterRef("plan")).order_by("-pk").values("pk")[:1]
        return self.filter(pk=models.Subquery(last))


class Publication(models.Model):
    """The plan was published, or taken down from the web. The last of a plan counts.

    What is public is the version in force. Never changed and never removed.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="publications")
    is_public = models.BooleanField("publicerad")
    by = models.CharField("av", max_length=160)
    at = models.DateTimeField("när", default=timezone.now)

    objects: ClassVar[PublicationQuerySet] = PublicationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "publicering"
        verbose_name_plural = "publiceringar"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{'Publicerad' if self.is_public else 'Borttagen'}: {self.plan}"
