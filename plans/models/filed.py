from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from finsam.federations.models import Federation


class FiledPlanQuerySet(models.QuerySet["FiledPlan"]):
    """Reusable reads of filed plans."""

    def on_shelves_of(self, federations: Iterable[Federation]) -> "FiledPlanQuerySet":
        """Theirs with the federation and without the files, newest first. One query."""
        return (
            self.filter(federation__in=federations)
            .select_related("federation")
            .defer("pdf", "federation__logo")
            .order_by("-year")
        )


class FiledPlan(models.Model):
    """An earlier plan that was made elsewhere, kept as the PDF that it is."""

    federation = models.ForeignKey(Federation, models.PROTECT, related_name="filed_plans")
    year = models.PositiveSmallIntegerField("år")
    title = models.CharField("titel", max_length=300)
    decided_on = models.DateField("beslutad")
    minutes_paragraph = models.CharField("protokollets §", max_length=20, blank=True)
    registry_number = models.CharField("diarienummer", max_length=60, blank=True)
    pdf = models.BinaryField("fil", editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, editable=False)
    file_name = models.CharField("filens namn", max_length=200)

    kind, subject = "decided", "both"
    """Filed plans are decided ones, and named by their decision as ours are."""

    objects: ClassVar[FiledPlanQuerySet] = FiledPlanQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "tidigare plan som PDF"
        verbose_name_plural = "tidigare planer som PDF"
        ordering = ["federation", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "year"], name="filed_one_a_year"),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="filed_has_title",
                violation_error_message="Planen behöver en titel.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2004, year__lte=2100), name="filed_year_is_finsam"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="filed_has_checksum"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.federation}"

    def get_absolute_url(self) -> str:
        return reverse("filed_plan", args=[self.federation.slug, self.year])
