import pytest

from budgets.pasting.headwords import Words, unit_said, words
from budgets.sheet import ColumnKind, Unit

ACTUAL, FORECAST = ColumnKind.ACTUAL, ColumnKind.FORECAST
BUDGET, PLAN = ColumnKind.BUDGET, ColumnKind.PLAN


@pytest.mark.parametrize(
    ("text", "year", "kind"),
    [
        ("Budget 2024", 2024, BUDGET),
        ("BUDGET\n2024", 2024, BUDGET),
        ("budget\u00a02024", 2024, BUDGET),
        ("Budget 2024, tkr", 2024, BUDGET),
        ("Total budget 2024", 2024, BUDGET),
        ("Budget 2023 beslutad 2022", 2023, BUDGET),
        ("Beslutad 2022 Budget 2023", 2023, BUDGET),
        ("2024 Budget", 2024, BUDGET),
        ("2024 (plan)", 2024, PLAN),
        ("Plan 2025", 2025, PLAN),
        ("Utfall 2014", 2014, ACTUAL),
        ("Bokslut 2014", 2014, ACTUAL),
        ("Prognos 2015", 2015, FORECAST),
        ("Prognos 12 mån 2024", 2024, FORECAST),
        ("B2016", 2016, BUDGET),
        ("Pr2015", 2015, FORECAST),
        ("U2014", 2014, ACTUAL),
        ("P2017", 2017, PLAN),
        ("B16", 2016, BUDGET),
        ("Bud -24", 2024, BUDGET),
        ("2024", 2024, None),
        ("År 2024", 2024, None),
        ("Budget", None, BUDGET),
    ],
)
def test_a_head_says_its_year_and_kind(text: str, year: int | None, kind: ColumnKind) -> None:
    found = words(text)
    assert (found.year, found.kind, found.is_total) == (year, kind, False)


@pytest.mark.parametrize("text", ["Totalt", "2014–2018 Totalt", "Total", "Summa", "TOTALT 14-18"])
def test_a_head_of_sums_is_known(text: str) -> None:
    assert words(text) == Words(text=text, is_total=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Not",
        "Förändring",
        "%",
        "B",
        "Budget 2024 och plan 2025–2026",
        "Budget 2023 plan 2024–2025",
        "Plan 2025–2026",
        "Plan 2025/26",
        "2014-2018",
        "Budget och plan",
        "Budget 2024 Budget 2025",
        "Planering gemensamt",
    ],
)
def test_a_head_that_names_no_single_column_says_nothing(text: str) -> None:
    assert words(text) == Words(text=text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Belopp i tkr", Unit.TKR),
        ("Tkr", Unit.TKR),
        ("Budget 2024 (kkr)", Unit.TKR),
        ("Tusental kronor", Unit.TKR),
        ("Belopp i kr", Unit.KR),
        ("kronor", Unit.KR),
        ("Budget 2024", None),
        ("Inkr", None),
    ],
)
def test_a_head_may_say_its_unit(text: str, unit: Unit | None) -> None:
    assert unit_said(text) == unit
