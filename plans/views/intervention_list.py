"""The insatser of a plan by level: each as it is read, those that are open as forms."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from budgets.sheet import Line, Side
from goals.content import Intervention, Level
from goals.numbering import numbers
from plans.document.blocks.interventions import LEVELS, Card
from plans.document.content import PlanContent
from plans.document.document import interventions_of
from plans.models import Plan
from plans.views.goal_list import Tick
from plans.views.pictures import picture_addresses
from plans.views.texts import EditorTexts
from plans.views.units import UnitForm, unit_form
from plans.writing.units import INTERVENTION


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIntervention:
    """An insats that is being written: its own fields, its goals, the lines that pay for it."""

    unit: UnitForm
    html: str
    goals: tuple[Tick, ...]
    lines: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedIntervention:
    """An insats in the list, with the goals it serves and the lines that pay for it in words."""

    key: UUID
    card: Card
    goals: tuple[str, ...]
    lines: tuple[str, ...]
    open: OpenIntervention | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLevel:
    """The insatser of one level, with the sums of their volumes by unit."""

    level: Level
    name: str
    interventions: tuple[ListedIntervention, ...]
    volumes: tuple[tuple[str, str], ...]


class InterventionLists:
    """Makes the list of one plan's insatser from its content. One query more for what is open."""

    def __init__(self, plan: Plan, content: PlanContent, opened: Collection[UUID] = ()) -> None:
        self.plan = plan
        self.content = content
        self.names = dict(_goal_names(content))
        self.lines = _lines(content)
        rows = plan.goal_map.interventions.filter(key__in=set(opened)) if opened else ()
        self.rows: dict[UUID, Any] = {row.key: row for row in rows}
        self.all = content.goal_map.interventions

    def levels(self) -> tuple[ListedLevel, ...]:
        """Both levels, the empty one too: there one can add."""
        pictures = picture_addresses(self.plan, self.content)
        view = interventions_of(self.content, pictures=pictures)
        groups = {group.name: group for group in view.groups}
        cards = {card.key: card for group in groups.values() for card in group.cards}
        return tuple(
            ListedLevel(
                level=level,
                name=name,
                interventions=tuple(
                    self._listed(one, cards[one.key]) for one in self.all if one.level is level
                ),
                volumes=groups[name].volumes if name in groups else (),
            )
            for level, name in LEVELS.items()
        )

    def find(self, key: UUID) -> ListedIntervention | None:
        """One insats of the list; None where there is none."""
        listed = (one for level in self.levels() for one in level.interventions)
        return next((one for one in listed if one.key == key), None)

    def goal_tick(self, one: Intervention, goal: UUID) -> Tick:
        """Whether an insats serves a goal."""
        return Tick(key=goal, words=self.names[goal], is_on=goal in one.goals)

    def line_tick(self, one: Intervention, line: Line) -> Tick:
        """Whether a line pays for an insats, or for which other it does."""
        others = (other.name for other in self.all if other.key == line.intervention != one.key)
        note = next((f"betalar nu {name}" for name in others), "")
        return Tick(key=line.key, words=line.label, is_on=line.intervention == one.key, note=note)

    def _listed(self, one: Intervention, card: Card) -> ListedIntervention:
        return ListedIntervention(
            key=one.key,
            card=card,
            goals=tuple(self.names[key] for key in one.goals if key in self.names),
            lines=tuple(line.label for line in self.lines if line.intervention == one.key),
            open=self._open(one),
        )

    def _open(self, one: Intervention) -> OpenIntervention | None:
        row = self.rows.get(one.key)
        if row is None:
            return None
        return OpenIntervention(
            unit=unit_form(self.plan, INTERVENTION, row, name=f"Insatsen {one.name}", key=one.key),
            html=EditorTexts(self.plan, self.content)(row.html),
            goals=tuple(self.goal_tick(one, goal) for goal in self.names),
            lines=tuple(self.line_tick(one, line) for line in self.lines),
        )


def _goal_names(content: PlanContent) -> Iterator[tuple[UUID, str]]:
    """Every goal in words, in order: "Individen: 2 Fler kommer i arbete"."""
    found = numbers(content.goal_map)
    for perspective in content.goal_map.perspectives:
        home = f"{perspective.name}: " if perspective.name else ""
        for top in perspective.goals:
            for goal in top.walk():
                number = found[goal.key] if goal is top else f"{found[top.key]}.{found[goal.key]}"
                said = goal.heading or goal.text
                yield goal.key, f"{home}{number.strip('.')} {said}".replace(":  ", ": ").strip()


def _lines(content: PlanContent) -> list[Line]:
    """The budget's costs that are no sums, and whatever else pays for an insats."""
    if content.budget is None:
        return []
    leaves = [(side, line) for side, line in content.budget.walk() if not line.is_group]
    return [line for side, line in leaves if side is Side.COST or line.intervention]
