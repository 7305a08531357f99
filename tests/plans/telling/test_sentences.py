"""Each kind of trace as one sentence."""

import re

import pytest

from finsam.traces.happening import Happening, Operation
from plans.telling.groups import KINDS
from plans.telling.sentences import TELLERS, sentence
from tests.finsam.traces.traced import traced_kinds

ADDED, CHANGED, REMOVED = Operation.ADDED, Operation.CHANGED, Operation.REMOVED
ANNA = {"name": "Anna Berg", "email": "anna@berg.se", "is_active": True, "is_superuser": False}
ROLE = {"kind": "staff", "user": "Anna Berg (anna@berg.se)", "user_id": 1, "member": None}
INVITED = {"user": "Anna Berg (anna@berg.se)", "role": "member", "member": "Bergs kommun"}
SEAT = {"kind": "regular", "member": "Bergs kommun", "holder": "Bo Ek", "office": "chair"}
TERM = {"holder": "Eva Lund", "starts_on": "2025-01-01", "ends_on": None}
SHARE = {"year": 2025, "group": "economist", "level": "write", "parts": ["budget"]}
DECISION = {"year": 2024, "kind": "decided", "decided_on": "2023-11-30", "minutes_paragraph": "42"}
MEMBER = {"name": "Bergs kommun", "kind": "municipality", "left_on": None}

RECORD = {"year": 2024, "decided_on": "2023-11-30"}

ADDITIONS = [
    ("user", ANNA, "Konto lades upp för Anna Berg (anna@berg.se)."),
    (
        "user",
        ANNA | {"name": "", "is_superuser": True},
        "Konto lades upp för anna@berg.se, som administratör.",
    ),
    ("role", ROLE, "Rollen kansli gavs till Anna Berg (anna@berg.se)."),
    (
        "role",
        ROLE | {"kind": "member", "member": "Bergs kommun"},
        "Rollen medlemsrepresentant för Bergs kommun gavs till Anna Berg (anna@berg.se).",
    ),
    (
        "invitation",
        INVITED,
        "Anna Berg (anna@berg.se) bjöds in till rollen medlemsrepresentant för Bergs kommun.",
    ),
    (
        "invitation",
        {"user": "bo@berg.se", "role": "", "seat": "Bergs kommun"},
        "bo@berg.se bjöds in till en plats i styrelsen för Bergs kommun.",
    ),
    ("authenticator", {"type": "webauthn", "user": "Anna"}, "En passkey lades till för Anna."),
    ("member", MEMBER, "Medlemmen Bergs kommun lades till."),
    ("seat", SEAT, "Ledamot för Bergs kommun lades till: Bo Ek, ordförande."),
    (
        "seat",
        {"kind": "deputy", "member": "Bergs kommun", "ends_on": "2026-12-31"},
        "Ersättare för Bergs kommun lades till: vakant, till 2026-12-31.",
    ),
    ("auditor", TERM, "Revisorn Eva Lund lades till, från 2025-01-01."),
    ("federation", {"name": "Förbundet Berg"}, "Förbundet Berg lades till i tjänsten."),
    ("meeting", {"held_on": "2025-11-25"}, "Styrelsemötet 2025-11-25 lades till."),
    ("plan", {"year": 2024, "status": "draft"}, "Planen 2024 lades till (utkast)."),
    (
        "decision",
        DECISION,
        "Beslutet om planen 2024 lades till: beslutad 2023-11-30, § 42.",
    ),
    ("share", SHARE, "Utkastet 2025 delades med ekonomen: skriva i budgeten."),
    ("record", RECORD, "Uppgifterna om beslutet 2023-11-30 om planen 2024 fylldes i."),
    (
        "decision_file",
        RECORD | {"kind": "minutes", "name": "protokoll.pdf"},
        "Protokoll till beslutet 2023-11-30 om planen 2024 lades in: protokoll.pdf.",
    ),
    (
        "share",
        SHARE | {"group": "", "user": "Bo Ek (bo@berg.se)", "parts": ["text", "goals", "budget"]},
        "Utkastet 2025 delades med Bo Ek (bo@berg.se): skriva i texten, målen och budgeten.",
    ),
]

CHANGES = [
    (
        "record",
        RECORD | {"approved_by": ""},
        {"approved_by": "Ann Ek"},
        "Beslutet 2023-11-30 om planen 2024 godkändes av Ann Ek.",
    ),
    (
        "record",
        RECORD | {"edition": 1},
        {"edition": 2},
        "Uppgifterna om beslutet 2023-11-30 om planen 2024 ändrades.",
    ),
    ("user", ANNA, {"is_active": False}, "Anna Berg (anna@berg.se) får inte längre logga in."),
    ("user", ANNA, {"is_superuser": True}, "Anna Berg (anna@berg.se) blev administratör."),
    (
        "user",
        ANNA | {"is_superuser": True},
        {"is_superuser": False},
        "Anna Berg (anna@berg.se) är inte längre administratör.",
    ),
    ("user", ANNA, {"name": "Anna Ek"}, "Anna Berg (anna@berg.se) heter nu Anna Ek."),
    (
        "user",
        ANNA,
        {"email": "anna@ek.se"},
        "Adressen för Anna Berg ändrades från anna@berg.se till anna@ek.se.",
    ),
    (
        "role",
        ROLE,
        {"kind": "chief"},
        "Rollen för Anna Berg (anna@berg.se) ändrades från kansli till förbundschef.",
    ),
    (
        "invitation",
        INVITED | {"accepted_at": None},
        {"accepted_at": "2025-01-01T12:00:00+00:00"},
        "Anna Berg (anna@berg.se) tackade ja till rollen medlemsrepresentant för Bergs kommun.",
    ),
    (
        "invitation",
        INVITED | {"revoked_at": None},
        {"revoked_at": "2025-01-01T12:00:00+00:00"},
        "Inbjudan till Anna Berg (anna@berg.se) återkallades.",
    ),
    (
        "invitation",
        INVITED | {"sent_at": "2025-01-01T12:00:00+00:00"},
        {"sent_at": "2025-01-02T12:00:00+00:00"},
        "Inbjudan till Anna Berg (anna@berg.se) skickades igen.",
    ),
    (
        "member",
        MEMBER,
        {"left_on": "2025-12-31"},
        "Medlemmen Bergs kommun: medlem till ändrades från inget till 2025-12-31.",
    ),
    (
        "seat",
        SEAT,
        {"holder": "Anna Berg", "office": ""},
        "Ledamot för Bergs kommun: innehavare ändrades från Bo Ek till Anna Berg; "
        "uppdrag ändrades från ordförande till inget.",
    ),
    (
        "auditor",
        TERM,
        {"ends_on": "2026-12-31"},
        "Revisorn Eva Lund: till ändrades från inget till 2026-12-31.",
    ),
    (
        "federation",
        {"decision_day": "11-30"},
        {"decision_day": "11-25"},
        "Sista beslutsdag ändrades från 11-30 till 11-25.",
    ),
    (
        "federation",
        {"equity_floor": None, "decision_word": "decided", "has_cover_band": True},
        {"equity_floor": 1_000_000, "decision_word": "settled", "has_cover_band": False},
        "Lägsta eget kapital ändrades från inget till 1\u00a0000\u00a0000\u00a0kr; "
        "ordet för beslut ändrades från beslutad till fastställd; "
        "insatsband på omslaget ändrades från ja till nej.",
    ),
    (
        "federation",
        {"statutes": "Kort", "logo": "ab", "equity_steps": []},
        {"statutes": "Lång" * 50, "logo": "cd", "equity_steps": [{"above": 0, "percent": 20}]},
        "Förbundsordning ändrades; logotyp ändrades; steg för eget kapital ändrades.",
    ),
    (
        "meeting",
        {"held_on": "2025-11-25"},
        {"held_on": "2025-11-27"},
        "Styrelsemötet flyttades från 2025-11-25 till 2025-11-27.",
    ),
    (
        "plan",
        {"year": 2024, "status": "review"},
        {"status": "decided"},
        "Planen 2024 blev beslutad.",
    ),
    (
        "decision",
        DECISION,
        {"registry_number": "2023/12"},
        "Beslutet om planen 2024: diarienummer ändrades från inget till 2023/12.",
    ),
    (
        "share",
        SHARE,
        {"level": "read", "parts": []},
        "Utkastet 2025, delat med ekonomen: skriva i budgeten blev läsa.",
    ),
]

REMOVALS = [
    ("user", ANNA, "Kontot för Anna Berg (anna@berg.se) togs bort."),
    ("role", ROLE, "Rollen kansli togs från Anna Berg (anna@berg.se)."),
    (
        "role",
        {"kind": "staff", "user": None},
        "Rollen kansli togs från någon vars konto inte finns kvar.",
    ),
    ("invitation", INVITED, "Inbjudan till Anna Berg (anna@berg.se) togs bort."),
    ("authenticator", {"type": "webauthn", "user": "Anna"}, "En passkey togs bort för Anna."),
    ("member", MEMBER, "Medlemmen Bergs kommun togs bort."),
    ("seat", SEAT, "Ledamot för Bergs kommun togs bort: Bo Ek, ordförande."),
    ("auditor", TERM, "Revisorn Eva Lund togs bort, från 2025-01-01."),
    ("federation", {"name": "Förbundet Berg"}, "Förbundet Berg togs bort ur tjänsten."),
    ("meeting", {"held_on": "2025-11-25"}, "Styrelsemötet 2025-11-25 togs bort."),
    ("plan", {"year": 2024, "status": "draft"}, "Planen 2024 togs bort."),
    ("decision", DECISION, "Beslutet om planen 2024 togs bort: beslutad 2023-11-30, § 42."),
    ("share", SHARE, "Utkastet 2025 delas inte längre med ekonomen."),
    ("record", RECORD, "Uppgifterna om beslutet 2023-11-30 om planen 2024 togs bort."),
]


@pytest.mark.parametrize(("kind", "values", "said"), ADDITIONS)
def test_what_was_added(kind: str, values: dict[str, object], said: str) -> None:
    assert sentence(Happening(kind, ADDED, {}, values)) == said


@pytest.mark.parametrize(("kind", "values", "new", "said"), CHANGES)
def test_what_was_changed(
    kind: str, values: dict[str, object], new: dict[str, object], said: str
) -> None:
    assert sentence(Happening(kind, CHANGED, values, values | new)) == said


@pytest.mark.parametrize(("kind", "values", "said"), REMOVALS)
def test_what_was_removed(kind: str, values: dict[str, object], said: str) -> None:
    assert sentence(Happening(kind, REMOVED, values)) == said


@pytest.mark.parametrize(("count", "said"), [(1, "1 ändring"), (12, "12 ändringar")])
def test_what_was_cleared(count: int, said: str) -> None:
    values = {"year": 2024, "count": count, "until": "2023-11-30"}
    assert sentence(Happening("clearing", REMOVED, {}, values)) == (
        f"Arbetsmaterialet för planen 2024 rensades: {said} till och med 2023-11-30."
    )


@pytest.mark.django_db
def test_every_kind_that_is_traced_is_told_and_in_the_filter() -> None:
    kinds = traced_kinds() | {"clearing"}
    in_filter = {kind for group in KINDS.values() for kind in group}
    assert ({*TELLERS}, in_filter) == (kinds, kinds)


@pytest.mark.parametrize("kind", sorted(TELLERS))
@pytest.mark.parametrize("operation", Operation)
def test_little_is_told_where_little_is_known(kind: str, operation: Operation) -> None:
    """A row of another time may lack what is traced now; its sentence is still one."""
    said = sentence(Happening(kind, operation, {}, {"is_later": True}))
    assert re.fullmatch(r"[A-ZÅÄÖ].+\.", said)
