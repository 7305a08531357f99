"""What the report says of measurements: every figure, and which aims are met."""

from dataclasses import replace

from plans.bench.cells import Filling
from plans.bench.cold import Cold
from plans.bench.printing import Print
from plans.bench.reading import Reading
from plans.bench.report import Grown, Measured, report
from plans.bench.writing import Writing

READING = Reading(ms=20.4, size=40_500, page_queries=19, load_queries=15)
MEASURED = Measured(
    name="ange 2022",
    cold=Cold(ms=1800.2, peak=140_400_000),
    print=Print(ms=600.0, share=0.051, ratio=0.8, pages=10, size=85_675),
    reading=READING,
    grown=[Grown(times=2, ms=1200.0, pages=19, reading=replace(READING, ms=40.8))],
)


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the table that has this heading, without its head."""
    [table] = [part for part in text.split("\n\n") if part.startswith(f"| {heading}")]
    return [[cell.strip() for cell in row[1:-1].split("|")] for row in table.splitlines()[2:]]


def aims(measured: Measured) -> dict[str, tuple[str, str]]:
    return {
        name: (worst, met)
        for name, _, worst, met in rows(report("here", [measured], [], []), "Aim")
    }


def test_a_pdf_has_a_row() -> None:
    assert rows(report("here", [MEASURED], [], []), "PDF") == [
        ["ange 2022", "1 800", "140", "600", "10", "86", "5.1 %", "0.80"]
    ]


def test_an_example_that_the_database_lacks_was_not_printed_cold() -> None:
    [row] = rows(report("here", [replace(MEASURED, cold=None)], [], []), "PDF")
    assert row[1:3] == ["–", "–"]


def test_a_page_has_a_row() -> None:
    assert rows(report("here", [MEASURED], [], []), "Page") == [
        ["ange 2022", "20", "40", "19", "15"]
    ]


def test_a_cells_save_is_told_beside_the_smallest_budgets() -> None:
    small = Filling(lines=125, columns=6, ms=20.0, queries=22, size=9_900, page_ms=50.2)
    large = replace(small, lines=500, ms=50.0, size=40_200, page_ms=200.0)
    assert rows(report("here", [MEASURED], [], [small, large]), "Cells") == [
        ["125 lines, 6 columns", "20", "1.00", "22", "10", "50"],
        ["500 lines, 6 columns", "50", "2.50", "22", "40", "200"],
    ]


def test_growth_is_told_beside_the_plan_as_it_is() -> None:
    assert rows(report("here", [MEASURED], [], []), "Growth") == [
        ["ange 2022, 1 ×", "600", "1.00", "10", "1.00", "20", "1.00", "19"],
        ["ange 2022, 2 ×", "1 200", "2.00", "19", "1.90", "41", "2.00", "19"],
    ]


def test_aims_that_are_met_are_said_to_be() -> None:
    assert aims(MEASURED) == {
        "Ours, of the time to a PDF": ("5.1 %", "yes"),
        "Time to a PDF, of WeasyPrint's defaults": ("0.80", "yes"),
        "Queries for the document": ("15", "yes"),
        "Queries for the plan's page": ("19", "yes"),
        "Queries that a longer plan adds": ("0", "yes"),
    }


def test_aims_that_are_missed_are_said_to_be() -> None:
    slow = replace(MEASURED.print, share=0.11, ratio=0.86)
    longer = replace(READING, page_queries=23, load_queries=17)
    grown = [Grown(times=2, ms=1200.0, pages=19, reading=replace(longer, load_queries=20))]
    measured = replace(MEASURED, print=slow, reading=longer, grown=grown)
    assert aims(measured) == {
        "Ours, of the time to a PDF": ("11.0 %", "no"),
        "Time to a PDF, of WeasyPrint's defaults": ("0.86", "no"),
        "Queries for the document": ("17", "no"),
        "Queries for the plan's page": ("23", "no"),
        "Queries that a longer plan adds": ("3", "no"),
    }


def test_saves_are_told_for_each_number_of_people() -> None:
    writing = [Writing(editors=1, p50=11.6, p95=20.2), Writing(editors=50, p50=90, p95=300)]
    assert rows(report("here", [MEASURED], writing, []), "Saves") == [
        ["1", "12", "20"],
        ["50", "90", "300"],
    ]
