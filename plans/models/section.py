from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from finsam.constraints import WithinOne, one_of
from plans.models.plan import Plan


class Section(models.Model):
    """A heading with its text and the one block that its kind says."""

    class Kind(models.TextChoices):
        TEXT = "text", "text"
        GOALS = "goals", "mål"
        BUDGET = "budget", "budget"
        INTERVENTIONS = "interventions", "insatser"
        CONTRIBUTIONS = "contributions", "medlemmarnas bidrag"
        ORGANISATION = "organisation", "organisation"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="sections"
    )
    key = models.UUIDField(default=uuid4, editable=False)
    position = models.PositiveIntegerField("ordning", default=0)
    heading = models.CharField("rubrik", max_length=300)
    html = models.TextField("text", blank=True)
    kind = models.CharField("slag", max_length=13, choices=Kind, default=Kind.TEXT)
    options = models.JSONField("val", default=dict, blank=True)
    is_appendix = models.BooleanField("bilaga", default=False)
    is_done = models.BooleanField("klart", default=False)
    edition = models.PositiveIntegerField(default=1, editable=False)
    heading_edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "avsnitt"
        verbose_name_plural = "avsnitt"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="section_key"),
            one_of("plan", "section_of_plan"),
            WithinOne(via="parent", whole="plan", name="section_below_own_plan"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "text",
                        "goals",
                        "budget",
                        "interventions",
                        "contributions",
                        "organisation",
                    ]
                ),
                name="section_kind",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(is_appendix=False),
                name="section_appendix_on_top",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="section_is_not_its_child",
            ),
        ]

    def __str__(self) -> str:
        return self.heading


class Picture(models.Model):
    """A picture in a plan's text. Lists leave its bytes where they are."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="pictures")
    key = models.UUIDField(default=uuid4, editable=False)
    media_type = models.CharField("typ", max_length=20)
    alt = models.CharField("alternativtext", max_length=1000)
    data = models.BinaryField("bild", editable=False)

    class Meta:
        verbose_name = "bild"
        verbose_name_plural = "bilder"
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="picture_key"),
            models.CheckConstraint(
                condition=Q(media_type__in=["image/png", "image/jpeg"]), name="picture_type"
            ),
            models.CheckConstraint(condition=~Q(alt=""), name="picture_has_alt"),
        ]

    def __str__(self) -> str:
        return self.alt
