"""A plan's content: everything that is written and typed, nothing that is computed.

It is what the database holds and what the file format carries. `plans.document.document` makes
of it what is read and printed.
"""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Discriminator

from budgets.sheet import Sheet
from finsam.federations.profile import FederationProfile
from finsam.members.profile import MemberProfile
from goals.content import GoalLabels as GoalLabels
from goals.content import GoalLayout as GoalLayout
from goals.content import GoalMap, Level


class Status(StrEnum):
    DRAFT = "draft"
    CONSULTATION = "consultation"
    REVIEW = "review"
    DECIDED = "decided"


class DecisionKind(StrEnum):
    DECIDED = "decided"
    REVISED = "revised"


class DecisionSubject(StrEnum):
    """What a decision is about: the plan with its budget, or one of them by itself."""

    BOTH = "both"
    PLAN = "plan"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """No block: the section is its text."""

    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsBlock:
    """The goal map, whole or one perspective of it."""

    kind: Literal["goals"] = "goals"
    layout: GoalLayout = GoalLayout.TABLE
    perspective: UUID | None = None
    labels: GoalLabels = field(default_factory=GoalLabels)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetBlock:
    """The budget whole, to a depth of lines, or one branch of it in full.

    `columns` names the columns shown; empty shows all of them. `has_chart`: funds, costs and
    closing equity stand as a picture below it.
    """

    kind: Literal["budget"] = "budget"
    depth: int | None = None
    branch: UUID | None = None
    columns: tuple[str, ...] = ()
    has_chart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionsBlock:
    """The interventions, all of them or those of one level."""

    kind: Literal["interventions"] = "interventions"
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionsBlock:
    """The members' contributions and, where there is one, the share key behind them."""

    kind: Literal["contributions"] = "contributions"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationBlock:
    """The members and their seats in the board."""

    kind: Literal["organisation"] = "organisation"


Block = Annotated[
    TextBlock
    | GoalsBlock
    | BudgetBlock
    | InterventionsBlock
    | ContributionsBlock
    | OrganisationBlock,
    Discriminator("kind"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its text and one block. Sections nest to two levels."""

    key: UUID
    heading: str
    html: str = ""
    block: Block = field(default_factory=TextBlock)
    is_appendix: bool = False
    is_done: bool = False
    sections: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """This section and those below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the text: its alternative text, and its bytes in base64 (a file) or none.

    Read from the database the bytes stay there and `data` is empty; an export fills them in.
    """

    key: UUID
    media_type: str
    alt: str
    data: str = ""

    @property
    def decoded(self) -> bytes:
        """The picture's own bytes; none where they stayed in the database."""
        return b64decode(self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A recorded decision. `note` says, for instance, that the version is reconstructed."""

    kind: DecisionKind
    decided_on: date
    minutes_paragraph: str = ""
    registry_number: str = ""
    note: str = ""
    subject: DecisionSubject = DecisionSubject.BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContent:
    """One federation's plan for one year. `numbering_depth` is how many levels are numbered."""

    federation: FederationProfile
    members: tuple[MemberProfile, ...]
    year: int
    title: str
    subtitle: str = ""
    status: Status = Status.DRAFT
    numbering_depth: int = 1
    decisions: tuple[Decision, ...] = ()
    sections: tuple[Section, ...] = ()
    goal_map: GoalMap = field(default_factory=GoalMap)
    budget: Sheet | None = None
    pictures: tuple[Picture, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()
