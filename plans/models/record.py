from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from finsam.federations.models import Federation
from plans.models.plan import Decision, Plan


class DecisionRecordQuerySet(models.QuerySet["DecisionRecord"]):
    """Reusable reads of records."""

    def open_of(self, plan: Plan) -> "DecisionRecord | None":
        """The one that is being filled in."""
        return self.filter(plan=plan, approved_at=None).first()

    def approved(self) -> "DecisionRecordQuerySet":
        """Those that stand, newest first."""
        return self.filter(approved_at__isnull=False).order_by("-approved_at")

    def to_approve(self, federations: list[Federation]) -> "DecisionRecordQuerySet":
        """Those that wait for the chair, with their plans. One query."""
        return (
            self.filter(approved_at=None, asked_at__isnull=False)
            .filter(plan__federation__in=federations, plan__status=Plan.Status.REVIEW)
            .select_related("plan__federation")
            .defer("plan__federation__logo")
        )


class DecisionRecord(models.Model):
    """What the board decided about a plan at a meeting, as the office has filled it in.

    A draft until it is approved, and never changed after that. `version` is the number of the
    version that the board had before it. Who was there and what was resolved are lists of what
    `plans.document.record` has; names are text.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="records")
    subject = models.CharField(
        "gäller", max_length=6, choices=Decision.Subject, default=Decision.Subject.BOTH
    )
    kind = models.CharField("slag", max_length=7, choices=Decision.Kind)
    decided_on = models.DateField("sammanträdesdag")
    meeting = models.CharField("sammanträde", max_length=200, blank=True)
    version = models.PositiveIntegerField("version")
    with_changes = models.BooleanField("med ändringar", default=False)
    attendance = models.JSONField("närvaro", default=list)
    others = models.TextField("övriga", blank=True)
    reservations = models.TextField("reservationer", blank=True)
    resolutions = models.JSONField("att-satser", default=list)
    referral = models.TextField("skäl för återremiss", blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)
    written_by = models.CharField("ifyllt av", max_length=160)
    written_at = models.DateTimeField("ifyllt", default=timezone.now)
    asked_at = models.DateTimeField("godkännande begärt", null=True)
    approved_by = models.CharField("godkänt av", max_length=160, blank=True)
    approved_at = models.DateTimeField("godkänt", null=True)

    objects: ClassVar[DecisionRecordQuerySet] = DecisionRecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "uppgifter om beslut"
        verbose_name_plural = "uppgifter om beslut"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(approved_at=None), name="record_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["decided", "revised"]), name="record_kind"
            ),
            models.CheckConstraint(
                condition=Q(subject__in=["both", "plan", "budget"]), name="record_subject"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by="")
                | (Q(approved_at__isnull=False) & ~Q(approved_by="")),
                name="record_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decided_on}: {self.plan}"


class DecisionFile(models.Model):
    """A PDF that belongs to a decision, byte for byte. It is never changed and never removed."""

    class Kind(models.TextChoices):
        SIGNED = "signed", "underskrivet beslut"
        MINUTES = "minutes", "protokoll"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="decision_files")
    kind = models.CharField("slag", max_length=7, choices=Kind)
    decided_on = models.DateField("beslutets dag")
    name = models.CharField("filens namn", max_length=200)
    pdf = models.BinaryField("fil", editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, editable=False)
    added_by = models.CharField("av", max_length=160)
    added_at = models.DateTimeField("när", default=timezone.now)

    objects: ClassVar[models.Manager["DecisionFile"]] = models.Manager()

    class Meta:
        verbose_name = "beslutets fil"
        verbose_name_plural = "beslutets filer"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["signed", "minutes"]), name="decision_file_kind"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="decision_file_has_checksum"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.decided_on}: {self.plan}"
