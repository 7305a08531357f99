"""A federation as a plan carries it: its name, its look and its house rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

RESERVED_SLUGS = (
    "logga-in",
    "logga-ut",
    "offentligt",
    "healthz",
    "admin",
    "static",
    "konto",
    "galleri",
)
"""First parts of the product's own addresses, which no federation may be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture as its bytes in base64."""

    media_type: str
    data: str


class DecisionWord(StrEnum):
    """What the federation says that a plan is, once the board has taken it."""

    DECIDED = "decided"
    SETTLED = "settled"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityStep:
    """Recommended ceiling of equity: `percent` of the base above `above` kr, to the next step."""

    above: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The federation's own rules. Every recommended number has the source it comes from.

    `equity_base` is what the percentages are taken of: the members' contributions or all income.
    `decision_day` is month and day ("11-30"). `disabled_checks` maps a check's code to the line
    that says why it is turned off.
    """

    equity_steps: tuple[EquityStep, ...] = ()
    equity_base: str = "contributions"
    equity_floor: int | None = None
    equity_source: str = ""
    decision_day: str = ""
    decision_day_source: str = ""
    decision_word: DecisionWord = DecisionWord.DECIDED
    disabled_checks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a new plan of the federation starts with."""

    unit: str = "kr"
    cost_sign: str = "positive"
    subtotals: str = "before"
    goal_layout: str = "table"
    numbering_depth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FederationProfile:
    slug: str
    name: str
    short_name: str
    accent: str
    organisation_number: str = ""
    seat: str = ""
    email: str = ""
    website: str = ""
    established_on: date | None = None
    statutes: str = ""
    has_cover_band: bool = True
    logo: Logo | None = None
    defaults: Defaults = field(default_factory=Defaults)
    rules: Rules = field(default_factory=Rules)
