"""A plan made some times as long, so that growth can be measured. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID, uuid5

from budgets.sheet import Line, Sheet
from goals.content import Goal, GoalMap, Intervention
from plans.document.content import (
    Block,
    BudgetBlock,
    GoalsBlock,
    InterventionsBlock,
    PlanContent,
    Section,
    TextBlock,
)

Thing = TypeVar("Thing")


def lengthened(content: PlanContent, times: int) -> PlanContent:
    """The plan with `times` as many sections, goals, interventions and budget lines.

    The copies have keys of their own. A block whose data grows stands in its first section only,
    for it is longer there already; so the whole is about `times` as long, not its square.
    """
    copies = [Copy(number) for number in range(1, times)]
    return replace(
        content,
        sections=_repeated(content.sections, copies, Copy.section),
        goal_map=_goal_map(content.goal_map, copies),
        budget=None if content.budget is None else _sheet(content.budget, copies),
    )


def _repeated(
    things: tuple[Thing, ...], copies: Iterable["Copy"], copied: Callable[["Copy", Thing], Thing]
) -> tuple[Thing, ...]:
    return things + tuple(copied(copy, thing) for copy in copies for thing in things)


def _goal_map(goal_map: GoalMap, copies: Iterable["Copy"]) -> GoalMap:
    return replace(
        goal_map,
        perspectives=tuple(
            replace(perspective, goals=_repeated(perspective.goals, copies, Copy.goal))
            for perspective in goal_map.perspectives
        ),
        interventions=_repeated(goal_map.interventions, copies, Copy.intervention),
    )


def _sheet(sheet: Sheet, copies: Iterable["Copy"]) -> Sheet:
    return replace(
        sheet,
        income=_repeated(sheet.income, copies, Copy.line),
        costs=_repeated(sheet.costs, copies, Copy.line),
        financial=_repeated(sheet.financial, copies, Copy.line),
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """One more of everything, its keys made of the first ones' and its number."""

    number: int

    def key(self, key: UUID) -> UUID:
        return uuid5(key, str(self.number))

    def section(self, section: Section) -> Section:
        return replace(
            section,
            key=self.key(section.key),
            block=self.block(section.block),
            sections=tuple(map(self.section, section.sections)),
        )

    def block(self, block: Block) -> Block:
        """A branch has a copy of its own to show; of what grows in its first place, nothing."""
        match block:
            case BudgetBlock(branch=UUID() as branch):
                return replace(block, branch=self.key(branch))
            case BudgetBlock() | GoalsBlock() | InterventionsBlock():
                return TextBlock()
        return block

    def goal(self, goal: Goal) -> Goal:
        return replace(
            goal,
            key=self.key(goal.key),
            activities=tuple(replace(one, key=self.key(one.key)) for one in goal.activities),
            indicators=tuple(replace(one, key=self.key(one.key)) for one in goal.indicators),
            goals=tuple(map(self.goal, goal.goals)),
        )

    def intervention(self, intervention: Intervention) -> Intervention:
        goals = tuple(map(self.key, intervention.goals))
        return replace(intervention, key=self.key(intervention.key), goals=goals)

    def line(self, line: Line) -> Line:
        """A contribution is its member's once; the copy is a line like others."""
        return replace(
            line,
            key=self.key(line.key),
            member=None,
            intervention=None if line.intervention is None else self.key(line.intervention),
            lines=tuple(map(self.line, line.lines)),
        )
