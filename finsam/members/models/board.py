from django.db import models
from django.db.models import F, Q

from finsam.federations.models import Federation
from finsam.members.models.accounts import User
from finsam.members.models.organisations import Member


class BoardSeat(models.Model):
    """A member's seat in the board from a date to a date. Without a holder it is vacant."""

    class Kind(models.TextChoices):
        REGULAR = "regular", "ledamot"
        DEPUTY = "deputy", "ersättare"

    class Office(models.TextChoices):
        NONE = "", "–"
        CHAIR = "chair", "ordförande"
        VICE_CHAIR = "vice_chair", "vice ordförande"

    member = models.ForeignKey(Member, models.CASCADE, related_name="seats")
    kind = models.CharField("plats", max_length=7, choices=Kind, default=Kind.REGULAR)
    office = models.CharField("uppdrag", max_length=10, choices=Office, blank=True, default="")
    holder = models.CharField("innehavare", max_length=120, blank=True)
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="seats", verbose_name="konto"
    )
    starts_on = models.DateField("från", null=True, blank=True)
    ends_on = models.DateField("till", null=True, blank=True)
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "plats i styrelsen"
        verbose_name_plural = "platser i styrelsen"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["regular", "deputy"]), name="seat_kind"),
            models.CheckConstraint(
                condition=Q(office="") | Q(office__in=["chair", "vice_chair"], kind="regular"),
                name="seat_office_is_regular",
                violation_error_message="Bara en ordinarie ledamot kan vara ordförande.",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="seat_ends_after_start",
                violation_error_message="Uppdraget kan inte sluta innan det har börjat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} för {self.member}"


class Auditor(models.Model):
    """An auditor from a date to a date; with an account the auditor reads what is kept."""

    federation = models.ForeignKey(Federation, models.CASCADE, related_name="auditors")
    holder = models.CharField("namn", max_length=120)
    appointed_by = models.CharField("utsedd av", max_length=200, blank=True)
    official_address = models.EmailField("e-post för handlingar", blank=True)
    user = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="audits",
        verbose_name="konto",
    )
    starts_on = models.DateField("från", null=True, blank=True)
    ends_on = models.DateField("till", null=True, blank=True)
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "revisor"
        verbose_name_plural = "revisorer"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(holder=""), name="auditor_has_name"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="auditor_ends_after_start",
                violation_error_message="Uppdraget kan inte sluta innan det har börjat.",
            ),
        ]

    def __str__(self) -> str:
        return self.holder
