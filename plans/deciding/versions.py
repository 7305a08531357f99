"""Versions: what was sent and what was decided, frozen byte for byte."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import Max

from finsam.members.models import User
from plans.deciding.pressing import Made, Pressed, as_it_stands, checksum, is_still, press
from plans.models import Plan, PlanVersion, Recipient

TRIES = 3
"""So often the plan is printed anew where somebody wrote in it meanwhile."""

Kind = PlanVersion.Kind

SENT = (Kind.CONSULTATION, Kind.BOARD)
"""Of these a new one corrects the newest of its kind."""

NAMES: dict[str, str] = {
    Kind.CONSULTATION: "Samrådsversion",
    Kind.BOARD: "Förslag till styrelsen",
    Kind.DECIDED: "Beslutad",
    Kind.REVISED: "Reviderad",
    Kind.COMPLETED: "Kompletterad",
    Kind.CORRECTION: "Rättelse",
}


class StillWriting(Exception):
    """Somebody wrote in the plan each time that it was printed."""


class Overtaken(Exception):
    """The plan is in another state than the caller saw, or has a version more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom a version is sent to: a person with an account, or a name and an address."""

    name: str
    address: str = ""
    user: User | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is written on a version: its kind, its day, who made it, and what it is a remedy of.

    What one that is sent corrects is found when it is kept (`SENT`).
    """

    kind: str
    dated_on: date
    by: str
    note: str = ""
    corrects: int | None = None


def freeze(
    plan: Plan,
    stamp: Stamp,
    *,
    recipients: Iterable[Addressee] = (),
    made: Made = as_it_stands,
    then: Callable[[PlanVersion], None] | None = None,
    seen: int | None = None,
) -> PlanVersion:
    """Keep the plan as it stands, or what `made` makes of it, and to whom it goes.

    It is printed first and kept only if the working copy still is the same under the plan's lock.
    `then` does in the same transaction what goes with it. `seen` is the number of the newest
    version that the caller knew of. Raises StillWriting where somebody wrote each of the three
    times, and Overtaken where the plan is not in the state of `plan` or has a version after `seen`.
    """
    addressees = tuple(recipients)
    for _ in range(TRIES):
        fresh = Plan.objects.for_reading().get(pk=plan.pk)
        stamped = _stamped(fresh, stamp)
        pressed = press(fresh, label=label_of(stamped), made=made)
        with transaction.atomic():
            locked = _locked(plan, seen)
            if is_still(pressed, locked) and _stamped(locked, stamp) == stamped:
                version = keep(locked, stamped, pressed, recipients=addressees)
                if then:
                    then(version)
                return version
    raise StillWriting


def _locked(plan: Plan, seen: int | None) -> Plan:
    locked = Plan.objects.for_reading().select_for_update(of=("self",)).get(pk=plan.pk)
    if locked.status != plan.status or seen not in (None, newest_number(locked)):
        raise Overtaken
    return locked


def _stamped(plan: Plan, stamp: Stamp) -> Stamp:
    """The stamp, with the number that a sent version corrects."""
    if stamp.kind not in SENT:
        return stamp
    return replace(stamp, corrects=newest_number(plan, kind=stamp.kind) or None)


def newest_number(plan: Plan, **of: object) -> int:
    """The number of the plan's newest version, 0 where it has none."""
    newest: int | None = plan.versions.filter(**of).aggregate(newest=Max("number"))["newest"]
    return newest or 0


def keep(
    plan: Plan, stamp: Stamp, pressed: Pressed, *, recipients: Iterable[Addressee] = ()
) -> PlanVersion:
    """Store a version of a plan that the caller's transaction has locked."""
    version = PlanVersion.objects.create(
        plan=plan,
        number=newest_number(plan) + 1,
        kind=stamp.kind,
        label=label_of(stamp),
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


def label_of(stamp: Stamp) -> str:
    """What a version is called: "Samrådsversion 2023-10-27", and that it is corrected."""
    name = f"{NAMES[stamp.kind]} {stamp.dated_on}"
    return name if stamp.corrects is None else f"{name}, rättad"
