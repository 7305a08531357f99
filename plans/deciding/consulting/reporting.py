"""A plan's samråd read out of the database: every round, whom it went to, and the answers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from finsam.members.models import Member
from plans.deciding.consulting.ending import ending_of
from plans.document.consultation import Answer, Heard, Report, Round, Sending, in_order
from plans.models import Consultation, ConsultationAnswer, ConsultationLink, Plan, PlanVersion

__all__ = ["Report", "brief_of", "report_of"]

Answers = Mapping[UUID, list[ConsultationAnswer]]


def brief_of(plan: Plan) -> tuple[str, ...]:
    """The samråd since the last decision in short, for a missiv; empty where none was held."""
    return report_of(plan).brief


def report_of(plan: Plan) -> Report:
    """All of a plan's samråd. Eight queries at most, however many rounds, members and answers."""
    rounds = list(plan.consultations.order_by("pk"))
    read = _Read(plan, rounds) if rounds else None
    federation = plan.federation
    shown = (PlanVersion.Kind.CONSULTATION, *PlanVersion.IN_FORCE)
    newest = plan.versions.filter(kind__in=shown).listed().first()
    return Report(
        federation=federation.name,
        short_name=federation.short_name,
        accent=federation.accent,
        # What was sent is named as it was: the working copy's title is the office's.
        title=newest.title if newest else f"Verksamhetsplan {plan.year}",
        year=plan.year,
        rounds=tuple(map(read.round, rounds)) if read else (),
    )


class _Read:
    """What the rounds are made of, read once for all of them."""

    def __init__(self, plan: Plan, rounds: Sequence[Consultation]) -> None:
        self.plan, self.members = plan, list(plan.federation.members.all())
        self.decided_at = plan.versions.in_force().aggregate(last=Max("made_at"))["last"]
        sent = plan.versions.filter(kind=PlanVersion.Kind.CONSULTATION).listed()
        self.versions = {v.number: v for v in sent.prefetch_related("recipients")}
        self.passages = list(plan.passages.order_by("pk"))
        self.links: dict[int, dict[UUID, ConsultationLink]] = defaultdict(dict)
        for link in ConsultationLink.objects.filter(consultation__in=rounds).order_by("pk"):
            self.links[link.consultation_id][link.member_key] = link
        self.answers: dict[int, dict[UUID, list[ConsultationAnswer]]] = defaultdict(
            lambda: defaultdict(list)
        )
        found = ConsultationAnswer.objects.filter(consultation__in=rounds).defer("file")
        for answer in found.order_by("edition"):
            self.answers[answer.consultation_id][answer.member_key].append(answer)

    def round(self, one: Consultation) -> Round:
        return Round(
            pk=one.pk,
            opened_on=one.opened_on,
            closes_on=one.closes_on,
            held=one.held,
            registry_number=one.registry_number,
            begun_by=one.begun_by,
            reminded_at=one.reminded_at,
            ended=(ended := ending_of(one, self.passages)),
            is_open=not ended and not one.held and timezone.localdate() <= one.closes_on,
            counts=self.decided_at is None or one.begun_at > self.decided_at,
            members=self._heard(one),
            sendings=self._sendings(one),
        )

    def _heard(self, one: Consultation) -> tuple[Heard, ...]:
        links, answers = self.links[one.pk], self.answers[one.pk]
        names = {key: said[-1].member_name for key, said in answers.items()}
        names |= {key: link.member_name for key, link in links.items()}
        names |= {m.key: m.name for m in self.members if was_member(m, one)}
        addresses = {m.key: m.official_address for m in self.members}
        found = [
            replace(
                _heard(key, name, links.get(key), list(map(self._answer, answers.get(key, ())))),
                official_address=addresses.get(key, ""),
            )
            for key, name in names.items()
        ]
        return in_order(found, [member.key for member in self.members])

    def _answer(self, row: ConsultationAnswer) -> Answer:
        version = self.versions.get(row.version or 0)
        return Answer(
            pk=row.pk,
            edition=row.edition,
            stance=row.get_stance_display(),
            has_remarks=row.stance == ConsultationAnswer.Stance.REMARKS,
            text=row.text,
            answered_by=row.answered_by,
            title=row.title,
            way=row.get_way_display(),
            received_on=row.received_on,
            registry_number=row.registry_number,
            file_name=row.file_name,
            sha256=row.sha256,
            version=version.label if version else "",
            registered_by=row.registered_by,
            at=row.at,
        )

    def _sendings(self, one: Consultation) -> tuple[Sending, ...]:
        """The round's versions, the first one first: each corrects the one before it."""
        found: list[Sending] = []
        version = self.versions.get(one.version or 0)
        while version is not None:
            found.append(_sending(version))
            version = self.versions.get(version.corrects or 0)
        return tuple(reversed(found))


def was_member(member: Member, one: Consultation) -> bool:
    """Whether the organisation was a member when the round began."""
    has_joined = member.joined_on is None or member.joined_on <= one.opened_on
    return has_joined and (member.left_on is None or member.left_on >= one.opened_on)


def _heard(key: UUID, name: str, link: ConsultationLink | None, answers: Sequence[Answer]) -> Heard:
    return Heard(
        key=key,
        name=name,
        address=link.address if link else "",
        sent_at=link.sent_at if link else None,
        opened_at=link.opened_at if link else None,
        has_link=link is not None and link.revoked_at is None,
        answer=answers[-1] if answers else None,
        earlier=tuple(answers[:-1]),
    )


def _sending(version: PlanVersion) -> Sending:
    recipients = [
        (one.name, one.address if one.user_id is None else "") for one in version.recipients.all()
    ]
    return Sending(
        label=version.label,
        sent_on=timezone.localdate(version.made_at),
        recipients=tuple(recipients),
    )
