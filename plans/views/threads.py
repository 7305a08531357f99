"""Threads as they are read: what was asked where, what was answered, and where it stands now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from finsam.members.models import User
from plans.access import PlanAccess
from plans.deciding.showing import threads_shown
from plans.document.anchoring import Anchor, Spot, located
from plans.document.content import PlanContent
from plans.document.places import homes_of, places_of
from plans.models import Thread

ELSEWHERE = UUID(int=0)
"""Where threads stand whose place is in no section of this text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThread:
    """A thread, where it stands in a text now, and what may be done with it."""

    thread: Thread
    asked_on: str
    found: str
    text: str
    is_moved: bool
    is_waiting: bool
    may_resolve: bool
    section: UUID | None = None
    place_text: str = ""


def threads_of(access: PlanAccess, user: User) -> Iterable[Thread]:
    """The threads that a person sees, with their comments, in order. Three queries."""
    return threads_shown(access, user).with_comments().with_version()


def threads_at(
    access: PlanAccess, user: User, content: PlanContent
) -> Mapping[UUID, list[ShownThread]]:
    """The threads by the section that they stand at in a text; `ELSEWHERE` has the others."""
    places, homes = places_of(content), homes_of(content)
    texts = {key: place.text for key, place in places.items()}
    found: dict[UUID, list[ShownThread]] = defaultdict(list)
    for thread in threads_of(access, user):
        spot = located(anchor_of(thread), texts)
        home = None if spot.place is None else homes.get(spot.place)
        found[home or ELSEWHERE].append(shown_thread(access, user, thread, spot))
    return found


def threads_beside(access: PlanAccess, user: User, content: PlanContent) -> list[ShownThread]:
    """The threads that a person sees, each with the text that it concerns as it stands."""
    places, homes = places_of(content), homes_of(content)
    texts = {key: place.text for key, place in places.items()}
    found = []
    for thread in threads_of(access, user):
        spot = located(anchor_of(thread), texts)
        shown = shown_thread(access, user, thread, spot)
        found.append(
            replace(
                shown,
                section=homes.get(spot.place) if spot.place else None,
                place_text=texts.get(spot.place, "") if spot.place else "",
            )
        )
    return found


def shown_thread(access: PlanAccess, user: User, thread: Thread, spot: Spot) -> ShownThread:
    """A thread at the spot of a text where it belongs."""
    comments = list(thread.comments.all())
    is_own = bool(comments) and comments[0].author_id == user.pk
    return ShownThread(
        thread=thread,
        asked_on=thread.version.label if thread.version else "arbetsutkastet",
        found=spot.found,
        text=spot.text,
        is_moved=spot.place not in (None, thread.place_key),
        is_waiting=thread.resolved_at is None and not (comments and comments[-1].is_office),
        may_resolve=access.is_office or is_own,
    )


def anchor_of(thread: Thread) -> Anchor:
    """Where the thread was asked."""
    return Anchor(
        place=thread.place_key, quote=thread.quote, before=thread.before, after=thread.after
    )
