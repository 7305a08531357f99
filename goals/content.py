"""The goal map and the interventions as they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Comparator(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class Level(StrEnum):
    INDIVIDUAL = "individual"
    STRUCTURAL = "structural"


class GoalNumbering(StrEnum):
    NONE = "none"
    BY_PERSPECTIVE = "by_perspective"
    RUNNING = "running"


class GoalLayout(StrEnum):
    TABLE = "table"
    SCORECARD = "scorecard"
    PER_GOAL = "per_goal"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLabels:
    """The federation's own words for the parts of a goal map; empty is the house's word."""

    goal: str = ""
    child_goals: str = ""
    activities: str = ""
    indicators: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """How a goal is measured: its own sentence word for word, and what checks need beside it.

    A qualitative indicator has no target. `volumes_of` says that the target is the planned
    volume of the interventions of that level instead of a typed number: it is printed where the
    sentence says "{volym}" ("Minst {volym} i insatserna"), otherwise after the sentence.
    """

    key: UUID
    sentence: str
    is_qualitative: bool = False
    comparator: Comparator | None = None
    target: Decimal | None = None
    unit: str = ""
    method: str = ""
    frequency: str = ""
    volumes_of: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    key: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal with what measures it, what is done for it and who answers for it."""

    key: UUID
    text: str
    heading: str = ""
    responsible: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    goals: tuple["Goal", ...] = ()

    def walk(self) -> Iterator["Goal"]:
        """This goal and its child goals, top down."""
        yield self
        for goal in self.goals:
            yield from goal.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspective:
    """A group of goals. A map without perspectives has one with an empty name."""

    key: UUID
    name: str = ""
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """A financed insats. `volume` counts `volume_unit`; different units are never added.

    `goals` are the keys of the goals it serves; `owner` is its huvudman.
    """

    key: UUID
    name: str
    level: Level
    owner: str = ""
    html: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    volume: int | None = None
    volume_unit: str = ""
    is_esf: bool = False
    is_decided: bool = True
    goals: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMap:
    vision: str = ""
    strategy: str = ""
    numbering: GoalNumbering = GoalNumbering.BY_PERSPECTIVE
    perspectives: tuple[Perspective, ...] = ()
    interventions: tuple[Intervention, ...] = ()

    def walk(self) -> Iterator[Goal]:
        """Every goal and child goal, in order."""
        for perspective in self.perspectives:
            for goal in perspective.goals:
                yield from goal.walk()
