"""What happened to people, roles, members and the board, in words."""

from collections.abc import Mapping
from typing import Any

from finsam.members.models import Auditor, BoardSeat, Member, Role
from finsam.traces.changes import changes
from finsam.traces.happening import Happening, Operation

ROLES = dict(Role.Kind.choices)
SEATS = dict(BoardSeat.Kind.choices)
OFFICES = dict(BoardSeat.Office.choices)
NOBODY = "någon vars konto inte finns kvar"


def role(one: Happening) -> str:
    """ "Rollen kansli gavs till Anna Berg (anna@berg.se)." """
    person = one.values.get("user") or NOBODY
    if one.operation == Operation.ADDED:
        return f"Rollen {_role(one.after)} gavs till {person}."
    if one.operation == Operation.REMOVED:
        return f"Rollen {_role(one.before)} togs från {person}."
    before = one.before.get("user") or NOBODY
    if before != person:
        return f"Rollen {_role(one.after)} gick från {before} till {person}."
    return f"Rollen för {person} ändrades från {_role(one.before)} till {_role(one.after)}."


def _role(values: Mapping[str, Any]) -> str:
    word = ROLES.get(values.get("kind", ""), "okänd")
    return f"{word} för {values['member']}" if values.get("member") else str(word)


def account(one: Happening) -> str:
    """ "Adressen för Anna Berg ändrades från anna@berg.se till anna@sorsjo.se." """
    person = _account(one.values)
    if one.operation == Operation.ADDED:
        is_administrator = one.after.get("is_superuser")
        return f"Konto lades upp för {person}{', som administratör' if is_administrator else ''}."
    if one.operation == Operation.REMOVED:
        return f"Kontot för {person} togs bort."
    return ". ".join(_account_changes(one) or [f"Kontot för {person} ändrades"]) + "."


def _account_changes(one: Happening) -> list[str]:
    was, new, person = one.before, one.after, _account(one.after)
    words = {
        "name": lambda: f"{_account(was)} heter nu {new['name'] or new['email']}",
        "email": lambda: (
            f"Adressen för {new['name'] or was['email']} ändrades "
            f"från {was['email']} till {new['email']}"
        ),
        "is_active": lambda: (
            f"{person} får {'åter' if new['is_active'] else 'inte längre'} logga in"
        ),
        "is_superuser": lambda: (
            f"{person} {'blev' if new['is_superuser'] else 'är inte längre'} administratör"
        ),
    }
    return [words[name]() for name in one.changed(*words)]


def _account(values: Mapping[str, Any]) -> str:
    name, email = values.get("name") or "", values.get("email") or ""
    return f"{name} ({email})" if name else email or "någon"


def authenticator(one: Happening) -> str:
    """ "Anna Berg (anna@berg.se) lade till en passkey." """
    things = {"webauthn": "En passkey", "recovery_codes": "Återställningskoder"}
    thing = things.get(one.values.get("type", ""), "Ett sätt att logga in")
    done = "togs bort" if one.operation == Operation.REMOVED else "lades till"
    return f"{thing} {done} för {one.values.get('user') or NOBODY}."


def invitation(one: Happening) -> str:
    """ "Anna Berg (anna@berg.se) bjöds in till rollen kansli." """
    person = one.values.get("user") or NOBODY
    first = one.values.get("user") or NOBODY.capitalize()
    if one.operation == Operation.ADDED:
        return f"{first} bjöds in till {_invited_to(one.after)}."
    if one.operation == Operation.REMOVED:
        return f"Inbjudan till {person} togs bort."
    if one.changed("accepted_at") and one.after.get("accepted_at"):
        return f"{first} tackade ja till {_invited_to(one.after)}."
    if one.changed("revoked_at") and one.after.get("revoked_at"):
        return f"Inbjudan till {person} återkallades."
    if one.changed("sent_at"):
        return f"Inbjudan till {person} skickades igen."
    return f"Inbjudan till {person} ändrades."


def _invited_to(values: Mapping[str, Any]) -> str:
    if values.get("role"):
        return f"rollen {_role({'kind': values['role'], 'member': values.get('member')})}"
    return f"en plats i styrelsen för {values.get('seat') or 'en medlem'}"


def member(one: Happening) -> str:
    """ "Medlemmen Bergs kommun: medlem till ändrades från inget till 2025-12-31." """
    name = one.values.get("name", "")
    if one.operation == Operation.CHANGED:
        return f"Medlemmen {one.before.get('name', '')}: {changes(one, Member)}."
    return f"Medlemmen {name} {_came_or_went(one)}."


def seat(one: Happening) -> str:
    """ "Ledamot för Bergs kommun: innehavare ändrades från Bo Ek till Anna Berg." """
    place = str(SEATS.get(one.values.get("kind", ""), "plats")).capitalize()
    where = f"{place} för {one.values.get('member') or 'en medlem'}"
    if one.operation == Operation.CHANGED:
        return f"{where}: {changes(one, BoardSeat, without=('position', 'member'))}."
    holder = one.values.get("holder") or one.values.get("user") or "vakant"
    office = OFFICES.get(one.values.get("office") or "", "") if one.values.get("office") else ""
    who = ", ".join(filter(None, [holder, str(office), _term(one.values)]))
    return f"{where} {_came_or_went(one)}: {who}."


def auditor(one: Happening) -> str:
    """ "Revisorn Eva Lund lades till, från 2025-01-01." """
    name = one.values.get("holder", "")
    if one.operation == Operation.CHANGED:
        return f"Revisorn {one.before.get('holder', '')}: {changes(one, Auditor)}."
    term = _term(one.values)
    return f"Revisorn {name} {_came_or_went(one)}{f', {term}' if term else ''}."


def _came_or_went(one: Happening) -> str:
    return "togs bort" if one.operation == Operation.REMOVED else "lades till"


def _term(values: Mapping[str, Any]) -> str:
    parts = [f"från {values['starts_on']}"] if values.get("starts_on") else []
    return " ".join(parts + ([f"till {values['ends_on']}"] if values.get("ends_on") else []))
