"""What the members pay, and the share key behind the municipalities' part."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.formatting import EMPTY, amount_text, grouped, percent_text
from budgets.labels import UNITS, column_label
from budgets.shares import percentages
from budgets.sheet import ShareKey, Sheet
from plans.document.band import contributions, own_column
from plans.document.content import PlanContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimpleTable:
    """Rows of named figures with a total, all as text."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    note: str = ""


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
    total = Row(name="Totalt", cells=(grouped(sum(numbers)), percent_text(sum(percents))))
    dated = f" ({key.as_of})" if key.as_of else ""
    return SimpleTable(
        caption=f"Fördelning mellan kommunerna efter {key.basis[:1].lower()}{key.basis[1:]}",
        heads=("Kommun", key.basis, "Andel"),
        rows=rows,
        total=total,
        note=f"Källa: {key.source}{dated}." if key.source else "",
    )


def _contribution_table(
    content: PlanContent, sheet: Sheet, figures: Figures, names: dict[UUID, str]
) -> SimpleTable | None:
    name = own_column(content)
    amounts = contributions(sheet, figures, name) if name else {}
    if not any(amounts.values()):
        return None
    column = next(column for column in sheet.columns if column.name == name)
    parts = _parts(list(amounts.values()))
    rows = tuple(
        Row(name=names[member], cells=(part, amount_text(amount, sheet.unit)))
        for (member, amount), part in zip(amounts.items(), parts, strict=True)
    )
    whole = amount_text(sum(amounts.values()), sheet.unit)
    return SimpleTable(
        caption=f"Medlemmarnas bidrag, {column_label(column).lower()}",
        heads=("Medlem", "Andel", UNITS[sheet.unit]),
        rows=rows,
        total=Row(name="Totalt", cells=(_parts([1])[0], whole)),
    )


def _parts(amounts: Sequence[int]) -> list[str]:
    """Each amount's percent of them all; where one is a repayment there are no parts."""
    if min(amounts) < 0:
        return [EMPTY] * len(amounts)
    return [percent_text(percent) for percent in percentages(amounts)]
