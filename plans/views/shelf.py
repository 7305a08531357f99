"""A federation's plans as a person sees them: the newest one first, the earlier ones below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from finsam.federations.models import Federation
from finsam.members.access import Standing, Verdict
from plans.access import may_read
from plans.document.band import Segment
from plans.document.label import Recorded, is_revised, version_label
from plans.models import Plan
from plans.views.bands import bands


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A plan on the shelf, and whether this person may open it."""

    title: str
    subtitle: str
    url: str
    pdf_url: str
    status: str
    status_label: str
    version_label: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A federation with its newest plan (None if it has none), its bar, and the earlier ones."""

    federation: Federation
    roles: str
    plan: Volume | None
    segments: tuple[Segment, ...]
    earlier: Sequence[Volume]


def shelves(standings: Sequence[tuple[Federation, Standing]]) -> list[Shelf]:
    """A shelf for each federation. Six queries in all, however many."""
    federations = [federation for federation, _ in standings]
    on_shelf: dict[int, list[Plan]] = defaultdict(list)
    for plan in Plan.objects.on_shelves_of(federations):
        on_shelf[plan.federation_id].append(plan)
    newest = [(on_shelf[f.pk][0], person) for f, person in standings if on_shelf[f.pk]]
    # A draft's figures are as private as its text.
    drawn = bands([plan for plan, person in newest if may_read(plan, person)])
    return [
        _shelf(federation, person, on_shelf[federation.pk], drawn)
        for federation, person in standings
    ]


def _shelf(
    federation: Federation,
    person: Standing,
    plans: Sequence[Plan],
    drawn: dict[int, tuple[Segment, ...]],
) -> Shelf:
    volumes = [_volume(plan, person) for plan in plans]
    return Shelf(
        federation=federation,
        roles=person.words,
        plan=volumes[0] if volumes else None,
        segments=drawn.get(plans[0].pk, ()) if plans else (),
        earlier=volumes[1:],
    )


def status_label(plan: Plan, decisions: Sequence[Recorded]) -> str:
    """The plan's state in a word: "Beslutad" until its last decision is a revision."""
    return "Reviderad" if is_revised(plan.status, decisions) else plan.get_status_display()


def _volume(plan: Plan, person: Standing) -> Volume:
    decisions = list(plan.decisions.all())
    return Volume(
        title=plan.title,
        subtitle=plan.subtitle,
        url=plan.get_absolute_url(),
        pdf_url=reverse("plan_pdf", args=[plan.federation.slug, plan.year]),
        status=plan.status,
        status_label=status_label(plan, decisions),
        version_label=version_label(plan.status, decisions),
        verdict=may_read(plan, person),
    )
