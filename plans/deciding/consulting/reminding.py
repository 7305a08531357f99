"""The members are reminded, once, and single links are revoked and sent anew."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from finsam.members.models import Member
from plans.deciding.consulting.ending import ending_of
from plans.deciding.consulting.letters import REMINDER, Letters
from plans.deciding.consulting.opening import new_link, revoke_open
from plans.deciding.measure import base_of
from plans.deciding.reading import content_of_version
from plans.models import Consultation, ConsultationLink, Plan

NOT_SENT = "Samrådet hölls på annat sätt, så det finns inga länkar att skicka."
OVER = "Sista dagen att svara var {}. Svar som kommer nu kan du registrera."
NOBODY = "Alla som har en länk har svarat, så det finns ingen att påminna."
NO_ADDRESS = "{} har ingen officiell adress. Lägg till den bland förbundets medlemmar först."


class CannotSend(Exception):
    """Nothing is sent to the members now; the text says why."""


@transaction.atomic
def remind(consultation: Consultation, *, site: str) -> int:
    """A letter to every member with an open link that has not answered. How many they were.

    Raises CannotSend, also where it has been done: the text says when.
    """
    locked = _going_on(consultation)
    if locked.reminded_at is not None:
        at = timezone.localtime(locked.reminded_at)
        raise CannotSend(f"Medlemmarna påmindes {at:%Y-%m-%d} kl. {at:%H.%M}. Det görs en gång.")
    links = unanswered(locked)
    if not links:
        raise CannotSend(NOBODY)
    letters = _letters(locked, site)
    for link in links:
        letters.send(link, REMINDER)
    locked.reminded_at = timezone.now()
    locked.save(update_fields=["reminded_at"])
    return len(links)


@transaction.atomic
def send_link(consultation: Consultation, member: Member, *, site: str) -> ConsultationLink:
    """A new link to the member's official address; the one that it had is revoked.

    Raises CannotSend.
    """
    locked = _going_on(consultation)
    if not member.official_address:
        raise CannotSend(NO_ADDRESS.format(member.name))
    revoke_open(locked.links.filter(member_key=member.key))
    link = new_link(locked, member, locked.version or 0)
    _letters(locked, site).send(link)
    return link


@transaction.atomic
def revoke_link(consultation: Consultation, member: Member) -> bool:
    """Close the member's link. Whether there was one that was open."""
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    return bool(revoke_open(locked.links.filter(member_key=member.key)))


def unanswered(consultation: Consultation) -> Sequence[ConsultationLink]:
    """The open links of members that have not answered."""
    answered = consultation.answers.values("member_key")
    return list(consultation.links.filter(revoked_at=None).exclude(member_key__in=answered))


def why_over(consultation: Consultation) -> str:
    """Why members cannot answer by links now, in Swedish; "" while they can. One query."""
    if consultation.version is None:
        return NOT_SENT
    if timezone.localdate() > consultation.closes_on:
        return OVER.format(consultation.closes_on)
    return ending_of(consultation, consultation.plan.passages.order_by("pk"))


def _going_on(consultation: Consultation) -> Consultation:
    Plan.objects.select_for_update().get(pk=consultation.plan_id)
    locked = Consultation.objects.select_for_update(of=("self",)).select_related("plan__federation")
    found = locked.get(pk=consultation.pk)
    why = why_over(found)
    if why:
        raise CannotSend(why)
    return found


def _letters(consultation: Consultation, site: str) -> Letters:
    version = consultation.plan.versions.get(number=consultation.version or 0)
    version.plan = consultation.plan
    base = base_of(version.plan, until=version.number)
    return Letters(version, content_of_version(version), base, site=site)
