from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from finsam.federations.models import Federation
from finsam.members.models.accounts import User
from finsam.members.models.organisations import Member


class Role(models.Model):
    """What a person does in a federation. Several roles are a union of rights."""

    class Kind(models.TextChoices):
        CHIEF = "chief", "förbundschef"
        STAFF = "staff", "kansli"
        BOARD = "board", "styrelsen"
        MEMBER = "member", "medlemsrepresentant"
        AUDITOR = "auditor", "revisor"
        ECONOMIST = "economist", "ekonom"
        PREPARATION = "preparation", "beredningsgrupp"

    user = models.ForeignKey(User, models.CASCADE, related_name="roles")
    federation = models.ForeignKey(Federation, models.CASCADE, related_name="roles")
    kind = models.CharField("roll", max_length=12, choices=Kind)
    member = models.ForeignKey(
        Member, models.CASCADE, null=True, blank=True, related_name="roles", verbose_name="för"
    )

    class Meta:
        verbose_name = "roll"
        verbose_name_plural = "roller"
        ordering = ["federation", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "federation", "kind", "member"],
                name="role_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "chief",
                        "staff",
                        "board",
                        "member",
                        "auditor",
                        "economist",
                        "preparation",
                    ]
                ),
                name="role_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}, {self.federation}"

    def clean(self) -> None:
        """A role for a member is in that member's federation."""
        if self.member and self.member.federation_id != self.federation_id:
            raise ValidationError({"member": "Välj en medlem i samma förbund."})
