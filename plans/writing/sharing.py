"""Sharing a draft: with whom it can be, with whom it is, and that it is no longer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from finsam.members.access import Standing, people_in
from finsam.members.greeting import write_to
from finsam.members.models import User
from finsam.members.permissions import Action
from finsam.swedish import listed
from plans.models import DraftShare, Plan

LETTER = "draft_shared"


class AlreadyShared(Exception):
    """Whoever it is has the draft already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A person or a group that a draft can be shared with, and who they are."""

    user: User | None = None
    group: str = ""
    people: tuple[tuple[User, Standing], ...]

    @property
    def value(self) -> str:
        """As a form says it: "person/7", "grupp/economist"."""
        return f"person/{self.user.pk}" if self.user else f"grupp/{self.group}"

    def __str__(self) -> str:
        return str(self.user or DraftShare.Group(self.group).label)


def readers(plan: Plan) -> list[Reader]:
    """The groups, and each person who does not read the draft anyway. Three queries."""
    people = [
        (user, person)
        for user, person in people_in(plan.federation)
        if not person.may(Action.READ_PLAN, plan.status)
    ]
    groups = [
        Reader(group=group, people=tuple(one for one in people if group.value in one[1].parties))
        for group in DraftShare.Group
    ]
    return groups + [Reader(user=user, people=((user, person),)) for user, person in people]


@transaction.atomic
def share_draft(
    plan: Plan, *, reader: Reader, parts: Sequence[str], by: User, address: str
) -> DraftShare:
    """Let somebody read the draft, and write in the parts; who gets it now is told by letter.

    `address` is the plan's, whole. Raises AlreadyShared.
    """
    before = _have_it(plan)
    share, is_new = DraftShare.objects.get_or_create(
        plan=plan,
        user=reader.user,
        group=reader.group,
        defaults={"level": _level(parts), "parts": list(parts), "shared_by": str(by)[:160]},
    )
    if not is_new:
        raise AlreadyShared
    for user, _ in reader.people:
        if user.pk not in before and user != by:
            _tell(share, user, by=by, address=address)
    return share


def change_share(share: DraftShare, *, parts: Sequence[str]) -> None:
    """Let those who have the draft write in these parts, or in none."""
    share.level, share.parts = _level(parts), list(parts)
    share.save(update_fields=["level", "parts"])


def stop_sharing(share: DraftShare) -> None:
    """Take the draft back from those who have it by this share."""
    share.delete()


def parts_words(parts: Sequence[str]) -> str:
    """The parts as they are said: "målen och budgeten"."""
    return listed([part.label for part in DraftShare.Part if part in parts])


def _level(parts: Sequence[str]) -> str:
    return DraftShare.Level.WRITE if parts else DraftShare.Level.READ


def _have_it(plan: Plan) -> set[int]:
    """Who has the draft already, by whatever share."""
    shares = list(plan.shares.all())
    return {
        user.pk
        for user, person in people_in(plan.federation)
        for share in shares
        if share.user_id == user.pk or (share.group and share.reaches(person.parties))
    }


def _tell(share: DraftShare, user: User, *, by: User, address: str) -> None:
    write_to(
        user,
        LETTER,
        subject=f"Utkastet till {share.plan.title}",
        federation=share.plan.federation,
        by=by,
        plan=share.plan,
        parts=parts_words(share.parts),
        url=address,
    )
