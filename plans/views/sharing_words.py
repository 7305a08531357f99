"""What is said to somebody with whom a draft has been shared."""

from collections.abc import Collection

from finsam.members.permissions import Action
from finsam.swedish import listed
from plans.access import WRITTEN_AS, PlanAccess
from plans.models import DraftShare

TO_READ = "Du kan läsa det. Det är inte beslutat och kan ändras."


def sharing_words(access: PlanAccess, writes: Collection[Action]) -> str:
    """What the person may do with a draft that is theirs by a share; empty where it is not."""
    if Action.READ_PLAN not in access.shared:
        return ""
    parts = [part.label for part in DraftShare.Part if WRITTEN_AS[part] in writes]
    if not parts:
        return TO_READ
    return f"Du kan skriva i {listed(parts)}. Resten kan du läsa."
