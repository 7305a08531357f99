"""Versions: what was sent and what was decided, frozen byte for byte."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import Max

from finsam.federations.profile import DecisionWord
from finsam.members.models import User
from plans.deciding.pressing import Pressed, checksum, is_still
from plans.document.label import WORDS
from plans.models import Plan, PlanVersion, Recipient

T = TypeVar("T")

TRIES = 3
"""So often the plan is printed anew where somebody wrote in it meanwhile."""

Kind = PlanVersion.Kind

SENT = (Kind.CONSULTATION, Kind.BOARD)
"""The kinds that are sent; the others have been in force."""

NAMES: dict[str, str] = {
    Kind.CONSULTATION: "Samrådsversion",
    Kind.BOARD: "Förslag till styrelsen",
    Kind.REVISED: "Reviderad",
    Kind.COMPLETED: "Kompletterad",
    Kind.CORRECTION: "Rättelse",
}


class StillWriting(Exception):
    """Somebody wrote in the plan each time that it was printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom a version is sent to: a person with an account, or a name and an address."""

    name: str
    address: str = ""
    user: User | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is written on a version: its kind, its day, who made it, and what it is a remedy of.

    `name` is what it is called where that does not follow from its kind: "Budgeten beslutad".
    """

    kind: str
    dated_on: date
    by: str
    note: str = ""
    corrects: int | None = None
    name: str = ""


def freeze(
    plan: Plan,
    *,
    press: Callable[[Plan], Pressed | None],
    check: Callable[[Plan], None],
    then: Callable[[Plan, Pressed | None], T],
) -> T:
    """Print the plan, and do with what was printed what `then` does, under the plan's lock.

    Printing takes seconds and comes before the transaction: what was printed of the working copy is
    only used if that still is the same. `check` is asked before it and again under the lock, and
    stops it by raising. Nothing is printed where `press` gives None. Raises StillWriting where
    somebody wrote each of the three times.
    """
    for _ in range(TRIES):
        fresh = Plan.objects.for_reading().get(pk=plan.pk)
        check(fresh)
        pressed = press(fresh)
        with transaction.atomic():
            locked = Plan.objects.for_reading().select_for_update(of=("self",)).get(pk=plan.pk)
            check(locked)
            if pressed is None or not pressed.source or is_still(pressed, locked):
                return then(locked, pressed)
    raise StillWriting


def newest_number(plan: Plan) -> int:
    """The number of the plan's newest version, 0 where it has none."""
    newest: int | None = plan.versions.aggregate(newest=Max("number"))["newest"]
    return newest or 0


def keep(
    plan: Plan, stamp: Stamp, pressed: Pressed, *, recipients: Iterable[Addressee] = ()
) -> PlanVersion:
    """Store a version of a plan that the caller's transaction has locked."""
    version = PlanVersion.objects.create(
        plan=plan,
        number=newest_number(plan) + 1,
        kind=stamp.kind,
        label=label_of(stamp, word=plan.federation.decision_word),
        title=pressed.title,
        dated_on=stamp.dated_on,
        note=stamp.note,
        corrects=stamp.corrects,
        made_by=stamp.by,
        json=pressed.json,
        json_sha256=checksum(pressed.json),
        pdf=pressed.pdf,
        pdf_sha256=checksum(pressed.pdf),
    )
    send(version, recipients)
    return version


def send(version: PlanVersion, recipients: Iterable[Addressee]) -> None:
    """Keep to whom a version goes."""
    Recipient.objects.bulk_create(
        Recipient(version=version, user=to.user, name=to.name, address=to.address)
        for to in recipients
    )


def label_of(stamp: Stamp, *, word: str = DecisionWord.DECIDED) -> str:
    """What a version is called: "Samrådsversion 2023-10-27", and that it is corrected.

    `word` is the federation's for a decision.
    """
    said = WORDS[word] if stamp.kind == Kind.DECIDED else NAMES.get(stamp.kind, "")
    name = f"{stamp.name or said} {stamp.dated_on}"
    return name if stamp.corrects is None else f"{name}, rättad"
