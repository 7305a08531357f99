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
    is_name = group.member is not None or group.intervention is not None
    name = group.label if is_name else inside_sentence(group.label)
    return group.total_label or f"Summa {name}"


def inside_sentence(words: str) -> str:
    """Words with a small first letter, unless they begin with an abbreviation ("SCB:s mått")."""
    first = words.split(" ", 1)[0]
    is_abbreviation = len(first) < 2 or first[1:] != first[1:].lower() or first[-1].isdigit()
    return words if is_abbreviation else words[0].lower() + words[1:]
