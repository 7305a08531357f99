"""What a paste would do, in Swedish sentences."""

from collections.abc import Iterable, Iterator, Sequence

from budgets.formatting import with_unit
from budgets.labels import column_label
from budgets.pasting.columns import PastedHead
from budgets.pasting.costs import Signs
from budgets.pasting.headwords import words
from budgets.pasting.outline import Outline
from budgets.pasting.preview import Counts, PastedRow, RowKind
from budgets.sheet import CostSign, Sheet, Unit
from budgets.unreadable import quoted

COSTS_WITH_MINUS = "Kostnaderna stod med minus och lästes som kostnader."
BACKWARDS = "räknat baklänges ur"
"""How the source of an opening begins that was told by the closing."""
SMALL = 50_000
"""In kr: the largest line of a federation's budget is above it."""
MOST_NAMED = 5
"""How many rows are named before the rest are counted."""


def summary(counts: Counts) -> str:
    """The totals: "6 belopp klistras in. 1 gick inte att läsa."."""
    written = counts.new + counts.changed
    parts = [_written(written, counts.changed)]
    if counts.emptied:
        parts.append(f"{_number(counts.emptied, 'cell töms', 'celler töms')}.")
    if counts.same:
        parts.append(f"{counts.same} är som förut.")
    if counts.unread:
        parts.append(f"{counts.unread} gick inte att läsa.")
    if counts.outside:
        parts.append(f"{counts.outside} har ingen plats i budgeten och klistras inte in.")
    if counts.differs:
        differs = _number(counts.differs, "inklistrad summa", "inklistrade summor")
        parts.append(f"{differs} stämmer inte med budgetens.")
    return " ".join(parts)


def about_columns(heads: Iterable[PastedHead]) -> Iterator[str]:
    """Which columns are left out, and which come to one that is called something else."""
    for head in heads:
        if head.is_left_out:
            name = f"Kolumnen {quoted(head.text)}" if head.text else "En kolumn"
            yield f"{name} klistras inte in: {head.why}."
        elif head.text and head.label and _is_other(head):
            yield f"Kolumnen {quoted(head.text)} klistras in i {head.label}."


def about_start(heads: Sequence[PastedHead]) -> str:
    """Where columns without heads begin."""
    label = next((head.label for head in heads if head.label), "")
    return f"Kolumnrubriker saknas. Beloppen läggs från {label} och åt höger." if label else ""


def about_unit(said: Unit | None, own: Unit) -> str:
    """That the range is in another unit than the budget."""
    if said is None or said is own:
        return ""
    return f"Det inklistrade är i {said} och räknas om till {own}."


def about_signs(signs: Signs, corrections: int) -> str:
    """How the costs' signs were read, where that is not as they would be typed."""
    if signs.is_inverted and signs.style is CostSign.POSITIVE:
        corrected = f" {_corrected(corrections, 'utan')}" if corrections else ""
        return f"{COSTS_WITH_MINUS}{corrected}"
    if corrections:
        return _corrected(corrections, "utan" if signs.is_inverted else "med")
    return ""


def about_rows(rows: Sequence[PastedRow]) -> Iterator[str]:
    """Which pasted rows become new ones, and which the budget does not have."""
    added, unknown = (
        [row.name for row in rows if row.kind is kind and row.name]
        for kind in (RowKind.ADDED, RowKind.UNKNOWN)
    )
    if added:
        yield f"{_number(len(added), 'ny rad', 'nya rader')}: {_listed(added)}."
    if unknown:
        yield f"{_number(len(unknown), 'rad', 'rader')} saknas i budgeten: {_listed(unknown)}."


def about_lines(sheet: Sheet) -> str:
    """What a proposed budget holds: "Budgeten får 13 rader i 3 grupper."."""
    lines = [line for _, line in sheet.walk()]
    groups = sum(line.is_group for line in lines)
    within = f" i {_number(groups, 'grupp', 'grupper')}" if groups else ""
    return f"Budgeten får {_number(len(lines) - groups, 'rad', 'rader')}{within}."


def about_proposal(found: Outline, is_inverted: bool) -> Iterator[str]:
    """How the costs are shown, and which headings nothing came below."""
    if is_inverted:
        yield "Kostnaderna visas med minus, som i det inklistrade."
    if found.empty:
        heading = "Rubriken" if len(found.empty) == 1 else "Rubrikerna"
        yield f"{heading} {_listed(found.empty)} har inga rader och togs inte med."


def about_opening(before: Sheet, after: Sheet) -> Iterator[str]:
    """Which column's opening equity was reckoned back from its closing equity."""
    for old, new in zip(before.columns, after.columns, strict=True):
        if old.opening is None and new.opening_source.startswith(BACKWARDS):
            amount = with_unit(new.opening, after.unit)
            yield (
                f"Ingående eget kapital för {column_label(new)}, {amount}, "
                "är räknat baklänges ur det utgående."
            )


def about_size(sheet: Sheet) -> Iterator[str]:
    """That amounts are so small that they may be thousands, where they are taken for kronor."""
    amounts = [abs(kr) for _, line in sheet.walk() for kr in line.amounts.values()]
    if sheet.unit is Unit.KR and 0 < max(amounts, default=0) < SMALL:
        limit = with_unit(SMALL, Unit.KR)
        yield f"Alla belopp är under {limit}. Är tabellen i tusental? Välj då tkr."


def cannot_add(label: str) -> str:
    """That no lines can come below a line that has amounts of its own."""
    return f"Nya rader kan inte läggas under {quoted(label)}, som har egna belopp."


def _written(written: int, changed: int) -> str:
    if not written:
        return "Inga belopp ändras."
    if changed == written:
        return f"{written} belopp klistras in och ersätter det som står där."
    replaced = f", varav {changed} ersätter det som står där" if changed else ""
    return f"{written} belopp klistras in{replaced}."


def _corrected(count: int, how: str) -> str:
    is_one = count == 1
    costs = f"{count} {'kostnad' if is_one else 'kostnader'} {how} minus"
    return f"{costs} läses som {'en rättelse' if is_one else 'rättelser'}."


def _is_other(head: PastedHead) -> bool:
    """Whether a head names a kind of column that its column is not."""
    said = words(head.text).column
    return said is not None and said.name != head.column


def _listed(names: Sequence[str]) -> str:
    """Names in quotation marks, the first few of many."""
    said = [quoted(name) for name in names[:MOST_NAMED]]
    if len(names) > MOST_NAMED:
        said.append(f"{len(names) - MOST_NAMED} till")
    return " och ".join(filter(None, [", ".join(said[:-1]), said[-1]]))


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
