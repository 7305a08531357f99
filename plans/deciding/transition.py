"""The one function that changes a plan's state.

It is done by `freeze`: printed before the transaction, then, under the plan's lock, checked that
nobody did anything else with the plan meanwhile, that the state and the person are right, keeps
the version, and does whatever goes with it, all at once or not at all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from finsam.members.access import Refused, standing
from finsam.members.models import User
from plans.deciding.pressing import Pressed
from plans.deciding.versions import Addressee, Stamp, freeze, keep
from plans.deciding.workflow import WORKFLOW, Act, allowed_in
from plans.models import Passage, Plan, PlanVersion


class Moved(Exception):
    """Somebody else did something with the plan first; the text says who, what and when."""

    def __init__(self, passage: Passage | None) -> None:
        super().__init__(told(passage) if passage else "Planen har ändrats sedan du öppnade sidan.")


class Incomplete(Exception):
    """Something that the step requires is missing; the text says what."""


def _unprinted(plan: Plan) -> None:
    return None


def _nothing(plan: Plan) -> None:
    pass


def _nothing_more(plan: Plan, passage: Passage, version: PlanVersion | None) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What goes with a step.

    `press` prints what is frozen, of the plan read anew, and `stamp` is what is written on it;
    both or none. `check` is asked under the lock and may raise Incomplete or Moved; `then` does
    in the same transaction what goes with the step.
    """

    reason: str = ""
    press: Callable[[Plan], Pressed | None] = _unprinted
    stamp: Stamp | None = None
    recipients: tuple[Addressee, ...] = ()
    check: Callable[[Plan], None] = _nothing
    then: Callable[[Plan, Passage, PlanVersion | None], None] = _nothing_more


def transition(plan: Plan, act: Act, *, by: User, seen: int, details: Details) -> Passage:
    """Take a plan a step through the workflow.

    `seen` is the number of the last step that the person saw (`last_seen`). Raises Moved where
    somebody was first, Refused where the state or the person is wrong, Incomplete, and
    StillWriting; nothing is done then.
    """
    return freeze(
        plan,
        press=details.press,
        check=lambda found: _check(found, act, by, seen, details),
        then=lambda locked, pressed: _done(locked, act, by, pressed, details),
    )


def last_seen(plan: Plan) -> int:
    """The number of the last step of a plan, for a form to carry; 0 where there is none."""
    last = Passage.objects.last_of(plan)
    return last.pk if last else 0


def told(passage: Passage) -> str:
    """ "Carin Chef tog tillbaka planen 2023-11-20 kl. 14.32." """
    at = timezone.localtime(passage.at)
    return f"{passage.by} {WORKFLOW[Act(passage.act)].did} {at:%Y-%m-%d} kl. {at:%H.%M}."


def _check(plan: Plan, act: Act, by: User, seen: int, details: Details) -> None:
    last = Passage.objects.last_of(plan)
    if seen != (last.pk if last else 0):
        raise Moved(last)
    verdict = allowed_in(act, plan.status) and standing(by, plan.federation).may(
        WORKFLOW[act].who, plan.status
    )
    if not verdict:
        raise Refused(verdict)
    details.check(plan)


def _done(plan: Plan, act: Act, by: User, pressed: Pressed | None, details: Details) -> Passage:
    version = None
    if pressed is not None and details.stamp is not None:
        version = keep(plan, details.stamp, pressed, recipients=details.recipients)
    before, after = plan.status, WORKFLOW[act].after or plan.status
    plan.status = after
    plan.save(update_fields=["status"])
    passage = Passage.objects.create(
        plan=plan,
        act=act,
        before=before,
        after=after,
        by=str(by),
        reason=details.reason,
        version=version.number if version else None,
    )
    details.then(plan, passage, version)
    return passage
