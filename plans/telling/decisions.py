"""What was filled in about decisions, approved and filed, in words."""

from finsam.traces.happening import Happening, Operation
from plans.models import DecisionFile

FILES = dict(DecisionFile.Kind.choices)


def record(one: Happening) -> str:
    """ "Beslutet 2023-11-30 om planen 2024 godkändes av Anna Ek." """
    about = f"{one.values.get('decided_on')} om planen {one.values.get('year')}"
    if one.operation == Operation.REMOVED:
        return f"Uppgifterna om beslutet {about} togs bort."
    if one.changed("approved_by"):
        return f"Beslutet {about} godkändes av {one.after.get('approved_by')}."
    done = "fylldes i" if one.operation == Operation.ADDED else "ändrades"
    return f"Uppgifterna om beslutet {about} {done}."


def file(one: Happening) -> str:
    """ "Protokoll till beslutet 2023-11-30 om planen 2024 lades in: protokoll.pdf." """
    kind = str(FILES.get(one.values.get("kind", ""), "fil")).capitalize()
    return (
        f"{kind} till beslutet {one.values.get('decided_on')} om planen {one.values.get('year')} "
        f"lades in: {one.values.get('name')}."
    )
