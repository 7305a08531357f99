"""The goals of a plan as a list to write in: each as it is read, those that are open as forms."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from goals.content import Goal, GoalLabels, GoalLayout, GoalMap, Intervention
from goals.layout.pieces import GoalPiece, Reader
from goals.layout.words import words
from goals.numbering import numbers
from goals.reading import goal_map_of
from plans.models import Plan
from plans.views.units import UnitForm, unit_form
from plans.writing.units import ACTIVITY, GOAL, INDICATOR, PERSPECTIVE

NAMELESS = "Mål utan perspektiv"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIndicator:
    """An indicator that is being written; `has_more` where more than its sentence is said."""

    unit: UnitForm
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box that is ticked: what it says, and whether it is. `key` is the other thing's."""

    key: UUID
    words: str
    is_on: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGoal:
    """A goal that is being written. `places` are where it can go: ("mal/KEY", in words)."""

    unit: UnitForm
    activities: tuple[UnitForm, ...]
    indicators: tuple[OpenIndicator, ...]
    places: tuple[tuple[str, str], ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGoal:
    """A goal in the list. `interventions` are the names of those that serve it."""

    key: UUID
    piece: GoalPiece
    name: str
    interventions: tuple[str, ...]
    is_child: bool
    goals: tuple["ListedGoal", ...]
    open: OpenGoal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerspective:
    """A perspective with its name as a unit."""

    key: UUID
    name: str
    unit: UnitForm
    goals: tuple[ListedGoal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalList:
    """`count` says how much there is; `heads` are the columns' words."""

    count: str
    heads: GoalLabels
    perspectives: tuple[ListedPerspective, ...]

    def walk(self) -> Iterator[ListedGoal]:
        """Every goal and child goal in the list."""
        for perspective in self.perspectives:
            for goal in perspective.goals:
                yield goal
                yield from goal.goals


class GoalLists:
    """Makes the list of one plan's goals. At most nine queries, however many goals are open.

    `goal_map` is the plan's, where it is read already: five queries less.
    """

    def __init__(
        self,
        plan: Plan,
        labels: GoalLabels,
        opened: Collection[UUID] = (),
        goal_map: GoalMap | None = None,
    ) -> None:
        self.plan = plan
        self.map = goal_map or goal_map_of(plan.goal_map)
        self.labels = labels
        self.opened = set(opened)
        self.numbers = numbers(self.map)
        self.served = _served(self.map)

    def whole(self) -> GoalList:
        """The whole list."""
        groups = Reader(self.map, GoalLayout.TABLE, self.labels).groups(None)
        pieces = {group.key: group.goals for group in groups}
        rows = {row.key: row for row in self.plan.goal_map.perspectives.all()}
        return GoalList(
            count=counted(self.map),
            heads=words(self.labels, GoalLayout.TABLE),
            perspectives=tuple(
                ListedPerspective(
                    key=one.key,
                    name=one.name or NAMELESS,
                    unit=self._name(rows[one.key]),
                    goals=tuple(self._goal(goal, one.name) for goal in pieces.get(one.key, ())),
                )
                for one in self.map.perspectives
                if one.key in rows
            ),
        )

    def _name(self, row: Any) -> UnitForm:
        """A perspective's name, written as the heading that it is."""
        name = f"Perspektivet {row.name}".strip()
        unit = unit_form(self.plan, PERSPECTIVE, row, name=name, key=row.key)
        attributes = {"class": "heading-field", "placeholder": NAMELESS, "autocomplete": "off"}
        unit.form.fields["name"].widget.attrs |= attributes
        return unit

    def goal(self, key: UUID) -> ListedGoal | None:
        """One goal of the list; None where there is none."""
        return next((goal for goal in self.whole().walk() if goal.key == key), None)

    def _goal(self, piece: GoalPiece, home: str, *, is_child: bool = False) -> ListedGoal:
        name = ", ".join(filter(None, (_called(piece, is_child=is_child), home)))
        return ListedGoal(
            key=piece.key,
            piece=piece,
            name=name,
            interventions=tuple(one.name for one in self.served[piece.key]),
            is_child=is_child,
            goals=tuple(self._goal(child, home, is_child=True) for child in piece.goals),
            open=self._open(piece.key, name),
        )

    def _open(self, key: UUID, name: str) -> OpenGoal | None:
        """The goal as forms, if it is open and still there."""
        row = self._rows.get(key) if key in self.opened else None
        if row is None:
            return None
        return OpenGoal(
            unit=unit_form(self.plan, GOAL, row, name=name, key=key),
            activities=tuple(
                unit_form(self.plan, ACTIVITY, each, name=f"En aktivitet, {name}", key=each.key)
                for each in self._activities[row.pk]
            ),
            indicators=tuple(open_indicator(self.plan, i, name) for i in self._indicators[row.pk]),
            places=tuple(self._places(key)),
            ticks=tuple(
                Tick(key=one.key, words=one.name, is_on=key in one.goals)
                for one in self.map.interventions
            ),
        )

    def _places(self, key: UUID) -> Iterator[tuple[str, str]]:
        """Where a goal can go: other perspectives, and below goals if it has none below itself."""
        for perspective in self.map.perspectives:
            if all(goal.key != key for goal in perspective.goals):
                yield f"perspektiv/{perspective.key}", perspective.name or NAMELESS
        if any(goal.key == key and goal.goals for goal in self.map.walk()):
            return
        for perspective in self.map.perspectives:
            for goal in perspective.goals:
                if goal.key != key and all(child.key != key for child in goal.goals):
                    yield f"mal/{goal.key}", f"Delmål till {self._short(goal)}"

    def _short(self, goal: Goal) -> str:
        said = goal.heading or goal.text
        short = said if len(said) <= LONGEST_NAME else f"{said[:LONGEST_NAME].rstrip()}…"
        return f"{self.numbers[goal.key]} {short}".strip()

    @cached_property
    def _rows(self) -> dict[UUID, Any]:
        return {row.key: row for row in self.plan.goal_map.goals.filter(key__in=self.opened)}

    @cached_property
    def _activities(self) -> dict[int, list[Any]]:
        return _by_goal(self.plan.goal_map.activities.filter(goal__key__in=self.opened))

    @cached_property
    def _indicators(self) -> dict[int, list[Any]]:
        return _by_goal(self.plan.goal_map.indicators.filter(goal__key__in=self.opened))


def open_indicator(plan: Plan, row: Any, name: str) -> OpenIndicator:
    """An indicator as a form; `name` is its goal's."""
    more = (row.comparator, row.unit, row.method, row.frequency, row.volumes_of)
    return OpenIndicator(
        unit=unit_form(plan, INDICATOR, row, name=f"Ett mått, {name}", key=row.key),
        has_more=row.target is not None or any(more),
    )


def counted(goal_map: GoalMap) -> str:
    """How much a map holds: "7 mål och 2 delmål i 4 perspektiv"."""
    tops = sum(len(perspective.goals) for perspective in goal_map.perspectives)
    children = sum(1 for _ in goal_map.walk()) - tops
    said = [f"{tops} mål", f"{children} delmål"] if children else [f"{tops} mål"]
    named = [perspective for perspective in goal_map.perspectives if perspective.name]
    homes = f" i {len(named)} perspektiv" if named else ""
    return " och ".join(said) + homes + "."


def _served(goal_map: GoalMap) -> dict[UUID, list[Intervention]]:
    served: dict[UUID, list[Intervention]] = defaultdict(list)
    for one in goal_map.interventions:
        for goal in one.goals:
            served[goal].append(one)
    return served


def _by_goal(rows: Any) -> dict[int, list[Any]]:
    by_goal: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        by_goal[row.goal_id].append(row)
    return by_goal


def _called(piece: GoalPiece, *, is_child: bool) -> str:
    word = "Delmål" if is_child else "Mål"
    return f"{word} {piece.number}".strip()
