"""What the members pay, and the share key behind the municipalities' part."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.contributions import contributions
from budgets.formatting import EMPTY, amount_text, grouped, in_unit, percent_text
from budgets.labels import UNITS, column_label, inside_sentence
from budgets.notes import ROUNDING
from budgets.shares import percentages
from budgets.sheet import ShareKey, Sheet
from plans.document.band import own_column
from plans.document.content import PlanContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimpleTable:
    """Rows of named figures with a total, all as text; notes stand below."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionsView:
    """Two tables, of which either may be missing: the plan may lack a key or a budget."""

    shares: SimpleTable | None
    contributions: SimpleTable | None


def contributions_view(content: PlanContent, figures: Figures | None) -> ContributionsView:
    """The tables of the members' contributions in the plan's own year."""
    sheet = content.budget
    if sheet is None or figures is None:
        return ContributionsView(shares=None, contributions=None)
    names = {member.key: member.name for member in content.members}
    return ContributionsView(
        shares=_share_table(sheet.share_key, names) if sheet.share_key else None,
        contributions=_contribution_table(content, sheet, figures, names),
    )


def _share_table(key: ShareKey, names: dict[UUID, str]) -> SimpleTable | None:
    numbers = [entry.figure for entry in key.entries]
    if not any(numbers):
        return None
    percents = percentages(numbers, key.decimals)
    rows = tuple(
        Row(name=names[entry.member], cells=(grouped(entry.figure), percent_text(percent)))
        for entry, percent in zip(key.entries, percents, strict=True)
    )
    basis = f" efter {inside_sentence(key.basis)}" if key.basis else ""
    return SimpleTable(
        caption=f"Fördelning mellan kommunerna{basis}",
        heads=("Kommun", key.basis or "Tal", "Andel"),
        rows=rows,
        total=Row(
            name="Totalt", cells=(grouped(sum(numbers)), percent_text(sum(percents, Decimal())))
        ),
        notes=_source(key),
    )


def _source(key: ShareKey) -> tuple[str, ...]:
    """Where the key's figures come from and the day they are of, as far as either is known."""
    if not key.source:
        return (f"Siffrorna är från {key.as_of}.",) if key.as_of else ()
    return (f"Källa: {key.source} ({key.as_of})." if key.as_of else f"Källa: {key.source}.",)


def _contribution_table(
    content: PlanContent, sheet: Sheet, figures: Figures, names: dict[UUID, str]
) -> SimpleTable | None:
    name = own_column(content)
    amounts = contributions(sheet, figures, name)
    if not any(amounts.values()):
        return None
    column = next(column for column in sheet.columns if column.name == name)
    whole = sum(amounts.values())
    *parts, all_parts = _parts(list(amounts.values()))
    rows = tuple(
        Row(name=names[member], cells=(part, amount_text(amount, sheet.unit)))
        for (member, amount), part in zip(amounts.items(), parts, strict=True)
    )
    printed = sum(in_unit(amount, sheet.unit) for amount in amounts.values())
    return SimpleTable(
        caption=f"Medlemmarnas bidrag, {column_label(column).lower()}",
        heads=("Medlem", "Andel", UNITS[sheet.unit]),
        rows=rows,
        total=Row(name="Totalt", cells=(all_parts, amount_text(whole, sheet.unit))),
        notes=() if printed == in_unit(whole, sheet.unit) else (ROUNDING,),
    )


def _parts(amounts: Sequence[int]) -> list[str]:
    """Each amount's percent of them all, and last their sum; none where one is a repayment."""
    if min(amounts) < 0:
        return [EMPTY] * (len(amounts) + 1)
    percents = percentages(amounts)
    return [percent_text(percent) for percent in (*percents, sum(percents, Decimal()))]
