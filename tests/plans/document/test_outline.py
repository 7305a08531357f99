from dataclasses import replace

import pytest

from plans.document.content import Section
from plans.document.outline import Heading, headings, section_name
from tests.plans.document.checks.plans import FAIR, key


def section(heading: str, *sections: Section, is_appendix: bool = False) -> Section:
    return Section(key=key(heading), heading=heading, sections=sections, is_appendix=is_appendix)


AIM = section("Syfte")
GOALS = section("Mål", section("Vision"), section("Målkarta"))
BUDGET = section("Budget", section("Post för post"), is_appendix=True)
INSATSER = section("Insatser", is_appendix=True)


def outline(*sections: Section, depth: int = 1) -> list[tuple[str, str, int]]:
    plan = replace(FAIR, sections=sections, numbering_depth=depth)
    return [(each.number, each.section.heading, each.level) for each in headings(plan)]


@pytest.mark.parametrize(
    ("depth", "numbers"),
    [(0, ["", "", "", ""]), (1, ["1", "2", "", ""]), (2, ["1", "2", "2.1", "2.2"])],
)
def test_as_many_levels_are_numbered_as_the_plan_wants(depth: int, numbers: list[str]) -> None:
    assert [number for number, *_ in outline(AIM, GOALS, depth=depth)] == numbers


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_one_appendix_is_bilaga_without_a_number_whatever_the_depth(depth: int) -> None:
    assert outline(BUDGET, depth=depth) == [("Bilaga", "Budget", 2), ("", "Post för post", 3)]


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_several_appendices_are_numbered_whatever_the_depth(depth: int) -> None:
    numbers = [number for number, *_ in outline(BUDGET, INSATSER, depth=depth)]
    assert numbers == ["Bilaga 1", "", "Bilaga 2"]


def test_appendices_take_no_number_of_the_body_and_stand_last() -> None:
    found = [(number, heading) for number, heading, _ in outline(INSATSER, AIM, GOALS)]
    assert found == [
        ("1", "Syfte"), ("2", "Mål"), ("", "Vision"), ("", "Målkarta"), ("Bilaga", "Insatser"),
    ]  # fmt: skip


def test_a_section_is_a_level_below_the_title_and_its_own_a_level_further() -> None:
    assert [level for *_, level in outline(GOALS)] == [2, 3, 3]


def test_a_plan_without_sections_has_no_headings() -> None:
    assert outline() == []


def test_a_section_has_one_address_that_follows_its_key() -> None:
    moved = [
        heading.anchor
        for order in ((AIM, GOALS), (GOALS, AIM))
        for heading in headings(replace(FAIR, sections=order))
        if heading.section is AIM
    ]
    assert moved == [f"avsnitt-{AIM.key}"] * 2


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("4.1", "avsnitt 4.1 Syfte"),
        ("", "avsnitt Syfte"),
        ("Bilaga", "Bilaga Syfte"),
        ("Bilaga 2", "Bilaga 2 Syfte"),
    ],
)
def test_a_section_is_named_inside_a_sentence(number: str, name: str) -> None:
    assert section_name(Heading(section=AIM, number=number, level=2)) == name
