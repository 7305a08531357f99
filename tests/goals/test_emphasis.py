from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.content import Level
from goals.emphasis import NONE_PLANNED, segments
from tests.goals.maps import aimed, by_volume, said


def numbers_in(sentence: str, target: str, unit: str) -> list[str]:
    return [each.text for each in segments(aimed(sentence, target, unit)) if each.is_number]


@pytest.mark.parametrize(
    ("sentence", "target", "unit", "number"),
    [
        ("70 % av deltagarna anger det.", "70", "%", "70 %"),
        ("Minst 70\u00a0% svarar ja.", "70.00", "%", "70\u00a0%"),
        ("Minst 70% svarar ja.", "70", "%", "70%"),
        ("Minst 70 procent svarar ja.", "70", "%", "70 procent"),
        ("Minst 4 aktiviteter/år.", "4", "aktiviteter/år", "4 aktiviteter/år"),
        ("Minst 4 Aktiviteter  per år.", "4", "aktiviteter per år", "4 Aktiviteter  per år"),
        ("Högst 2 800 000 kr.", "2800000", "kr", "2 800 000 kr"),
        ("Högst 2.800.000 kronor.", "2800000", "kr", "2.800.000 kronor"),
        ("I snitt 3,5 poäng.", "3.50", "poäng", "3,5 poäng"),
        ("Internkontroll 2 ggr 2025.", "2", "", "2"),
        ("Av 170 % blir 70 % kvar.", "70", "%", "70 %"),
    ],
)
def test_the_target_stands_out_in_its_sentence(
    sentence: str, target: str, unit: str, number: str
) -> None:
    assert numbers_in(sentence, target, unit) == [number]


@pytest.mark.parametrize(
    ("sentence", "target", "unit"),
    [
        ("80 % av deltagarna.", "70", "%"),
        ("Av 170 % och 1 070 % samt 0,70 %.", "70", "%"),
        ("70 deltagare.", "70", "%"),
        ("70 procentenheter.", "70", "%"),
        ("4,5 poäng.", "4", ""),
        ("4 000 poäng.", "4", ""),
        ("", "4", ""),
    ],
)
def test_nothing_stands_out_where_the_target_is_not_said(
    sentence: str, target: str, unit: str
) -> None:
    assert numbers_in(sentence, target, unit) == []


def test_a_qualitative_indicator_is_its_sentence() -> None:
    assert [tuple(each) for each in segments(said("Deltagarnas nöjdhet."))] == [
        ("Deltagarnas nöjdhet.", False)
    ]


@pytest.mark.parametrize(
    ("sentence", "volumes", "parts"),
    [
        (
            "Minst {volym} i insatserna.",
            "1 080 deltagare",
            [("Minst ", False), ("1 080 deltagare", True), (" i insatserna.", False)],
        ),
        ("{volym}", "5 möten", [("5 möten", True)]),
        ("Antal deltagare", "5", [("Antal deltagare: ", False), ("5", True)]),
        ("Enligt plan.", "5 st", [("Enligt plan: ", False), ("5 st", True), (".", False)]),
        ("Enligt plan.", "", [("Enligt plan.", False)]),
        ("Minst {volym}", "", [("Minst ", False), (NONE_PLANNED, False)]),
    ],
)
def test_planned_volumes_stand_out_in_their_place_or_after_the_sentence(
    sentence: str, volumes: str, parts: list[tuple[str, bool]]
) -> None:
    indicator = by_volume(sentence, Level.INDIVIDUAL)
    assert [tuple(each) for each in segments(indicator, volumes)] == parts


@given(
    st.text(),
    st.decimals(-10_000_000, 10_000_000, places=2).map(str),
    st.text(max_size=8) | st.sampled_from(["%", "kr", "("]),
)
def test_the_sentence_is_kept_word_for_word(sentence: str, target: str, unit: str) -> None:
    parts = segments(aimed(sentence, target, unit))
    assert "".join(each.text for each in parts) == sentence


@given(st.integers(0, 10_000_000), st.sampled_from(["%", "kr", "deltagare"]))
def test_a_target_is_found_however_it_is_grouped(target: int, unit: str) -> None:
    for separator in ("", " ", "\u00a0", "."):
        number = f"{target:,}".replace(",", separator)
        assert numbers_in(f"Minst {number} {unit} nås.", str(Decimal(target)), unit) == [
            f"{number} {unit}"
        ]
