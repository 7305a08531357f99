"""Long plans that are compared, and how that is said."""

from plans.bench.comparing import Compared, compared
from plans.bench.report import report
from plans.bench.subjects import examples
from tests.plans.bench.test_report import MEASURED, rows


def test_a_longer_plan_has_as_many_more_sections_and_changes() -> None:
    one, two = compared(examples()[-1], (1, 2), 1)
    assert two.sections == 2 * one.sections
    assert one.changes > 10
    assert one.changes < two.changes <= 2 * one.changes


def test_a_comparison_is_told_beside_the_shortest() -> None:
    short = Compared(times=1, sections=20, changes=40, ms=50.0, marked_ms=30.0)
    long = Compared(times=4, sections=80, changes=130, ms=210.0, marked_ms=90.0)
    assert rows(report("here", [MEASURED], [], [], [short, long]), "Comparison") == [
        ["1 ×", "20", "40", "50", "1.00", "30", "1.00"],
        ["4 ×", "80", "130", "210", "4.20", "90", "3.00"],
    ]
