"""What is typed about goals: numbers as people write them, and what is wrong beside its field."""

from decimal import Decimal
from typing import Any

import pytest

from goals.forms import COUNT, DATE, NUMBER, GoalForm, IndicatorForm, InterventionForm

pytestmark = pytest.mark.django_db


def indicator(**typed: str) -> IndicatorForm:
    return IndicatorForm({"sentence": "Minst 70 % anger det", **typed})


def insats(**typed: str) -> InterventionForm:
    return InterventionForm({"name": "Vägen in", "level": "individual", **typed})


def wrong(form: Any) -> dict[str, list[str]]:
    return {name: list(errors) for name, errors in form.errors.items()}


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("70", "70"),
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("1 080", "1080"),
        ("1\u00a0080", "1080"),
        ("−5", "-5"),
        ("0", "0"),
    ],
)
def test_a_target_is_a_number_as_people_write_it(typed: str, target: str) -> None:
    form = indicator(target=typed)
    assert form.is_valid()
    assert form.cleaned_data["target"] == Decimal(target)


@pytest.mark.parametrize("typed", ["", "  "])
def test_a_target_may_be_missing(typed: str) -> None:
    form = indicator(target=typed)
    assert form.is_valid()
    assert form.cleaned_data["target"] is None


@pytest.mark.parametrize("typed", ["sjuttio", "70 %", "70–80", "NaN", "1e", "7,0,0"])
def test_a_target_that_is_no_number_says_how_it_is_written(typed: str) -> None:
    assert wrong(indicator(target=typed)) == {"target": [NUMBER]}


def test_a_target_has_three_decimals_at_most() -> None:
    assert wrong(indicator(target="0,1234")) == {"target": ["Högst tre decimaler."]}


@pytest.mark.parametrize(
    ("target", "shown"), [("70.000", "70"), ("2.500", "2,5"), ("1000.000", "1000")]
)
def test_a_target_is_shown_with_no_more_decimals_than_it_has(target: str, shown: str) -> None:
    field = IndicatorForm(initial={"target": Decimal(target)})["target"]
    assert f'value="{shown}"' in str(field)


def test_an_indicator_without_a_number_has_no_target() -> None:
    said = ["Ett mått utan tal har inget målvärde. Ta bort det."]
    assert wrong(indicator(is_qualitative="on", target="70")) == {"is_qualitative": said}
    assert wrong(indicator(is_qualitative="on", volumes_of="structural")) == {
        "is_qualitative": said
    }


def test_a_target_is_a_number_or_the_volumes() -> None:
    said = ["Målvärdet är antingen ett tal eller insatsernas volym."]
    assert wrong(indicator(target="70", volumes_of="individual")) == {"volumes_of": said}


def test_who_answers_is_one_name_to_a_line() -> None:
    form = GoalForm({"text": "Fler i arbete", "responsible": "Styrelsen\n\n  Förbundschef \n"})
    assert form.is_valid()
    assert form.cleaned_data["responsible"] == ["Styrelsen", "Förbundschef"]


def test_a_name_that_is_too_long_is_said_with_its_line() -> None:
    form = GoalForm({"text": "Fler i arbete", "responsible": "Styrelsen\n" + "a" * 121})
    [said] = wrong(form)["responsible"]
    assert said.replace("  ", " ") == "Rad 2: namnet får ha högst 120 tecken."


def test_a_goal_says_something_in_its_text_or_its_heading() -> None:
    assert wrong(GoalForm({"text": " ", "heading": ""})) == {"text": ["Skriv vad målet är."]}
    assert GoalForm({"text": "", "heading": "Egen försörjning"}).is_valid()


def test_an_insats_does_not_end_before_it_starts() -> None:
    form = insats(starts_on="2026-05-01", ends_on="2026-04-30")
    assert wrong(form) == {"ends_on": ["Insatsen kan inte sluta innan den har börjat."]}
    assert insats(starts_on="2026-05-01", ends_on="2026-05-01").is_valid()


def test_a_date_says_how_it_is_written() -> None:
    assert wrong(insats(starts_on="1 maj", ends_on="2026-02-30")) == {
        "starts_on": [DATE],
        "ends_on": [DATE],
    }


@pytest.mark.parametrize("typed", ["många", "-3", "2,5"])
def test_a_volume_is_a_whole_count(typed: str) -> None:
    assert wrong(insats(volume=typed)) == {"volume": [COUNT]}


def test_an_insats_has_a_name_on_one_line() -> None:
    assert wrong(insats(name=" ")) == {"name": ["Skriv insatsens namn."]}
    form = insats(name="Vägen\u2028in ")
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Vägen in"
