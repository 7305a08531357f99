from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from finsam.federations.models import Federation
from finsam.members.models.accounts import User
from finsam.members.models.board import Auditor, BoardSeat
from finsam.members.models.organisations import Member
from finsam.members.models.roles import Role

ONE_TARGET = ~Q(role="") & Q(seat__isnull=True, term__isnull=True) | Q(
    role="", member__isnull=True
) & (Q(seat__isnull=False) ^ Q(term__isnull=False))
"""A role, a seat in the board or an auditor's term; only a role is for a member."""


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Reusable reads of invitations."""

    def with_targets(self) -> "InvitationQuerySet":
        """With what tells whom it is to, as what and where, in the same query."""
        return self.select_related("user", "federation", "member", "seat__member", "term").defer(
            "federation__logo"
        )

    def open(self) -> "InvitationQuerySet":
        """Neither answered nor taken back; those that have expired are among them."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)


class Invitation(models.Model):
    """A person is asked in: to a role, to a seat in the board or to an auditor's term.

    The account exists from the invitation, without rights; they come when it is accepted.
    """

    federation = models.ForeignKey(Federation, models.CASCADE, related_name="invitations")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="invitations", verbose_name="konto")
    role = models.CharField("roll", max_length=12, choices=Role.Kind, blank=True)
    member = models.ForeignKey(
        Member, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="för"
    )
    seat = models.ForeignKey(
        BoardSeat,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name="plats i styrelsen",
    )
    term = models.ForeignKey(
        Auditor,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name="uppdrag som revisor",
    )
    invited_by = models.CharField("inbjuden av", max_length=160)
    sent_at = models.DateTimeField("skickad")
    expires_at = models.DateTimeField("gäller till")
    accepted_at = models.DateTimeField("antagen", null=True, blank=True)
    revoked_at = models.DateTimeField("återkallad", null=True, blank=True)

    objects: ClassVar[InvitationQuerySet] = InvitationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "inbjudan"
        verbose_name_plural = "inbjudningar"
        ordering = ["-sent_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=ONE_TARGET, name="invitation_to_one_thing"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("sent_at")), name="invitation_expires_after_sending"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_one_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.federation}"
