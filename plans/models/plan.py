from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from budgets.models import Budget
from finsam.federations.models import Federation
from goals.models import GoalMap


class PlanQuerySet(models.QuerySet["Plan"]):
    """Reusable reads of plans."""

    def on_shelves_of(self, federations: Iterable[Federation]) -> "PlanQuerySet":
        """Their plans with federation, budget and decisions, newest first. Two queries."""
        return (
            self.filter(federation__in=federations)
            .select_related("federation", "budget")
            .defer("federation__logo")
            .prefetch_related("decisions")
            .order_by("-year")
        )

    def for_reading(self) -> "PlanQuerySet":
        """With what every page of a plan needs, in one query."""
        return self.select_related("federation", "budget__share_key", "goal_map")


class Plan(models.Model):
    """A federation's verksamhetsplan for one year, for ever. Its rows are the working copy."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Utkast"
        CONSULTATION = "consultation", "På samråd"
        REVIEW = "review", "Hos styrelsen"
        DECIDED = "decided", "Beslutad"

    federation = models.ForeignKey(Federation, models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField("år")
    title = models.CharField("titel", max_length=300)
    subtitle = models.CharField("underrubrik", max_length=300, blank=True)
    status = models.CharField("läge", max_length=12, choices=Status, default=Status.DRAFT)
    numbering_depth = models.PositiveSmallIntegerField("numrerade nivåer", default=1)
    budget = models.OneToOneField(Budget, models.PROTECT, null=True, blank=True)
    goal_map = models.OneToOneField(GoalMap, models.PROTECT)
    edition = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[PlanQuerySet] = PlanQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "verksamhetsplan"
        verbose_name_plural = "verksamhetsplaner"
        ordering = ["federation", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "year"], name="plan_one_a_year"),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="plan_has_title",
                violation_error_message="Planen behöver en titel.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2004, year__lte=2100), name="plan_year_is_finsam"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "consultation", "review", "decided"]),
                name="plan_status",
            ),
            models.CheckConstraint(
                condition=Q(numbering_depth__lte=2), name="plan_numbering_depth"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.federation}"

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.federation.slug, self.year])


class Decision(models.Model):
    """A recorded decision about a plan: its date, and § and dnr where they exist.

    The days of the minutes and of the notice come later, each once.
    """

    class Kind(models.TextChoices):
        DECIDED = "decided", "beslutad"
        REVISED = "revised", "reviderad"

    class Subject(models.TextChoices):
        BOTH = "both", "planen och budgeten"
        PLAN = "plan", "verksamhetsplanen"
        BUDGET = "budget", "budgeten"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="decisions")
    subject = models.CharField("gäller", max_length=6, choices=Subject, default=Subject.BOTH)
    kind = models.CharField("slag", max_length=7, choices=Kind)
    decided_on = models.DateField("datum")
    minutes_paragraph = models.CharField("protokollets §", max_length=20, blank=True)
    registry_number = models.CharField("diarienummer", max_length=60, blank=True)
    note = models.TextField("anmärkning", blank=True)
    adjusted_on = models.DateField("protokollet justerat", null=True, blank=True)
    posted_on = models.DateField("anslaget", null=True, blank=True)
    taken_down_on = models.DateField("taget från anslagstavlan", null=True, blank=True)

    class Meta:
        verbose_name = "beslut"
        verbose_name_plural = "beslut"
        ordering = ["decided_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind", "subject", "decided_on"], name="decision_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["plan", "subject"],
                condition=Q(kind="decided"),
                name="decision_decided_once",
            ),
            models.CheckConstraint(
                condition=Q(subject__in=["both", "plan", "budget"]), name="decision_subject"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["decided", "revised"]), name="decision_kind"
            ),
            models.CheckConstraint(
                condition=Q(adjusted_on=None) | Q(adjusted_on__gte=F("decided_on")),
                name="decision_adjusted_after",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.decided_on}"
