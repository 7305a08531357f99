from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from finsam.federations.colour import readable_accent
from finsam.federations.money import amount_field, in_sek
from finsam.federations.patterns import PLAIN_SLUG
from finsam.federations.profile import RESERVED_SLUGS
from finsam.federations.shapes import (
    validate_decision_day,
    validate_disabled_checks,
    validate_equity_steps,
)


class Federation(models.Model):
    """A samordningsförbund: who it is, how it looks, and the rules of its house."""

    class Unit(models.TextChoices):
        KR = "kr", "kr"
        TKR = "tkr", "tkr"

    class CostSign(models.TextChoices):
        POSITIVE = "positive", "utan tecken"
        NEGATIVE = "negative", "med minus"

    class Subtotals(models.TextChoices):
        BEFORE = "before", "före raderna"
        AFTER = "after", "efter raderna"

    class GoalLayout(models.TextChoices):
        TABLE = "table", "tabell"
        SCORECARD = "scorecard", "styrkort"
        PER_GOAL = "per_goal", "en tabell per mål"
        LIST = "list", "lista"

    class DecisionWord(models.TextChoices):
        DECIDED = "decided", "beslutad"
        SETTLED = "settled", "fastställd"
        ADOPTED = "adopted", "antagen"

    class EquityBase(models.TextChoices):
        CONTRIBUTIONS = "contributions", "medlemmarnas bidrag"
        INCOME = "income", "alla intäkter"

    slug = models.SlugField(
        "adress",
        max_length=60,
        unique=True,
        validators=[RegexValidator(PLAIN_SLUG, "Skriv med a–z, 0–9 och enkla bindestreck.")],
    )
    name = models.CharField("namn", max_length=200)
    short_name = models.CharField("kort namn", max_length=80)
    organisation_number = models.CharField("organisationsnummer", max_length=20, blank=True)
    seat = models.CharField("säte", max_length=80, blank=True)
    email = models.EmailField("e-post", blank=True)
    website = models.URLField("webbplats", blank=True)
    established_on = models.DateField("bildat", null=True, blank=True)
    statutes = models.TextField("förbundsordning", blank=True)

    accent = models.CharField(
        "färg",
        max_length=7,
        default="#1b4c68",
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "Skriv färgen som #1b4c68.")],
    )
    has_cover_band = models.BooleanField("insatsband på omslaget", default=True)
    logo = models.BinaryField("logotyp", null=True, blank=True, editable=False)
    logo_media_type = models.CharField(max_length=20, blank=True, editable=False)

    default_unit = models.CharField(
        "enhet i nya budgetar", max_length=3, choices=Unit, default=Unit.KR
    )
    default_cost_sign = models.CharField(
        "kostnadernas tecken", max_length=8, choices=CostSign, default=CostSign.POSITIVE
    )
    default_subtotals = models.CharField(
        "delsummornas plats", max_length=6, choices=Subtotals, default=Subtotals.BEFORE
    )
    default_goal_layout = models.CharField(
        "målkartans form", max_length=9, choices=GoalLayout, default=GoalLayout.TABLE
    )
    default_numbering_depth = models.PositiveSmallIntegerField("numrerade nivåer", default=1)

    equity_steps = models.JSONField(
        "steg för eget kapital", default=list, blank=True, validators=[validate_equity_steps]
    )
    equity_base = models.CharField(
        "räknas av", max_length=13, choices=EquityBase, default=EquityBase.CONTRIBUTIONS
    )
    equity_floor = amount_field("lägsta eget kapital", null=True, blank=True)
    equity_source = models.CharField("källa", max_length=300, blank=True)
    decision_day = models.CharField(
        "sista beslutsdag", max_length=5, blank=True, validators=[validate_decision_day]
    )
    decision_day_source = models.CharField("källa för dagen", max_length=300, blank=True)
    papers_days = models.PositiveSmallIntegerField("dagar före mötet", default=10)
    consultation_days = models.PositiveSmallIntegerField("dagar för samråd", default=21)
    quorum = models.PositiveSmallIntegerField("beslutför med minst", null=True, blank=True)
    qualified_majority = models.CharField("kvalificerad majoritet", max_length=300, blank=True)
    minutes_adjusters = models.CharField("justerar protokollet", max_length=200, blank=True)
    notice_board_url = models.URLField("anslagstavlans adress", blank=True)
    decision_word = models.CharField(
        "ordet för beslut", max_length=8, choices=DecisionWord, default=DecisionWord.DECIDED
    )
    chair_approves = models.BooleanField("ordföranden godkänner beslut", default=True)
    formal_statements = models.BooleanField("formella yttranden före mötet", default=False)
    keeping_months = models.PositiveSmallIntegerField("månader för arbetsmaterial", default=24)
    disabled_checks = models.JSONField(
        "avstängda kontroller", default=dict, blank=True, validators=[validate_disabled_checks]
    )

    objects: ClassVar[models.Manager["Federation"]] = models.Manager()

    class Meta:
        verbose_name = "förbund"
        verbose_name_plural = "förbund"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(short_name=""), name="federation_has_names"
            ),
            in_sek("equity_floor", "federation_in_sek"),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_SLUGS),
                name="federation_slug_is_free",
                violation_error_message="Adressen används redan av tjänsten. Välj en annan.",
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=PLAIN_SLUG), name="federation_slug_is_plain"
            ),
            models.CheckConstraint(
                condition=Q(accent__regex=r"^#[0-9a-f]{6}$"), name="federation_accent_is_hex"
            ),
            models.CheckConstraint(
                condition=Q(default_numbering_depth__lte=2), name="federation_numbering_depth"
            ),
            models.CheckConstraint(
                condition=Q(
                    default_unit__in=["kr", "tkr"],
                    default_cost_sign__in=["positive", "negative"],
                    default_subtotals__in=["before", "after"],
                    default_goal_layout__in=["table", "scorecard", "per_goal", "list"],
                ),
                name="federation_defaults",
            ),
            models.CheckConstraint(
                condition=Q(equity_base__in=["contributions", "income"]),
                name="federation_equity_base",
            ),
            models.CheckConstraint(
                condition=Q(decision_word__in=["decided", "settled", "adopted"]),
                name="federation_decision_word",
            ),
            models.CheckConstraint(
                condition=Q(
                    papers_days__lte=90, consultation_days__lte=180, keeping_months__lte=240
                )
                & (Q(quorum__isnull=True) | Q(quorum__gte=1)),
                name="federation_house_rules",
            ),
            models.CheckConstraint(
                condition=Q(logo__isnull=True, logo_media_type="")
                | Q(logo__isnull=False, logo_media_type__in=["image/png", "image/jpeg"]),
                name="federation_logo_typed",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the accent readable under white text, whoever saves (ux: contrast 4.5:1)."""
        self.accent, _ = readable_accent(self.accent)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("federation", args=[self.slug])

    @property
    def accent_url(self) -> str:
        """Its colours; a changed colour is a new address, so that it shows at once."""
        return f"{reverse('accent', args=[self.slug])}?{self.accent.lstrip('#')}"


class Meeting(models.Model):
    """A day on which the board meets, planned or held."""

    federation = models.ForeignKey(Federation, models.CASCADE, related_name="meetings")
    held_on = models.DateField("dag")
    note = models.CharField("anmärkning", max_length=120, blank=True)

    class Meta:
        verbose_name = "styrelsemöte"
        verbose_name_plural = "styrelsemöten"
        ordering = ["held_on"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "held_on"], name="meeting_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.federation}, {self.held_on}"


class NationalRule(models.Model):
    """A legal or recommended number as data: its value in percent, its source, and from when."""

    class Code(models.TextChoices):
        STATE_SHARE = "state_share", "statens andel"
        REGION_SHARE = "region_share", "regionernas andel"
        MUNICIPAL_SHARE = "municipal_share", "kommunernas andel"

    code = models.CharField("regel", max_length=30, choices=Code)
    percent = models.DecimalField("procent", max_digits=5, decimal_places=2)
    source = models.CharField("källa", max_length=300)
    valid_from = models.DateField("gäller från")

    class Meta:
        verbose_name = "regel"
        verbose_name_plural = "regler"
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="rule_once_a_day"),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="rule_percent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()} {self.percent} % från {self.valid_from}"


class NationalDay(models.Model):
    """A day of the year that the law or the guidance names, with its source, from when."""

    class Code(models.TextChoices):
        DECISION = "decision", "sista dag för beslut"
        ANNUAL_REPORT = "annual_report", "årsredovisning"

    code = models.CharField("dag för", max_length=20, choices=Code)
    month_day = models.CharField("månad och dag", max_length=5, validators=[validate_decision_day])
    source = models.CharField("källa", max_length=300)
    valid_from = models.DateField("gäller från")

    objects: ClassVar[models.Manager["NationalDay"]] = models.Manager()

    class Meta:
        verbose_name = "dag på året"
        verbose_name_plural = "dagar på året"
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="national_day_once"),
            models.CheckConstraint(
                condition=Q(month_day__regex=r"^\d\d-\d\d$"), name="national_day_is_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()} {self.month_day} från {self.valid_from}"
