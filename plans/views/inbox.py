"""The start page as an inbox: what waits for the person, for others, and what is done."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import Standing
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import NOT_SHARED, PlanAccess, shared_with
from plans.deciding.versions import SENT
from plans.models import (
    Consultation,
    DecisionRecord,
    Motion,
    Plan,
    PlanVersion,
    ReadingMark,
    Recipient,
    Thread,
)
from plans.models.thread import ThreadQuerySet

MANY_DONE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something to do or to wait for: what, in which plan, its state, who has it, since when."""

    what: str
    plan: str
    state: str
    holder: str
    since: datetime
    url: str


@dataclass(slots=True, kw_only=True)
class Inbox:
    """The oldest first of what waits, the newest first of what is done."""

    yours: list[Row] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)
    done: list[Row] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.yours or self.others or self.done)


def inbox(user: User, standings: Sequence[tuple[Federation, Standing]]) -> Inbox:
    """What there is for the person in these federations.

    Twelve queries at most, a chair's thirteen.
    """
    of_office = [f for f, person in standings if person.may(Action.RESOLVE_QUESTIONS)]
    found = Inbox()
    federations = [federation for federation, _ in standings]
    _versions_to_read(found, user, federations)
    _asked_by(found, user, standings)
    _to_approve(found, standings)
    _announced(found, standings)
    if of_office:
        _asked_of_office(found, of_office)
        _sent_by_office(found, of_office)
        _on_samrad(found, of_office)
    found.yours.sort(key=lambda row: row.since)
    found.others.sort(key=lambda row: row.since)
    found.done.sort(key=lambda row: row.since, reverse=True)
    found.done = found.done[:MANY_DONE]
    return found


def _versions_to_read(found: Inbox, user: User, federations: Sequence[Federation]) -> None:
    """Of each plan the newest version that was sent to the person: to read, or read.

    A proposal is nobody's to read any longer when the plan has been decided.
    """
    sent = (
        Recipient.objects.filter(user=user, version__plan__federation__in=federations)
        .exclude(version__plan__status=Plan.Status.DECIDED, version__kind__in=SENT)
        .select_related("version__plan__federation")
        .defer("version__json", "version__pdf", "version__plan__federation__logo")
        .order_by("version__number")
    )
    newest = {one.version.plan_id: one for one in sent}
    marks = dict(
        ReadingMark.objects.filter(
            user=user, version__in=[one.version_id for one in newest.values()]
        ).values_list("version", "read_at")
    )
    for one in newest.values():
        read_at = marks.get(one.version_id)
        row = _version_row(one.version, "Läst" if read_at else "Oläst", read_at or one.sent_at)
        (found.done if read_at else found.yours).append(row)


def _to_approve(found: Inbox, standings: Sequence[tuple[Federation, Standing]]) -> None:
    """The decisions that wait for the person as a chair."""
    chaired = [
        f
        for f, person in standings
        if f.chair_approves and person.may(Action.APPROVE_DECISION, Plan.Status.REVIEW)
    ]
    if not chaired:
        return
    for record in DecisionRecord.objects.to_approve(chaired):
        plan = record.plan
        row = Row(
            what="Ett beslut att godkänna",
            plan=f"Verksamhetsplan {plan.year}, {plan.federation.short_name}",
            state="Väntar på dig",
            holder="ordföranden",
            since=record.asked_at or record.written_at,
            url=reverse("approve_decision", args=[plan.federation.slug, plan.year]),
        )
        found.yours.append(row)


def _announced(found: Inbox, standings: Sequence[tuple[Federation, Standing]]) -> None:
    """Of each plan before its board the yrkanden that are announced, for the chair and the office.

    They are taken up at the meeting.
    """
    readers = [f for f, person in standings if person.may(Action.READ_MOTIONS)]
    if not readers:
        return
    motions: dict[Plan, list[Motion]] = defaultdict(list)
    for motion in Motion.objects.announced_in(readers):
        motions[motion.plan].append(motion)
    for plan, announced in motions.items():
        count = len(announced)
        row = Row(
            what="1 anmält yrkande" if count == 1 else f"{count} anmälda yrkanden",
            plan=f"Verksamhetsplan {plan.year}, {plan.federation.short_name}",
            state="Tas upp på mötet",
            holder="styrelsen",
            since=min(one.announced_at for one in announced),
            url=reverse("board", args=[plan.federation.slug, plan.year]),
        )
        found.others.append(row)


def _version_row(version: PlanVersion, state: str, since: datetime) -> Row:
    return Row(
        what=f"{version.label} att läsa" if state == "Oläst" else version.label,
        plan=_named(version),
        state=state,
        holder="dig",
        since=since,
        url=version.get_absolute_url(),
    )


def _asked_by(found: Inbox, user: User, standings: Sequence[tuple[Federation, Standing]]) -> None:
    """What the person has asked: answered, or still with the office."""
    mine = Thread.objects.open().filter(
        plan__federation__in=[federation for federation, _ in standings],
        comments__author=user,
        comments__is_office=False,
    )
    for thread in _still_seen(list(_with_plans(mine)), user, standings):
        last = list(thread.comments.all())[-1]
        if last.is_office:
            row = _thread_row(thread, "Svar på din fråga", "Besvarad", "dig", last.made_at)
            found.yours.append(row)
        else:
            row = _thread_row(thread, "Din fråga", "Väntar på svar", "kansliet", last.made_at)
            found.others.append(row)


def _still_seen(
    threads: Sequence[Thread], user: User, standings: Sequence[tuple[Federation, Standing]]
) -> Iterator[Thread]:
    """The threads but those on a working copy that the person no longer reads."""
    people = {federation.pk: person for federation, person in standings}
    standing_of = {thread.plan: people[thread.plan.federation_id] for thread in threads}
    on_drafts = {thread.plan for thread in threads if thread.version is None}
    shared = (
        shared_with(user, [(plan, standing_of[plan]) for plan in on_drafts]) if on_drafts else {}
    )
    for thread in threads:
        plan = thread.plan
        access = PlanAccess(
            plan=plan, standing=standing_of[plan], shared=shared.get(plan.pk, NOT_SHARED)
        )
        if thread.version is not None or access.reads_working_copy:
            yield thread


def _asked_of_office(found: Inbox, federations: Sequence[Federation]) -> None:
    """The questions of each plan that nobody of the office has answered, together."""
    waiting: dict[int, list[Thread]] = defaultdict(list)
    for thread in _with_plans(Thread.objects.open().filter(plan__federation__in=federations)):
        comments = list(thread.comments.all())
        if comments and not comments[-1].is_office:
            waiting[thread.plan_id].append(thread)
    for threads in waiting.values():
        count = len(threads)
        what = "En fråga att svara på" if count == 1 else f"{count} frågor att svara på"
        since = min(thread.opened_at for thread in threads)
        found.yours.append(_thread_row(threads[0], what, "Väntar på svar", "kansliet", since))


def _sent_by_office(found: Inbox, federations: Sequence[Federation]) -> None:
    """Of each plan the newest version that was sent, for as long as somebody has not read it.

    Nor is a proposal waited for when the plan has been decided.
    """
    plans = Plan.objects.filter(federation__in=federations)
    sent = (
        PlanVersion.objects.sent()
        .newest_of(plans)
        .exclude(plan__status=Plan.Status.DECIDED, kind__in=SENT)
        .listed()
        .with_recipients()
        .select_related("plan__federation")
        .defer("json", "pdf", "plan__federation__logo")
    )
    for version in sent:
        left = _unread_by(version)
        (found.others if left else found.done).append(_sent_row(version, left))


def _on_samrad(found: Inbox, federations: Sequence[Federation]) -> None:
    """The samråd that members are answering, by links that were sent to them."""
    going_on = Consultation.objects.going_on(timezone.localdate()).filter(
        plan__federation__in=federations
    )
    for one in going_on.select_related("plan__federation").defer("plan__federation__logo"):
        plan = one.plan
        of = max(one.asked, one.answered)
        if not of:
            continue
        row = Row(
            what=f"Samråd pågår: {one.answered or 'ingen'} av {of} har svarat",
            plan=f"Verksamhetsplan {plan.year}, {plan.federation.short_name}",
            state=f"Svar senast {one.closes_on}",
            holder="medlemmarna",
            since=one.begun_at,
            url=reverse("consultation", args=[plan.federation.slug, plan.year]),
        )
        found.others.append(row)


def _unread_by(version: PlanVersion) -> list[str]:
    read = {mark.user_id for mark in version.marks.all()}
    return [one.name for one in version.recipients.all() if one.user_id not in read]


def _sent_row(version: PlanVersion, left: Sequence[str]) -> Row:
    count = len(version.recipients.all())
    return Row(
        what=version.label,
        plan=_named(version),
        state=f"{count - len(left)} av {count} har läst",
        holder=(left[0] if len(left) == 1 else f"{len(left)} mottagare") if left else "alla",
        since=version.made_at,
        url=reverse("versions", args=[version.plan.federation.slug, version.plan.year]),
    )


def _with_plans(threads: ThreadQuerySet) -> ThreadQuerySet:
    return (
        threads.distinct()
        .with_comments()
        .select_related("plan__federation", "version")
        .defer("plan__federation__logo", "version__json", "version__pdf")
    )


def _thread_row(thread: Thread, what: str, state: str, holder: str, since: datetime) -> Row:
    place = [thread.plan.federation.slug, thread.plan.year]
    return Row(
        what=what,
        plan=_named(thread),
        state=state,
        holder=holder,
        since=since,
        url=f"{reverse('questions', args=place)}#fraga-{thread.key}",
    )


def _named(thing: Thread | PlanVersion) -> str:
    """The plan of a thread or a version as it was called where the person read it."""
    version = thing if isinstance(thing, PlanVersion) else thing.version
    title = thing.plan.title if version is None else version.title
    return f"{title}, {thing.plan.federation.short_name}"
