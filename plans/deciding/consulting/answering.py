"""A member's answer: given by its link, or registered by the office. One a member; never changed.

What is changed is a new edition. Of two at once exactly one is kept, under the round's lock.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plans.deciding.consulting.letters import tell_office
from plans.deciding.consulting.links import why_closed
from plans.models import Consultation, ConsultationAnswer, ConsultationLink, Plan
from plans.writing.filing import PdfFile

Way = ConsultationAnswer.Way
FILE_FIELDS = ("file_name", "file", "sha256")


class AnsweredMeanwhile(Exception):
    """Somebody else answered for the member first; the text says who and when."""

    def __init__(self, answer: ConsultationAnswer | None) -> None:
        self.answer = answer
        super().__init__(f"{_told(answer)} Läs det svaret först." if answer else "Läs sidan igen.")


class LinkClosed(Exception):
    """The link was closed while somebody wrote; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a member answers. `keeps_file`: the file of the answer before stands.

    `received_on` and `registry_number` are the office's to tell.
    """

    stance: str
    text: str
    answered_by: str
    title: str
    file: PdfFile | None = None
    keeps_file: bool = False
    way: str = Way.LINK
    received_on: date | None = None
    registry_number: str = ""
    registered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """For which member of which round somebody answers, over which edition: 0 where none was."""

    consultation: Consultation
    member_key: UUID
    member_name: str
    edition: int
    version: int | None


@transaction.atomic
def answer_by_link(
    link: ConsultationLink, said: Said, *, edition: int, url: str, title: str
) -> ConsultationAnswer:
    """Keep what the member says by its link, and tell the office.

    `url` is the samråd's page, whole; `title` is the plan's, as it was sent. Raises LinkClosed
    and AnsweredMeanwhile.
    """
    _locked(link.consultation)
    found = ConsultationLink.objects.select_related("consultation__plan__federation")
    fresh = found.get(pk=link.pk)
    why = why_closed(fresh)
    if why:
        raise LinkClosed(why)
    over = Answering(
        consultation=fresh.consultation,
        member_key=fresh.member_key,
        member_name=fresh.member_name,
        edition=edition,
        version=fresh.version,
    )
    answer = _kept(over, said)
    tell_office(answer, title, url)
    return answer


@transaction.atomic
def register_answer(over: Answering, said: Said) -> ConsultationAnswer:
    """Keep an answer that came to the office. Raises AnsweredMeanwhile."""
    _locked(over.consultation)
    return _kept(over, said)


def mark_opened(link: ConsultationLink) -> None:
    """Somebody has opened it; the first time is kept."""
    if link.opened_at is None:
        unopened = ConsultationLink.objects.filter(pk=link.pk, opened_at=None)
        unopened.update(opened_at=timezone.now())


def answer_of(consultation: Consultation, member_key: UUID) -> ConsultationAnswer | None:
    """The member's standing answer, without its file."""
    return consultation.answers.standing().filter(member_key=member_key).first()


def _locked(consultation: Consultation) -> Consultation:
    # The plan first, as every step of it does: what closes the round is done before this, or after.
    Plan.objects.select_for_update().get(pk=consultation.plan_id)
    return Consultation.objects.select_for_update().get(pk=consultation.pk)


def _kept(over: Answering, said: Said) -> ConsultationAnswer:
    last = answer_of(over.consultation, over.member_key)
    if (last.edition if last else 0) != over.edition:
        raise AnsweredMeanwhile(last)
    return ConsultationAnswer.objects.create(
        consultation=over.consultation,
        member_key=over.member_key,
        member_name=over.member_name,
        edition=over.edition + 1,
        version=over.version,
        stance=said.stance,
        text=said.text,
        answered_by=said.answered_by,
        title=said.title,
        way=said.way,
        received_on=said.received_on or timezone.localdate(),
        registry_number=said.registry_number,
        registered_by=said.registered_by,
        **_file(said, last),
    )


def _file(said: Said, last: ConsultationAnswer | None) -> dict[str, object]:
    if said.file is not None:
        data = said.file.data
        name = said.file.name[:200]
        return {"file_name": name, "file": data, "sha256": sha256(data).hexdigest()}
    if said.keeps_file and last is not None:
        return {name: getattr(last, name) for name in FILE_FIELDS}
    return {}


def _told(answer: ConsultationAnswer) -> str:
    """ "Maria Ek svarade 2023-11-02 kl. 14.32: ingen erinran." """
    at = timezone.localtime(answer.at)
    who = answer.answered_by or answer.registered_by or "Någon annan"
    how = "svarade" if answer.way == Way.LINK else "registrerade ett svar"
    if answer.way != Way.LINK:
        who = answer.registered_by or who
    return f"{who} {how} {at:%Y-%m-%d} kl. {at:%H.%M}: {answer.get_stance_display()}."
