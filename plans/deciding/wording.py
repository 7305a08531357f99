"""A decision in words: as it is sent out, posted on the notice board and kept in the case file."""

from collections.abc import Iterator

from plans.deciding.completing import last_decision
from plans.document.record import attendees_of, resolutions_of
from plans.models import Decision, DecisionRecord, Plan, PlanVersion


def record_of(plan: Plan, decision: Decision) -> DecisionRecord | None:
    """The approved record of a decision; None where it was decided elsewhere. One query."""
    return (
        DecisionRecord.objects.approved()
        .filter(plan=plan, kind=decision.kind, subject=decision.subject)
        .filter(decided_on=decision.decided_on, referral="")
        .first()
    )


def decision_text(plan: Plan, version: PlanVersion) -> str:
    """What the board decided, for those who were not there. `version` is the one in force."""
    decision = last_decision(plan)
    record = record_of(plan, decision) if decision else None
    parts = [[plan.federation.name]]
    if decision:
        parts[0] += _facts(decision, record)
    parts += [[version.title, f"Versionen som gäller: {version.label}."]]
    if record:
        parts += [_subject(record), _resolved(record), _reservations(record)]
    return "\n\n".join("\n".join(part) for part in parts)


def notice_text(plan: Plan, version: PlanVersion, decision: Decision) -> str:
    """What stands on the notice board. `version` is the one in force."""
    record = record_of(plan, decision)
    lines = [
        "Anslag om justerat protokoll" if decision.adjusted_on else "Anslag om styrelsens beslut",
        "",
        f"Organ: {plan.federation.name}, styrelsen",
        f"Sammanträde: {decision.decided_on}",
        *_numbers(decision),
        f"Ärende: {version.title}",
        *([f"Protokollet justerat: {decision.adjusted_on}"] if decision.adjusted_on else []),
        *([f"Anslaget: {decision.posted_on}"] if decision.posted_on else []),
        *([f"Tas ned: {decision.taken_down_on}"] if decision.taken_down_on else []),
        f"Protokollet förvaras hos: {_keeper(plan)}",
    ]
    return "\n".join([*lines, *(["", *_resolved(record)] if record else [])])


def record_text(record: DecisionRecord) -> str:
    """A whole record: who was there, what was resolved, and who approved it."""
    people = attendees_of(record.attendance)
    there = [one.words for one in people if one.is_there]
    away = [one.name for one in people if not one.is_there and not one.is_deputy]
    parts = [
        [f"Sammanträde {record.decided_on}", *([record.meeting] if record.meeting else [])],
        _subject(record),
        [f"Styrelsen hade version {record.version}{_changes(record)}."],
        _resolved(record),
        *([["Skäl för återremiss", record.referral]] if record.referral else []),
        ["Närvarande", *(there or ["Ingen är angiven."])],
        *([["Frånvarande", *away]] if away else []),
        *([["Övriga", record.others]] if record.others else []),
        _reservations(record),
        [f"Uppgifterna är ifyllda av {record.written_by}."],
        *([[f"Godkänt av {record.approved_by}."]] if record.approved_by else []),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _facts(decision: Decision, record: DecisionRecord | None) -> Iterator[str]:
    where = f", {record.meeting}" if record and record.meeting else ""
    yield f"Styrelsens sammanträde {decision.decided_on}{where}"
    yield from _numbers(decision)
    if decision.adjusted_on:
        yield f"Protokollet justerat {decision.adjusted_on}"


def _numbers(decision: Decision) -> Iterator[str]:
    if decision.minutes_paragraph:
        yield f"§ {decision.minutes_paragraph.strip('§ ')}"
    if decision.registry_number:
        yield f"Diarienummer {decision.registry_number}"


def _subject(record: DecisionRecord) -> list[str]:
    return [f"Beslutet gäller {record.get_subject_display()}."]


def _resolved(record: DecisionRecord) -> list[str]:
    said = [f"- {one.words}" for one in resolutions_of(record.resolutions)]
    return ["Styrelsens beslut", *said]


def _reservations(record: DecisionRecord) -> list[str]:
    return ["Reservationer", record.reservations or "Ingen."]


def _changes(record: DecisionRecord) -> str:
    return ", och beslutade med ändringar" if record.with_changes else ""


def _keeper(plan: Plan) -> str:
    federation = plan.federation
    return f"{federation.name}, {federation.seat}" if federation.seat else federation.name
