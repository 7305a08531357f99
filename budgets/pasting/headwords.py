"""What a column's head says: its year, what kind of column it is, and its unit."""

import re
from dataclasses import dataclass

from budgets.sheet import Column, ColumnKind, Unit

_LONG = {
    "utfall": ColumnKind.ACTUAL,
    "bokslut": ColumnKind.ACTUAL,
    "redovisat": ColumnKind.ACTUAL,
    "prognos": ColumnKind.FORECAST,
    "budget": ColumnKind.BUDGET,
    "plan": ColumnKind.PLAN,
    "inriktning": ColumnKind.PLAN,
}
_SHORT = {
    "utf": ColumnKind.ACTUAL,
    "u": ColumnKind.ACTUAL,
    "progn": ColumnKind.FORECAST,
    "prog": ColumnKind.FORECAST,
    "pr": ColumnKind.FORECAST,
    "bud": ColumnKind.BUDGET,
    "b": ColumnKind.BUDGET,
    "pl": ColumnKind.PLAN,
    "p": ColumnKind.PLAN,
}
"""What stands for a kind only beside its year."""

_KINDS = _LONG | _SHORT
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_YEAR = "(?<![0-9])20[0-9]{2}(?![0-9])"
_RANGE = "(?P<range>[ ]*[-–/][ ]*[0-9]+)?"
_FULL = re.compile(rf"\b(?P<kind>{_KIND})[ .:-]*(?P<year>{_YEAR}){_RANGE}")
_TWO_DIGITS = re.compile(rf"\b(?P<kind>{_KIND})[ .:-]*['’]?(?P<year>[0-9]{{2}})(?![0-9]){_RANGE}")
_TOTAL = re.compile(r"\b(?:total\w*|summa|sum|sammanlagt)\b")
_UNITS = {
    Unit.TKR: re.compile(r"\b(?:tkr|kkr|tusental|tusen)\b"),
    Unit.KR: re.compile(r"\b(?:kr|kronor|sek)\b"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a head says of its column; a head that says nothing certain has neither year nor kind.

    `is_total` is a head of sums over the columns.
    """

    text: str
    year: int | None = None
    kind: ColumnKind | None = None
    is_total: bool = False

    @property
    def is_known(self) -> bool:
        return self.is_total or self.year is not None or self.kind is not None

    @property
    def column(self) -> Column | None:
        """The column that the head names in full."""
        if self.year is None or self.kind is None:
            return None
        return Column(year=self.year, kind=self.kind)


def words(text: str) -> Words:
    """What a head says: "Budget 2024", "2024", "B2016", "Budget 2023 beslutad 2022", "Totalt".

    A kind beside a year counts before any other. A head that names several columns, or the years
    from one to another, says nothing.
    """
    said = " ".join(text.split())
    low = said.lower()
    years = {int(year) for year in re.findall(_YEAR, low)}
    pairs = list((_FULL if years else _TWO_DIGITS).finditer(low))
    named = {(_KINDS[found["kind"]], 2000 + int(found["year"][-2:])) for found in pairs}
    if len(named) == 1 and not any(found["range"] for found in pairs):
        ((kind, year),) = named
        return Words(text=said, year=year, kind=kind)
    if named:
        return Words(text=said)
    if _TOTAL.search(low):
        return Words(text=said, is_total=True)
    return _apart(said, years)


def is_year(text: str) -> bool:
    """Whether a cell holds nothing but a year."""
    return re.fullmatch(_YEAR, text.strip()) is not None


def unit_said(text: str) -> Unit | None:
    """The unit that a head or a title names: "Belopp i tkr"; None where it names none."""
    low = text.lower()
    return next((unit for unit, named in _UNITS.items() if named.search(low)), None)


def _apart(said: str, years: set[int]) -> Words:
    """A head whose kind and year do not stand beside each other, or that has but one of them."""
    kinds = {_LONG[word] for word in re.findall(r"\w+", said.lower()) if word in _LONG}
    if len(years) > 1 or len(kinds) > 1:
        return Words(text=said)
    return Words(text=said, year=next(iter(years), None), kind=next(iter(kinds), None))
