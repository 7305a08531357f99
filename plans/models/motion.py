from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.models import User
from plans.models.plan import Plan
from plans.models.version import PlanVersion


class MotionQuerySet(models.QuerySet["Motion"]):
    """Reusable reads of yrkanden."""

    def undecided(self) -> "MotionQuerySet":
        """Those that are about what has not been decided yet."""
        decided = PlanVersion.objects.in_force().filter(
            plan=OuterRef("plan"), number__gt=OuterRef("version")
        )
        return self.exclude(Exists(decided))

    def announced_in(self, federations: Iterable[Federation]) -> "MotionQuerySet":
        """Those that stand about plans that are before their boards, with the plans. One query."""
        return (
            self.undecided()
            .filter(plan__federation__in=federations, withdrawn_at=None)
            .filter(plan__status=Plan.Status.REVIEW)
            .select_related("plan__federation")
            .defer("plan__federation__logo")
        )


class Motion(models.Model):
    """Somebody of the board says before the meeting what they mean to propose (yrka) there.

    It is for the chair and the office, and can be taken back. `version` is the number of what was
    read.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="motions")
    version = models.PositiveIntegerField("version")
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    name = models.CharField("namn", max_length=160)
    text = models.TextField("yrkande")
    announced_at = models.DateTimeField("anmält", default=timezone.now)
    withdrawn_at = models.DateTimeField("återtaget", null=True)

    objects: ClassVar[MotionQuerySet] = MotionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "yrkande"
        verbose_name_plural = "yrkanden"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(name=""), name="motion_says"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.plan}"


class Statement(models.Model):
    """What somebody of the board says formally before the meeting, where the house has that."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", "tillstyrker"
        REFER_BACK = "refer_back", "återremiss"
        ABSTAINS = "abstains", "avstår"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="statements")
    version = models.PositiveIntegerField("version")
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    name = models.CharField("namn", max_length=160)
    stance = models.CharField("ställning", max_length=10, choices=Stance)
    motivation = models.TextField("motivering", blank=True)
    said_at = models.DateTimeField("sagt", default=timezone.now)

    objects: ClassVar[models.Manager["Statement"]] = models.Manager()

    class Meta:
        verbose_name = "yttrande"
        verbose_name_plural = "yttranden"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "version", "user"], name="statement_once_a_version"
            ),
            models.CheckConstraint(
                condition=Q(stance__in=["supports", "refer_back", "abstains"]),
                name="statement_stance",
            ),
            models.CheckConstraint(
                condition=~Q(stance="refer_back") | ~Q(motivation=""),
                name="statement_referral_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_stance_display()}"
