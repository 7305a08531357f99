from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from finsam.members.models import User
from plans.models.plan import Plan


class PlanVersionQuerySet(models.QuerySet["PlanVersion"]):
    """Reusable reads of versions. None of a list reads the stored files."""

    def listed(self) -> "PlanVersionQuerySet":
        """Without the stored files, newest first."""
        return self.defer("json", "pdf").order_by("-number")

    def with_recipients(self) -> "PlanVersionQuerySet":
        """With to whom they went and who has read them. Two queries more."""
        return self.prefetch_related("recipients", "marks")

    def in_force(self) -> "PlanVersionQuerySet":
        """Those that have been in force; the newest of a plan still is."""
        return self.filter(kind__in=PlanVersion.IN_FORCE)

    def sent(self) -> "PlanVersionQuerySet":
        """Those that were sent to somebody."""
        return self.filter(Exists(Recipient.objects.filter(version=OuterRef("pk"))))

    def newest_of(self, plans: Iterable[Plan]) -> "PlanVersionQuerySet":
        """Of these versions the newest one of each plan. One query."""
        newest = self.filter(plan=OuterRef("plan")).order_by("-number").values("pk")[:1]
        return self.filter(plan__in=plans, pk=Subquery(newest))


class PlanVersion(models.Model):
    """A plan as it was sent or decided, byte for byte. It is never changed and never removed.

    Its names are text and its only key is the plan's, so that nothing else can change it. `json`
    is the plan in the file format of its day, `pdf` what was printed; each has its SHA-256.
    """

    class Kind(models.TextChoices):
        CONSULTATION = "consultation", "samrådsversion"
        BOARD = "board", "förslag till styrelsen"
        PART = "part", "beslutad del"
        DECIDED = "decided", "beslutad"
        REVISED = "revised", "reviderad"
        COMPLETED = "completed", "kompletterad"
        CORRECTION = "correction", "rättelse"

    IN_FORCE = (Kind.DECIDED, Kind.REVISED, Kind.COMPLETED, Kind.CORRECTION)
    """Of these the newest is in force. A part that is decided by itself is not yet."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("nummer")
    kind = models.CharField("slag", max_length=12, choices=Kind)
    label = models.CharField("namn", max_length=200)
    title = models.CharField("titel", max_length=300)
    dated_on = models.DateField("datum")
    note = models.CharField("anmärkning", max_length=500, blank=True)
    corrects = models.PositiveIntegerField("rättar nummer", null=True, blank=True)
    made_by = models.CharField("av", max_length=160)
    made_at = models.DateTimeField("gjord", default=timezone.now)
    json = models.BinaryField("data", editable=False)
    json_sha256 = models.CharField("datas kontrollsumma", max_length=64, editable=False)
    pdf = models.BinaryField("PDF", editable=False)
    pdf_sha256 = models.CharField("PDF:ens kontrollsumma", max_length=64, editable=False)

    objects: ClassVar[PlanVersionQuerySet] = PlanVersionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "version"
        verbose_name_plural = "versioner"
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="version_number"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "consultation",
                        "board",
                        "part",
                        "decided",
                        "revised",
                        "completed",
                        "correction",
                    ]
                ),
                name="version_kind",
            ),
            models.CheckConstraint(condition=~Q(label=""), name="version_has_label"),
            models.CheckConstraint(
                condition=Q(
                    json_sha256__regex=r"^[0-9a-f]{64}$", pdf_sha256__regex=r"^[0-9a-f]{64}$"
                ),
                name="version_has_checksums",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.plan}"

    def get_absolute_url(self) -> str:
        return reverse("version", args=[self.plan.federation.slug, self.plan.year, self.number])


class Recipient(models.Model):
    """Somebody whom a version was sent to, as it was then. Kept as the version is."""

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="recipients")
    user = models.ForeignKey(
        User, models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    name = models.CharField("namn", max_length=160)
    address = models.CharField("adress", max_length=254, blank=True)
    sent_at = models.DateTimeField("skickad", default=timezone.now)

    class Meta:
        verbose_name = "mottagare"
        verbose_name_plural = "mottagare"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "user"], name="recipient_once"),
            models.CheckConstraint(condition=~Q(name=""), name="recipient_has_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.version}"


class ReadingMark(models.Model):
    """A person says that a version is read."""

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="marks")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    read_at = models.DateTimeField("läst", default=timezone.now)

    class Meta:
        verbose_name = "läsmärke"
        verbose_name_plural = "läsmärken"
        constraints = [
            models.UniqueConstraint(fields=["version", "user"], name="mark_once_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.version}"
