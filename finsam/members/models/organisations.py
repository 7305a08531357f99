from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from finsam.federations.models import Federation


class Member(models.Model):
    """An organisation that is a member of the federation."""

    class Kind(models.TextChoices):
        STATE_AGENCY = "state_agency", "statlig myndighet"
        REGION = "region", "region"
        MUNICIPALITY = "municipality", "kommun"

    federation = models.ForeignKey(Federation, models.CASCADE, related_name="members")
    key = models.UUIDField(default=uuid4, editable=False)
    name = models.CharField("namn", max_length=200)
    short_name = models.CharField("kort namn", max_length=80, blank=True)
    kind = models.CharField("slag", max_length=12, choices=Kind)
    official_address = models.EmailField("officiell adress", blank=True)
    invoice_reference = models.CharField("fakturareferens", max_length=60, blank=True)
    joined_on = models.DateField("medlem från", null=True, blank=True)
    left_on = models.DateField("medlem till", null=True, blank=True)
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "medlem"
        verbose_name_plural = "medlemmar"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "key"], name="member_key"),
            models.CheckConstraint(condition=~Q(name=""), name="member_has_name"),
            models.CheckConstraint(
                condition=Q(kind__in=["state_agency", "region", "municipality"]), name="member_kind"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
                name="member_leaves_after_joining",
                violation_error_message="Medlemmen kan inte lämna innan den har gått med.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
