"""What comes after a decision: what was not known then, once each, and slips of the pen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils import timezone

from finsam.members.models import User
from plans.deciding.announcing import announce, board_and_office
from plans.deciding.approving import keep_file
from plans.deciding.pressing import Pressed, press_content
from plans.deciding.reading import content_of_version
from plans.deciding.restoring import restore
from plans.deciding.transition import Details, Incomplete, transition
from plans.deciding.versions import Stamp
from plans.deciding.workflow import Act
from plans.document import content
from plans.document.label import in_order
from plans.document.loading import load_content
from plans.models import Decision, DecisionFile, Passage, Plan, PlanVersion
from plans.writing.filing import PdfFile

Facts = Mapping[str, str | date]
"""§, dnr and days, by the names of Decision's fields."""

WORDS = {
    "minutes_paragraph": "§ {}",
    "registry_number": "dnr {}",
    "adjusted_on": "justerat {}",
    "posted_on": "anslaget {}",
    "taken_down_on": "taget från anslagstavlan {}",
}
NOT_ONCE = "{} är redan ifyllt. Rätta skrivfel om det är fel."


def last_decision(plan: Plan) -> Decision | None:
    """The decision that is in force."""
    decisions = in_order(plan.decisions.all())
    return decisions[-1] if decisions else None


def decided_content(plan: Plan) -> content.PlanContent:
    """What is in force: as it was kept, else, of a plan without versions, as it stands."""
    version = plan.versions.in_force().order_by("-number").first()
    if version is None:
        return load_content(plan, with_picture_data=True)
    return content_of_version(version)


def complete(plan: Plan, *, facts: Facts, minutes: PdfFile | None, by: User, seen: int) -> Passage:
    """Add what was not known at the decision, and keep a version that bears it.

    Raises what `transition` raises, and Incomplete for a fact that is there already.
    """

    def check(locked: Plan) -> None:
        decision = last_decision(locked)
        for name in facts:
            if decision is None or getattr(decision, name):
                raise Incomplete(NOT_ONCE.format(WORDS[name].format("").strip().capitalize()))

    def then(locked: Plan, passage: Passage, version: PlanVersion | None) -> None:
        decision = _write_facts(locked, facts)
        if minutes is not None:
            keep_file(locked, decision, DecisionFile.Kind.MINUTES, minutes, by=by)

    said = facts_in_words(facts) + (["protokoll inlagt"] if minutes else [])
    details = Details(
        press=lambda fresh: _pressed(decided_content(fresh), facts),
        stamp=_stamp(PlanVersion.Kind.COMPLETED, by, ", ".join(said)),
        check=check,
        then=then,
    )
    return transition(plan, Act.COMPLETE, by=by, seen=seen, details=details)


def correct(
    plan: Plan,
    *,
    facts: Facts,
    made: content.PlanContent,
    told: str,
    reason: str,
    by: User,
    seen: int,
    address: str,
) -> Passage:
    """Put slips of the pen right, openly: in the decision's facts, and in the text as in `made`.

    `told` says what stood and what stands now. Raises what `transition` raises.
    """

    def then(locked: Plan, passage: Passage, version: PlanVersion | None) -> None:
        _write_facts(locked, facts)
        restore(locked, made)
        people = board_and_office(locked)
        number = version.number if version else ""
        url = f"{address}versioner/{number}/"
        announce("decision_corrected", locked, people, passage, by=by, url=url)

    details = Details(
        reason=f"{told} {reason}",
        press=lambda fresh: _pressed(made, facts),
        stamp=_stamp(PlanVersion.Kind.CORRECTION, by, f"{told} {reason}"),
        then=then,
    )
    return transition(plan, Act.CORRECT, by=by, seen=seen, details=details)


def facts_in_words(facts: Facts) -> list[str]:
    """ "§ 42", "justerat 2023-12-05"."""
    return [WORDS[name].format(value) for name, value in facts.items()]


def _pressed(said: content.PlanContent, facts: Facts) -> Pressed:
    *earlier, last = in_order(said.decisions)
    printed = replace(
        last,
        minutes_paragraph=str(facts.get("minutes_paragraph", last.minutes_paragraph)),
        registry_number=str(facts.get("registry_number", last.registry_number)),
    )
    return press_content(replace(said, decisions=(*earlier, printed)))


def _stamp(kind: str, by: User, note: str) -> Stamp:
    return Stamp(kind=kind, dated_on=timezone.localdate(), by=str(by), note=note[:500])


def _write_facts(plan: Plan, facts: Facts) -> Decision:
    decision = last_decision(plan)
    if decision is None:
        raise Incomplete("Planen har inget beslut.")
    for name, value in facts.items():
        setattr(decision, name, value)
    decision.save(update_fields=list(facts))
    return decision
