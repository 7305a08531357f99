"""A federation's plans as a person sees them: the newest one first, the earlier ones below."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.federations.yearly import Milestone
from finsam.federations.years import years_of
from finsam.members.access import Standing
from finsam.members.models import User
from finsam.members.permissions import ALLOWED, Action, Verdict
from plans.access import NOT_SHARED, shared_with
from plans.deciding.showing import newest_sent
from plans.document.band import Segment
from plans.document.label import (
    REVISED,
    WORDS,
    Recorded,
    decision_line,
    is_revised,
    is_whole,
    version_label,
)
from plans.models import FiledPlan, Plan, PlanVersion
from plans.views.bands import bands


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A plan on the shelf, and whether this person may open it.

    One that was filed as a PDF is that PDF alone; `remove_url` is where the office takes it away.
    """

    year: int

    title: str
    subtitle: str
    url: str
    pdf_url: str
    status: str
    status_label: str
    version_label: str
    verdict: Verdict
    is_filed: bool = False
    remove_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A federation with its newest plan (None if it has none), its bar, and the earlier ones.

    The addresses are empty for those who may not begin or file a plan.
    """

    federation: Federation
    roles: str
    plan: Volume | None
    segments: tuple[Segment, ...]
    earlier: Sequence[Volume]
    new_plan_url: str
    file_url: str
    year: Sequence[Milestone] = ()


def shelves(user: User, standings: Sequence[tuple[Federation, Standing]]) -> list[Shelf]:
    """A shelf for each federation. Nine queries in all, however many, and one where there are
    drafts that the person reads only if they have been shared.
    """
    federations = [federation for federation, _ in standings]
    on_shelf: dict[int, list[Plan]] = defaultdict(list)
    for plan in Plan.objects.on_shelves_of(federations):
        on_shelf[plan.federation_id].append(plan)
    filed: dict[int, list[FiledPlan]] = defaultdict(list)
    for earlier in FiledPlan.objects.on_shelves_of(federations):
        filed[earlier.federation_id].append(earlier)
    verdicts = reading_verdicts(
        user, [(p, person) for f, person in standings for p in on_shelf[f.pk]]
    )
    closed = [plan for plans in on_shelf.values() for plan in plans if not verdicts[plan.pk]]
    sent = newest_sent(user, closed) if closed else {}
    newest = [on_shelf[f.pk][0] for f in federations if on_shelf[f.pk]]
    # A draft's figures are as private as its text.
    drawn = bands([plan for plan in newest if verdicts[plan.pk]])
    years = years_of(federations, timezone.localdate())
    return [
        _shelf(
            federation,
            person,
            [
                _sent_volume(plan, sent[plan.pk])
                if plan.pk in sent
                else _volume(plan, verdicts[plan.pk])
                for plan in on_shelf[federation.pk]
            ],
            [_filed_volume(one, person) for one in filed[federation.pk]],
            drawn.get(on_shelf[federation.pk][0].pk, ()) if on_shelf[federation.pk] else (),
            years[federation.pk],
        )
        for federation, person in standings
    ]


def reading_verdicts(user: User, plans: Iterable[tuple[Plan, Standing]]) -> dict[int, Verdict]:
    """Whether the person may read each plan, by its primary key."""
    plans = list(plans)
    shared = shared_with(user, plans)
    return {
        plan.pk: person.may(
            Action.READ_PLAN,
            plan.status,
            is_shared=Action.READ_PLAN in shared.get(plan.pk, NOT_SHARED),
        )
        for plan, person in plans
    }


def _shelf(
    federation: Federation,
    person: Standing,
    volumes: Sequence[Volume],
    filed: Sequence[Volume],
    segments: tuple[Segment, ...],
    year: Sequence[Milestone],
) -> Shelf:
    earlier = [*volumes[1:], *filed]
    place = [federation.slug]
    return Shelf(
        federation=federation,
        roles=person.words,
        plan=volumes[0] if volumes else None,
        segments=segments,
        earlier=sorted(earlier, key=lambda volume: -volume.year),
        new_plan_url=reverse("new_plan", args=place) if person.may(Action.START_PLAN) else "",
        file_url=reverse("file_earlier", args=place) if person.may(Action.FILE_PLAN) else "",
        year=year,
    )


UNDER_REVISION = "Revideras"


def status_label(plan: Plan, decisions: Sequence[Recorded]) -> str:
    """The plan's state in a word: "Beslutad" until its last decision is a revision."""
    if is_revised(plan.status, decisions):
        return REVISED
    if plan.status == Plan.Status.DECIDED:
        return WORDS[plan.federation.decision_word]
    if plan.status == Plan.Status.DRAFT and is_whole(decisions):
        return UNDER_REVISION
    return plan.get_status_display()


def _volume(plan: Plan, verdict: Verdict) -> Volume:
    decisions = list(plan.decisions.all())
    return Volume(
        year=plan.year,
        title=plan.title,
        subtitle=plan.subtitle,
        url=plan.get_absolute_url(),
        pdf_url=reverse("plan_pdf", args=[plan.federation.slug, plan.year]),
        status=plan.status,
        status_label=status_label(plan, decisions),
        version_label=version_label(plan.status, decisions, word=plan.federation.decision_word),
        verdict=verdict,
    )


def _sent_volume(plan: Plan, version: PlanVersion) -> Volume:
    """A plan that the person reads as it was sent, whatever has been written in it since."""
    return Volume(
        year=plan.year,
        title=version.title,
        subtitle="",
        url=plan.get_absolute_url(),
        pdf_url=reverse("plan_pdf", args=[plan.federation.slug, plan.year]),
        status=plan.status,
        status_label=version.label,
        version_label=version.label,
        verdict=ALLOWED,
    )


def _filed_volume(filed: FiledPlan, person: Standing) -> Volume:
    url = filed.get_absolute_url()
    place = [filed.federation.slug, filed.year]
    return Volume(
        year=filed.year,
        title=filed.title,
        subtitle="",
        url=url,
        pdf_url=url,
        status=Plan.Status.DECIDED,
        status_label=WORDS[filed.federation.decision_word],
        version_label=decision_line(filed, word=filed.federation.decision_word),
        verdict=ALLOWED,
        is_filed=True,
        remove_url=reverse("remove_earlier", args=place) if person.may(Action.FILE_PLAN) else "",
    )
