"""A plan on samråd is taken back: its links are closed, and the members are told why."""

from django.utils import timezone

from plans.deciding.consulting.letters import tell_ended
from plans.deciding.consulting.opening import revoke_open
from plans.models import ConsultationLink, Plan


def stop(plan: Plan, what: str, reason: str) -> None:
    """Close the plan's open links, in the caller's transaction, and write to whom could answer.

    `what` was done, by whom and when, in a sentence.
    """
    found = ConsultationLink.objects.filter(consultation__plan=plan, revoked_at=None)
    today = timezone.localdate()
    for link in found.select_related("consultation__plan__federation"):
        if link.consultation.closes_on >= today:
            tell_ended(link, _title(plan, link.version), what, reason)
    revoke_open(ConsultationLink.objects.filter(consultation__plan=plan))


def _title(plan: Plan, version: int) -> str:
    """As it was sent: the working copy's may be another."""
    return plan.versions.listed().get(number=version).title
