from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from finsam.constraints import WithinOne, one_of
from finsam.federations.money import amount_field, in_sek
from finsam.members.models import Member
from goals.models import Intervention


class Budget(models.Model):
    """A budget's presentation; its figures are in columns, lines and amounts."""

    class Unit(models.TextChoices):
        KR = "kr", "kronor"
        TKR = "tkr", "tusental kronor"

    class CostSign(models.TextChoices):
        POSITIVE = "positive", "kostnader utan tecken"
        NEGATIVE = "negative", "kostnader med minus"

    class Subtotals(models.TextChoices):
        BEFORE = "before", "före raderna"
        AFTER = "after", "efter raderna"

    title = models.CharField("rubrik", max_length=300, blank=True)
    unit = models.CharField("enhet", max_length=3, choices=Unit, default=Unit.KR)
    cost_sign = models.CharField(
        "kostnadernas tecken", max_length=8, choices=CostSign, default=CostSign.POSITIVE
    )
    subtotals = models.CharField(
        "delsummor", max_length=6, choices=Subtotals, default=Subtotals.BEFORE
    )
    has_total_column = models.BooleanField("kolumn med summa", default=False)
    total_column_label = models.CharField("summakolumnens rubrik", max_length=60, blank=True)
    computed_rows = models.JSONField("beräknade rader", default=dict, blank=True)
    previous_allocation = amount_field("statens tilldelning året före", null=True, blank=True)
    previous_allocation_source = models.CharField("källa", max_length=300, blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "budget"
        verbose_name_plural = "budgetar"
        constraints = [
            models.CheckConstraint(condition=Q(unit__in=["kr", "tkr"]), name="budget_unit"),
            models.CheckConstraint(
                condition=Q(cost_sign__in=["positive", "negative"]), name="budget_cost_sign"
            ),
            models.CheckConstraint(
                condition=Q(subtotals__in=["before", "after"]), name="budget_subtotals"
            ),
            in_sek("previous_allocation", "budget_in_sek"),
        ]

    def __str__(self) -> str:
        return self.title or f"Budget {self.pk}"


class BudgetColumn(models.Model):
    """A year and its kind, with the opening equity where that is typed."""

    class Kind(models.TextChoices):
        ACTUAL = "actual", "utfall"
        FORECAST = "forecast", "prognos"
        BUDGET = "budget", "budget"
        PLAN = "plan", "plan"

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="columns")
    year = models.PositiveSmallIntegerField("år")
    kind = models.CharField("slag", max_length=8, choices=Kind)
    position = models.PositiveIntegerField("ordning", default=0)
    opening = amount_field("ingående eget kapital", null=True, blank=True)
    opening_source = models.CharField("källa", max_length=300, blank=True)
    opens_from = models.CharField("öppnar från", max_length=20, blank=True)
    copied_from = models.CharField("kopierad från", max_length=200, blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "kolumn"
        verbose_name_plural = "kolumner"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "year", "kind"], name="column_year_and_kind"),
            models.CheckConstraint(
                condition=Q(kind__in=["actual", "forecast", "budget", "plan"]), name="column_kind"
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2004, year__lte=2100), name="column_year_is_finsam"
            ),
            in_sek("opening", "column_in_sek"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display().capitalize()} {self.year}"


class BudgetLine(models.Model):
    """A line or a group of lines. The side stands on the top line and holds for all below it."""

    class Side(models.TextChoices):
        INCOME = "income", "intäkt"
        COST = "cost", "kostnad"
        FINANCIAL = "financial", "finansiell post"

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="lines")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="lines")
    key = models.UUIDField(default=uuid4, editable=False)
    side = models.CharField("sida", max_length=9, choices=Side, blank=True)
    position = models.PositiveIntegerField("ordning", default=0)
    label = models.CharField("namn", max_length=200)
    activity_code = models.CharField("aktivitet", max_length=20, blank=True)
    total_label = models.CharField("summans namn", max_length=200, blank=True)
    comment = models.TextField("kommentar", blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)
    label_edition = models.PositiveIntegerField(default=1, editable=False)
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bidrag från"
    )
    intervention = models.ForeignKey(
        Intervention,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="budget_lines",
        verbose_name="betalar insatsen",
    )

    class Meta:
        verbose_name = "budgetrad"
        verbose_name_plural = "budgetrader"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "key"], name="line_key"),
            one_of("budget", "line_of_budget"),
            WithinOne(via="parent", whole="budget", name="line_below_own_budget"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True, side__in=["income", "cost", "financial"])
                | Q(parent__isnull=False, side=""),
                name="line_side_on_top",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="line_is_not_its_child"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class BudgetAmount(models.Model):
    """A cell: whole kronor, signed relative to the line's side.

    A cell that was never filled in is no row; one that was emptied has no amount, which is not 0.
    `unread` is what somebody typed that is no amount: it is kept until it is put right.
    """

    line = models.ForeignKey(BudgetLine, models.CASCADE, related_name="amounts")
    column = models.ForeignKey(BudgetColumn, models.CASCADE, related_name="amounts")
    amount = amount_field("belopp", null=True, blank=True)
    unread = models.CharField("oläst", max_length=200, blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "belopp"
        verbose_name_plural = "belopp"
        constraints = [
            models.UniqueConstraint(fields=["line", "column"], name="amount_cell"),
            in_sek("amount", "amount_in_sek"),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(unread=""), name="amount_is_read"
            ),
        ]

    def __str__(self) -> str:
        return self.unread or str(self.amount)


class PrintedFigure(models.Model):
    """What a source printed at a row and column, kept beside the computed figure."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="printed")
    row = models.CharField("rad", max_length=36)
    column = models.CharField("kolumn", max_length=20)
    amount = amount_field("belopp")
    source = models.CharField("källa", max_length=300, blank=True)
    resolution = models.TextField("så löstes skillnaden", blank=True)
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "tryckt siffra"
        verbose_name_plural = "tryckta siffror"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "row", "column", "source"], name="printed_once_a_source"
            ),
            in_sek("amount", "printed_in_sek"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} ({self.source})"


class ShareKey(models.Model):
    """What the municipalities' part is split by, and how finely percent are printed."""

    budget = models.OneToOneField(Budget, models.CASCADE, related_name="share_key")
    basis = models.CharField("grund", max_length=120)
    source = models.CharField("källa", max_length=300, blank=True)
    as_of = models.DateField("uppgift per", null=True, blank=True)
    decimals = models.PositiveSmallIntegerField("decimaler", default=1)

    class Meta:
        verbose_name = "fördelningsnyckel"
        verbose_name_plural = "fördelningsnycklar"
        constraints = [
            models.CheckConstraint(condition=Q(decimals__lte=6), name="sharekey_decimals")
        ]

    def __str__(self) -> str:
        return self.basis


class ShareEntry(models.Model):
    """One member's figure in the share key."""

    share_key = models.ForeignKey(ShareKey, models.CASCADE, related_name="entries")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    figure = models.PositiveBigIntegerField("tal")
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "del i nyckeln"
        verbose_name_plural = "delar i nyckeln"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["share_key", "member"], name="share_once_a_member")
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.figure}"
