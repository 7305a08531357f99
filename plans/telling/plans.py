"""What happened to a plan, its decisions and those it is shared with, in words."""

from collections.abc import Mapping
from typing import Any

from finsam.swedish import listed
from finsam.traces.changes import changes
from finsam.traces.happening import Happening, Operation
from plans.models import Decision, DraftShare, Plan

BECAME = {
    Plan.Status.DRAFT: "blev ett utkast",
    Plan.Status.CONSULTATION: "gick ut på samråd",
    Plan.Status.REVIEW: "gick till styrelsen",
    Plan.Status.DECIDED: "blev beslutad",
}
GROUPS = dict(DraftShare.Group.choices)
LEVELS = dict(DraftShare.Level.choices)
PARTS = dict(DraftShare.Part.choices)
DECISIONS = dict(Decision.Kind.choices)


def plan(one: Happening) -> str:
    """ "Planen 2024 blev beslutad." """
    year = one.values.get("year")
    if one.operation == Operation.ADDED:
        label = dict(Plan.Status.choices).get(one.after.get("status", ""), "utkast")
        return f"Planen {year} lades till ({str(label).lower()})."
    if one.operation == Operation.REMOVED:
        return f"Planen {year} togs bort."
    if one.changed("year"):
        return f"Planen {one.before.get('year')} gäller nu {year}."
    return f"Planen {year} {BECAME.get(one.after.get('status', ''), 'fick ett annat läge')}."


def decision(one: Happening) -> str:
    """ "Beslutet om planen 2024 lades till: beslutad 2023-11-30, § 42." """
    about = f"Beslutet om planen {one.values.get('year')}"
    if one.operation == Operation.CHANGED:
        return f"{about}: {changes(one, Decision, without=('year',))}."
    done = "togs bort" if one.operation == Operation.REMOVED else "lades till"
    return f"{about} {done}: {_decided(one.values)}."


def _decided(values: Mapping[str, Any]) -> str:
    word = DECISIONS.get(values.get("kind", ""), "beslutad")
    parts = [f"{word} {values.get('decided_on')}"]
    parts += [f"§ {values['minutes_paragraph']}"] if values.get("minutes_paragraph") else []
    return ", ".join(parts + ([values["registry_number"]] if values.get("registry_number") else []))


def share(one: Happening) -> str:
    """ "Utkastet 2025 delades med ekonomen: skriva i budgeten." """
    draft, other = f"Utkastet {one.values.get('year')}", _shared_with(one.values)
    if one.operation == Operation.ADDED:
        return f"{draft} delades med {other}: {_rights(one.after)}."
    if one.operation == Operation.REMOVED:
        return f"{draft} delas inte längre med {other}."
    return f"{draft}, delat med {other}: {_rights(one.before)} blev {_rights(one.after)}."


def _shared_with(values: Mapping[str, Any]) -> str:
    return str(GROUPS.get(values.get("group") or "", "") or values.get("user") or "någon")


def _rights(values: Mapping[str, Any]) -> str:
    level = str(LEVELS.get(values.get("level", ""), "läsa"))
    parts = [str(PARTS.get(part, part)) for part in values.get("parts") or []]
    return f"{level} i {listed(parts)}" if parts else level


def clearing(one: Happening) -> str:
    """ "Arbetsmaterialet för planen 2024 rensades: 12 ändringar till och med 2023-11-30." """
    count = one.after.get("count", 0)
    changes_made = "1 ändring" if count == 1 else f"{count} ändringar"
    return (
        f"Arbetsmaterialet för planen {one.after.get('year')} rensades: "
        f"{changes_made} till och med {one.after.get('until')}."
    )
