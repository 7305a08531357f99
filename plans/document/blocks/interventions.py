"""The financed insatser as cards, with their volumes added up unit by unit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from budgets.formatting import SPACE, grouped
from goals import volumes
from goals.content import Intervention, Level

LEVELS = {Level.INDIVIDUAL: "Individnivå", Level.STRUCTURAL: "Strukturövergripande"}

Text = Callable[[str, int, str], str]
"""Stored text, heading level and heading to printed text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One insats as it is read. `period` and `volume` are empty where they are not known."""

    key: UUID
    name: str
    html: str
    owner: str
    period: str
    volume: str
    unit: str
    is_esf: bool
    is_decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelGroup:
    """The insatser of one level. `volumes` are the sums by unit: ("410", "deltagare")."""

    name: str
    cards: tuple[Card, ...]
    volumes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionsView:
    """Insatser by level. `level` is the level of the headings; a single group needs no name."""

    groups: tuple[LevelGroup, ...]
    level: int
    names_groups: bool

    @property
    def card_level(self) -> int:
        return self.level + self.names_groups


def interventions_view(
    interventions: Sequence[Intervention], of_level: Level | None, level: int, text: Text
) -> InterventionsView:
    """The insatser of one level, or of all. Volumes in different units are never added."""
    shown = [kind for kind in Level if of_level in (None, kind)]
    by_level = {kind: [one for one in interventions if one.level is kind] for kind in shown}
    filled = {kind: found for kind, found in by_level.items() if found}
    names_groups = len(filled) > 1
    groups = tuple(
        _group(kind, found, level + names_groups, text) for kind, found in filled.items()
    )
    return InterventionsView(groups=groups, level=level, names_groups=names_groups)


def _group(kind: Level, found: Sequence[Intervention], level: int, text: Text) -> LevelGroup:
    return LevelGroup(
        name=LEVELS[kind],
        cards=tuple(_card(one, text(one.html, level, one.name)) for one in found),
        volumes=tuple((grouped(volume), unit) for unit, volume in volumes.totals(found).items()),
    )


def _card(intervention: Intervention, html: str) -> Card:
    return Card(
        key=intervention.key,
        name=intervention.name,
        html=html,
        owner=intervention.owner,
        period=period(intervention.starts_on, intervention.ends_on),
        volume="" if intervention.volume is None else grouped(intervention.volume),
        unit=intervention.volume_unit,
        is_esf=intervention.is_esf,
        is_decided=intervention.is_decided,
    )


def period(starts_on: date | None, ends_on: date | None) -> str:
    """The time between two dates in words, of which either may be missing."""
    if starts_on and ends_on:
        return f"{starts_on}{SPACE}–{SPACE}{ends_on}"
    if starts_on:
        return f"från och med {starts_on}"
    return f"till och med {ends_on}" if ends_on else ""
