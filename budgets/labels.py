"""The Swedish words of a printed budget: heads, computed rows and the names of sums."""

from budgets.sheet import Column, ColumnKind, ComputedRow, Line, Sheet, Unit

COLUMN_KINDS = {
    ColumnKind.ACTUAL: "Utfall",
    ColumnKind.FORECAST: "Prognos",
    ColumnKind.BUDGET: "Budget",
    ColumnKind.PLAN: "Plan",
}

COMPUTED_ROWS = {
    ComputedRow.TOTAL_INCOME: "Summa intäkter",
    ComputedRow.OPENING_EQUITY: "Ingående eget kapital",
    ComputedRow.AVAILABLE_FUNDS: "Summa medel att disponera",
    ComputedRow.TOTAL_COSTS: "Summa kostnader",
    ComputedRow.RESULT_BEFORE_FINANCIAL: "Resultat före finansiella poster",
    ComputedRow.RESULT: "Årets resultat",
    ComputedRow.CLOSING_EQUITY: "Utgående eget kapital",
}

UNITS = {Unit.KR: "Belopp i kr", Unit.TKR: "Belopp i tkr"}


def column_label(column: Column) -> str:
    """A column's head: "Budget 2024"."""
    return f"{COLUMN_KINDS[column.kind]} {column.year}"


def total_column_label(sheet: Sheet) -> str:
    """The total column's head: the sheet's own, else "Totalt"."""
    return sheet.total_column_label or "Totalt"


def computed_label(sheet: Sheet, row: ComputedRow) -> str:
    """A computed row's label: the sheet's own, else the house's word."""
    return sheet.computed_rows.get(row) or COMPUTED_ROWS[row]


def line_label(line: Line) -> str:
    """A line's label with its activity code: "Nätverk 2.4.1"."""
    return f"{line.label} {line.activity_code}".strip()


def sum_label(group: Line) -> str:
    """What a group's sum row is called: its own label, else "Summa " and the group's name."""
    return group.total_label or f"Summa {_inside_sentence(group)}"


def _inside_sentence(group: Line) -> str:
    """The label with a small first letter, unless it is a name or begins with an abbreviation."""
    word = group.label.split(" ", 1)[0]
    is_name = group.member is not None or group.intervention is not None
    is_abbreviation = len(word) < 2 or word[1:] != word[1:].lower() or word[-1].isdigit()
    if is_name or is_abbreviation:
        return group.label
    return group.label[0].lower() + group.label[1:]
