"""The missiv to the board, as the office writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from finsam.members.models import User
from plans.deciding.proposing import usual_matter, usual_proposal
from plans.deciding.transition import Moved
from plans.models import Missive, Passage, Plan


class SavedMeanwhile(Exception):
    """Somebody else saved the missiv first; the text says who and when."""

    def __init__(self, missive: Missive) -> None:
        at = timezone.localtime(missive.written_at)
        who = f"{missive.written_by} sparade missivet kl. {at:%H.%M}." if missive.edition else ""
        super().__init__(f"{who} Läs det först.".strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written; `proposals` without their "att"."""

    matter: str
    background: str
    proposals: Sequence[str]
    meeting_on: date | None


def missive_of(plan: Plan) -> Missive:
    """The plan's missiv, or the usual one where nobody has written any: that has edition 0.

    What was written before the last decision is begun anew, and keeps its edition.
    """
    found = Missive.objects.filter(plan=plan).first()
    if found is not None and not _is_decided_since(found):
        return found
    usual = found or Missive(plan=plan, edition=0)
    usual.matter, usual.proposals = usual_matter(plan), [usual_proposal(plan)]
    usual.background, usual.meeting_on = "", None
    return usual


def _is_decided_since(missive: Missive) -> bool:
    decided = missive.plan.passages.filter(after=Plan.Status.DECIDED)
    newer = decided.exclude(before=Plan.Status.DECIDED).filter(at__gt=missive.written_at)
    return newer.exists()


@transaction.atomic
def save_missive(plan: Plan, *, written: Written, by: User, edition: int) -> Missive:
    """Keep what was written, whole. `edition` is the missiv's as it was read.

    Raises SavedMeanwhile, and Moved where the plan is decided.
    """
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.status == Plan.Status.DECIDED:
        raise Moved(Passage.objects.last_of(locked))
    missive = missive_of(locked)
    if missive.edition != edition:
        raise SavedMeanwhile(missive)
    missive.matter, missive.background = written.matter, written.background
    missive.proposals, missive.meeting_on = list(written.proposals), written.meeting_on
    missive.edition += 1
    missive.written_by, missive.written_at = str(by), timezone.now()
    missive.save()
    return missive


def meeting_warning(missive: Missive, today: date) -> str:
    """What is to know about the meeting's day when papers are sent today; empty for nothing.

    How many days before it papers come is a rule of the federation's.
    """
    if missive.meeting_on is None:
        return "Mötesdagen är inte ifylld i missivet."
    left, wanted = (missive.meeting_on - today).days, missive.plan.federation.papers_days
    if left < 0:
        return f"Mötet {missive.meeting_on} har redan varit."
    if left >= wanted:
        return ""
    days = {0: "Mötet är i dag.", 1: "Det är en dag till mötet."}
    said = days.get(left, f"Det är {left} dagar till mötet.")
    return f"{said} Förbundets regel är att underlaget skickas minst {wanted} dagar före."
