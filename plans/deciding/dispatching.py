"""Expediering: a version in force goes with its decision to where it has to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from finsam.letters.composing import body_of
from finsam.letters.models import LetterFile
from finsam.letters.posting import file_of, post
from finsam.members.models import User
from plans.deciding.officials import Official
from plans.deciding.outgoing import Overtaken, locked_to
from plans.deciding.reading import content_of_version
from plans.deciding.versions import Addressee
from plans.deciding.wording import decision_text
from plans.deciding.workflow import OUT, Out
from plans.exports.names import file_name
from plans.models import Dispatch, DispatchRecipient, Plan, PlanVersion

LETTER = "decision_dispatched"
PDF = "application/pdf"
NEWER = "En nyare version gäller nu. Läs den, och expediera den i stället."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A dispatch that was made: of which version, by its name, and to whom."""

    dispatch: Dispatch
    version_label: str
    recipients: tuple[DispatchRecipient, ...]


@transaction.atomic
def dispatch(
    plan: Plan,
    *,
    version: int,
    to: Sequence[Addressee],
    message: str,
    by: User,
    seen: int,
    public_address: str = "",
) -> Dispatch:
    """Send the version in force to the addresses, a letter with its PDF to each, and keep to whom.

    `version` is the number that the person saw and `seen` the newest dispatch's (`newest_of`).
    `public_address` is where everybody reads the plan, whole. Raises Overtaken where either is no
    longer so, Refused, and Incomplete.
    """
    locked, current = locked_to(plan, Out.DISPATCH, by=by)
    _check(locked, current, version=version, seen=seen)
    made = Dispatch.objects.create(
        plan=locked,
        version=current.number,
        text=decision_text(locked, current),
        message=message,
        by=str(by),
    )
    DispatchRecipient.objects.bulk_create(
        DispatchRecipient(dispatch=made, name=one.name[:200], address=one.address) for one in to
    )
    _write(made, current, to, public_address)
    return made


def newest_of(plan: Plan) -> int:
    """The primary key of the plan's newest dispatch, for a form to carry; 0 where there is none."""
    newest: int | None = plan.dispatches.aggregate(newest=Max("pk"))["newest"]
    return newest or 0


def sent_of(plan: Plan) -> list[Sent]:
    """The dispatches of a plan, newest first. Three queries."""
    labels = dict(plan.versions.values_list("number", "label"))
    found = plan.dispatches.order_by("-pk").prefetch_related("recipients")
    return [
        Sent(
            dispatch=one,
            version_label=labels.get(one.version, ""),
            recipients=tuple(one.recipients.all()),
        )
        for one in found
    ]


def reached(sent: Iterable[Sent], version: PlanVersion) -> set[str]:
    """The addresses that a version has been sent to, in small letters."""
    return {
        one.address.lower()
        for each in sent
        if each.dispatch.version == version.number
        for one in each.recipients
    }


def left_out(officials: Iterable[Official], addresses: set[str]) -> list[str]:
    """The names of those who have an address that is not among these."""
    return [one.name for one in officials if one.address and one.address.lower() not in addresses]


def _check(plan: Plan, current: PlanVersion, *, version: int, seen: int) -> None:
    if newest_of(plan) != seen:
        raise Overtaken(_told(plan.dispatches.last()))
    if current.number != version:
        raise Overtaken(NEWER)


def _told(last: Dispatch | None) -> str:
    if last is None:
        return "Sidan är inte den senaste. Läs den igen."
    at = timezone.localtime(last.at)
    said = f"{last.by} {OUT[Out.DISPATCH].did} {at:%Y-%m-%d} kl. {at:%H.%M}."
    return f"{said} Inget mer är skickat nu."


def _write(made: Dispatch, version: PlanVersion, to: Iterable[Addressee], url: str) -> None:
    federation = made.plan.federation
    files = [_pdf(version)]
    for one in to:
        body = body_of(
            LETTER, to_name=one.name, federation=federation, dispatch=made, version=version, url=url
        )
        post(
            kind=LETTER,
            to_address=one.address,
            to_name=one.name,
            subject=f"Beslut: {version.title}",
            body=body,
            federation=federation,
            files=files,
        )


def _pdf(version: PlanVersion) -> LetterFile:
    name = file_name(content_of_version(version), "pdf")
    return file_of(name=name, media_type=PDF, data=bytes(version.pdf))
