"""What happened to a federation's own data and its meetings, in words."""

from finsam.federations.models import Federation
from finsam.traces.changes import changes
from finsam.traces.happening import Happening, Operation


def federation(one: Happening) -> str:
    """ "Sista beslutsdag ändrades från 11-30 till 11-25." """
    if one.operation == Operation.ADDED:
        return f"{one.after.get('name', 'Förbundet')} lades till i tjänsten."
    if one.operation == Operation.REMOVED:
        return f"{one.before.get('name', 'Förbundet')} togs bort ur tjänsten."
    said = changes(one, Federation, without=("logo_media_type",))
    return f"{said[0].upper()}{said[1:]}."


def meeting(one: Happening) -> str:
    """ "Styrelsemötet 2025-11-25 lades till." """
    day = one.values.get("held_on", "")
    if one.operation == Operation.ADDED:
        return f"Styrelsemötet {day} lades till."
    if one.operation == Operation.REMOVED:
        return f"Styrelsemötet {day} togs bort."
    if one.changed("held_on"):
        return f"Styrelsemötet flyttades från {one.before.get('held_on')} till {day}."
    note = one.after.get("note")
    return f"Anmärkningen på styrelsemötet {day} ändrades till {note or 'inget'}."
