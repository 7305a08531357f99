"""What tabs are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.exports.xlsx.names import Names


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Budget 2024", "Budget 2024"),
        ("Intäkter och planerade kostnader 2025", "Intäkter och planerade kostnade"),
        ("Intäkter [2025]: vad / hur?", "Intäkter 2025 vad hur"),
        ("'Projekt'", "Projekt"),
        ("  \t ", "Budget"),
        ("**", "Budget"),
        ("History", "History (2)"),
        ("Under\x00lag", "Underlag (2)"),
        ("🙂" * 20, "🙂" * 15),
        ("=Bilaga", "=Bilaga"),
        ("Femton tecken, och så tecken '' slut", "Femton tecken, och så tecken"),
    ],
)
def test_a_name_is_the_heading_as_far_as_excel_takes_it(heading: str, name: str) -> None:
    assert Names("Underlag").name(heading) == name


def test_the_same_heading_again_gets_a_number() -> None:
    names = Names()
    found = [names.name(heading) for heading in ("Budget", "BUDGET", "Budget", "Budget (2)")]
    assert found == ["Budget", "BUDGET (2)", "Budget (3)", "Budget (2) (2)"]


def test_a_number_has_its_room_in_a_long_name() -> None:
    names = Names()
    long = "Intäkter och planerade kostnader"
    assert [names.name(long), names.name(long)] == [
        "Intäkter och planerade kostnade",
        "Intäkter och planerade kost (2)",
    ]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_whatever_the_headings_no_name_is_refused_by_excel(headings: list[str]) -> None:
    names = Names("Underlag")
    found = [names.name(heading) for heading in headings]
    assert len({name.casefold() for name in [*found, "Underlag"]}) == len(found) + 1
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in found)
    assert not any(set(name) & set("[]:*?/\\") for name in found)
    assert not any(name != name.strip("' ") for name in found)
