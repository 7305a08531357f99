"""What is said when a part of the goal map has been added, moved or removed."""

from uuid import UUID

from finsam.members.models import User
from plans.models import Plan

REMOVED = {
    "perspective": "Perspektivet är borttaget.",
    "goal": "Målet är borttaget.",
    "activity": "Aktiviteten är borttagen.",
    "indicator": "Måttet är borttaget.",
    "intervention": "Insatsen är borttagen.",
}
ALREADY = {
    "perspective": "Perspektivet är redan borttaget.",
    "goal": "Målet är redan borttaget.",
    "activity": "Aktiviteten är redan borttagen.",
    "indicator": "Måttet är redan borttaget.",
    "intervention": "Insatsen är redan borttagen.",
}
MOVED = {
    "perspective": "Perspektivet",
    "goal": "Målet",
    "activity": "Aktiviteten",
    "indicator": "Måttet",
    "intervention": "Insatsen",
}


def moved_words(kind: str, position: int, *, is_elsewhere: bool) -> str:
    """Where a part stands now, counted from 1: "Målet står nu som nummer 2."."""
    if not is_elsewhere:
        return f"{MOVED[kind]} står redan ytterst."
    return f"{MOVED[kind]} står nu som nummer {position + 1}."


def gone_words(plan: Plan, kind: str, key: UUID, user: User) -> tuple[str, str]:
    """That a part is gone already, and who took it away where that was somebody else."""
    removed = plan.changes.of(key).removals().first()
    is_others = removed is not None and removed.person_id != user.pk
    return ALREADY[kind], f"{removed.person_name} hann före." if removed and is_others else ""
