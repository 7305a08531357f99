from dataclasses import replace
from datetime import date

import pytest

from goals.content import Intervention, Level
from plans.document.blocks.interventions import InterventionsView, interventions_view, period
from tests.goals.maps import intervention, volumes_of_vastra_ostergotland

PEOPLE, STRUCTURE = Level.INDIVIDUAL, Level.STRUCTURAL
STEPS = intervention("Försteg", PEOPLE, 60, "deltagare")
MEETINGS = intervention("SIP", PEOPLE, 50, "möten")
NETWORK = intervention("Nätverk", STRUCTURE, 180, "deltagare")


def view(*found: Intervention, of_level: Level | None = None) -> InterventionsView:
    """What stands at heading level 3, with the texts' own levels in them."""
    return interventions_view(found, of_level, 3, lambda html, level, name: f"{level} {name}{html}")


def test_they_stand_by_level_individuals_first() -> None:
    shown = view(NETWORK, MEETINGS, STEPS)
    assert [(group.name, [card.name for card in group.cards]) for group in shown.groups] == [
        ("Individnivå", ["SIP", "Försteg"]),
        ("Strukturövergripande", ["Nätverk"]),
    ]


def test_two_levels_are_named_and_their_cards_stand_a_heading_below() -> None:
    shown = view(STEPS, NETWORK)
    assert (shown.names_groups, shown.level, shown.card_level) == (True, 3, 4)
    assert shown.groups[0].cards[0].html == "4 Försteg"


def test_a_single_level_needs_no_name_and_no_heading_of_its_own() -> None:
    shown = view(STEPS, MEETINGS)
    assert (shown.names_groups, shown.level, shown.card_level) == (False, 3, 3)
    assert shown.groups[0].cards[0].html == "3 Försteg"


def test_a_section_may_show_one_level_only() -> None:
    shown = view(STEPS, NETWORK, of_level=STRUCTURE)
    assert [[card.name for card in group.cards] for group in shown.groups] == [["Nätverk"]]
    assert view(STEPS, of_level=STRUCTURE).groups == ()


def test_a_plan_without_interventions_shows_none() -> None:
    assert view().groups == ()


def test_volumes_are_added_unit_by_unit_and_never_over_units() -> None:
    unknown = replace(STEPS, volume=None, volume_unit="timmar")
    shown = view(STEPS, MEETINGS, replace(STEPS, volume=1_000), unknown, NETWORK)
    assert [group.volumes for group in shown.groups] == [
        (("1\u00a0060", "deltagare"), ("50", "möten")),
        (("180", "deltagare"),),
    ]


def test_vastra_ostergotlands_volumes() -> None:
    shown = view(*volumes_of_vastra_ostergotland())
    assert [group.volumes for group in shown.groups] == [
        (("410", "deltagare"), ("50", "möten"), ("200", "kontakter")),
        (("1\u00a0080", "deltagare"),),
    ]


def test_a_card_says_what_is_known() -> None:
    full = replace(
        STEPS,
        owner="Bergs kommun",
        html="<p>x</p>",
        starts_on=date(2025, 1, 1),
        is_esf=True,
        is_decided=False,
    )
    [card] = view(full).groups[0].cards
    assert (card.owner, card.period, card.volume, card.unit, card.is_esf, card.is_decided) == (
        "Bergs kommun", "från och med 2025-01-01", "60", "deltagare", True, False,
    )  # fmt: skip


def test_a_volume_that_is_unknown_is_empty_and_a_nought_is_not() -> None:
    cards = view(replace(STEPS, volume=None), replace(STEPS, volume=0)).groups[0].cards
    assert [card.volume for card in cards] == ["", "0"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (None, None, ""),
        (date(2024, 1, 1), None, "från och med 2024-01-01"),
        (None, date(2024, 6, 30), "till och med 2024-06-30"),
        (date(2024, 1, 1), date(2024, 6, 30), "2024-01-01\u00a0–\u00a02024-06-30"),
    ],
)
def test_a_period_in_words(starts_on: date | None, ends_on: date | None, words: str) -> None:
    assert period(starts_on, ends_on) == words
