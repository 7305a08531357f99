"""A version is sent to people: frozen, with its recipients, and a letter to each."""

from collections.abc import Iterable
from functools import partial

from finsam.letters.composing import body_of
from finsam.letters.posting import post
from finsam.members.models import User
from plans.deciding.addressing import addressee
from plans.deciding.versions import Stamp, freeze
from plans.models import Plan, PlanVersion, ReadingMark

LETTER = "version_sent"


def send_version(
    plan: Plan,
    stamp: Stamp,
    *,
    people: Iterable[User],
    message: str,
    address: str,
    seen: int | None = None,
) -> PlanVersion:
    """Freeze the plan and send it to the people, each with a letter, all at once or not at all.

    `address` is the plan's, whole; `message` is the sender's own words; `seen` is the newest
    version that the sender knew of. Raises StillWriting and Overtaken, as `freeze` does.
    """
    to = tuple(people)
    tell = partial(_tell, people=to, message=message, address=address)
    return freeze(plan, stamp, recipients=map(addressee, to), then=tell, seen=seen)


def mark_read(version: PlanVersion, user: User) -> None:
    """The person has read the version; said again it stays as it was."""
    ReadingMark.objects.get_or_create(version=version, user=user)


def _tell(version: PlanVersion, *, people: Iterable[User], message: str, address: str) -> None:
    plan = version.plan
    for user in people:
        context = {
            "to_name": user.name,
            "federation": plan.federation,
            "by": version.made_by,
            "version": version,
            "message": message,
            "url": f"{address}versioner/{version.number}/",
        }
        post(
            kind=LETTER,
            to_address=user.email,
            to_name=user.name,
            subject=f"{version.label}: {version.title}",
            body=body_of(LETTER, **context),
            federation=plan.federation,
        )
