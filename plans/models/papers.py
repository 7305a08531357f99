from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.plan import Plan


class Missive(models.Model):
    """The missiv to the board as the office is writing it, one for each plan.

    `proposals` are the att-satser without their "att".
    """

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="missive")
    matter = models.CharField("ärende", max_length=300, blank=True)
    background = models.TextField("bakgrund", blank=True)
    proposals = models.JSONField("förslag till beslut", default=list)
    meeting_on = models.DateField("möte", null=True, blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)
    written_by = models.CharField("skrivet av", max_length=160)
    written_at = models.DateTimeField("skrivet", default=timezone.now)

    objects: ClassVar[models.Manager["Missive"]] = models.Manager()

    class Meta:
        verbose_name = "missiv"
        verbose_name_plural = "missiv"

    def __str__(self) -> str:
        return f"Missiv: {self.plan}"


class BoardPapers(models.Model):
    """Underlag till styrelsen: missiv and plan as one PDF, byte for byte as it was sent.

    `number` counts the plan's board papers, `version` is the version sent with it. Never changed
    and never removed.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="board_papers")
    number = models.PositiveIntegerField("nummer")
    version = models.PositiveIntegerField("version")
    title = models.CharField("titel", max_length=300)
    meeting_on = models.DateField("möte", null=True)
    sent_on = models.DateField("skickat")
    proposals = models.JSONField("förslag till beslut", default=list)
    pdf = models.BinaryField("PDF", editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, editable=False)
    made_by = models.CharField("av", max_length=160)
    made_at = models.DateTimeField("gjort", default=timezone.now)

    objects: ClassVar[models.Manager["BoardPapers"]] = models.Manager()

    class Meta:
        verbose_name = "underlag till styrelsen"
        verbose_name_plural = "underlag till styrelsen"
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="papers_number"),
            models.UniqueConstraint(fields=["plan", "version"], name="papers_once_a_version"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="papers_have_checksum"
            ),
        ]

    def __str__(self) -> str:
        return f"Underlag {self.number}: {self.plan}"
