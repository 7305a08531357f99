"""What a new plan can begin from, and in words what each beginning brings with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from budgets.labels import column_label
from budgets.moving import Move, moves
from budgets.reading import columns_of
from budgets.sheet import Column
from finsam.federations.models import Federation
from plans.document.copying import plan_name
from plans.forms.starting import TEMPLATE
from plans.models import Plan

FOLLOWS = (
    "Avsnitt, mål, insatser, bilder och budget följer med, besluten gör det inte. "
    "Årtalen i titeln flyttas, texten står kvar ord för ord."
)
FOLLOWS_WITHOUT_BUDGET = (
    "Avsnitt, mål, insatser och bilder följer med, besluten gör det inte. "
    "Planen har ingen budget. "
    "Årtalen i titeln flyttas, texten står kvar ord för ord."
)
TEMPLATE_BRINGS = (
    "Rubriker som de flesta förbund har, med frågor att skriva om, de vanliga perspektiven i "
    "målkartan och en budget utan belopp med en rad för varje medlem som betalar."
)
LEFT_BEHIND = "Följer inte med"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMove:
    """What becomes of a column: "Budget 2025" becomes "Budget 2026", from "Plan 2026"."""

    old: str
    new: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """One thing that a plan can begin from; `value` is what the form sends."""

    value: str
    label: str
    text: str
    moves: Sequence[ColumnMove] = ()


def beginnings(federation: Federation, plans: Sequence[Plan], year: int) -> list[Beginning]:
    """The federation's plans, as they would be moved to the year, and the template. One query."""
    columns = columns_of([plan.budget for plan in plans if plan.budget])
    found = [_of_plan(plan, columns.get(plan.budget_id or 0, ()), year) for plan in plans]
    return [*found, Beginning(value=TEMPLATE, label="Från en mall", text=TEMPLATE_BRINGS)]


def _of_plan(plan: Plan, columns: Sequence[Column], year: int) -> Beginning:
    return Beginning(
        value=str(plan.year),
        label=f"Från {plan_name(plan.year)}",
        text=FOLLOWS if plan.budget_id else FOLLOWS_WITHOUT_BUDGET,
        moves=[] if plan.year == year else _moves(columns, year - plan.year),
    )


def _moves(columns: Sequence[Column], years: int) -> list[ColumnMove]:
    following = {move.old.name: move for move in moves(columns, years)}
    return [_column_move(column, following.get(column.name)) for column in columns]


def _column_move(column: Column, move: Move | None) -> ColumnMove:
    old = column_label(column)
    if move is None:
        return ColumnMove(old=old, new=LEFT_BEHIND, source="–")
    source = column_label(move.source)
    said = f"{source}, den sista kolumnen" if move.stands_in else source
    return ColumnMove(old=old, new=column_label(move.new), source=said)
