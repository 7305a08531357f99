"""Who takes part in a decision, who serves for whom, and what became of the matter."""

from dataclasses import replace

import pytest

from plans.document.record import (
    Attendee,
    Outcome,
    Resolution,
    is_quorate,
    needed,
    outcome_of,
    with_service,
)


def person(seat: int, member: str = "Berg", **fields: object) -> Attendee:
    one = Attendee(seat=seat, name=f"Person {seat}", member=member)
    return replace(one, **fields)  # type: ignore[arg-type]


def served(*people: Attendee, waiting: tuple[int, ...]) -> dict[int, int]:
    found = with_service(people, waiting)
    return {one.seat: one.serves_for for one in found if one.serves_for}


def test_a_deputy_serves_for_its_own_member_first() -> None:
    away = [person(1, "Berg", attended="absent"), person(2, "Dal", attended="absent")]
    deputies = [person(3, "Dal", is_deputy=True), person(4, "Å", is_deputy=True)]
    assert served(*away, *deputies, waiting=(3, 4)) == {3: 2, 4: 1}


def test_nobody_serves_where_nobody_is_away() -> None:
    assert served(person(1), person(2, is_deputy=True), waiting=(2,)) == {}


def test_a_place_that_is_taken_by_name_is_not_given_again() -> None:
    away = person(1, attended="absent")
    named = person(2, is_deputy=True, serves_for=1, serves_for_name="Person 1")
    assert served(away, named, person(3, is_deputy=True), waiting=(3,)) == {2: 1}


def test_who_has_a_conflict_and_who_only_attends_take_no_part() -> None:
    people = [person(1), person(2, has_conflict=True), person(3, is_deputy=True)]
    assert [one.decides for one in people] == [True, False, False]


@pytest.mark.parametrize(("seats", "quorum", "wanted"), [(8, None, 5), (9, None, 5), (9, 7, 7)])
def test_more_than_half_must_take_part_unless_the_federation_says_otherwise(
    seats: int, quorum: int | None, wanted: int
) -> None:
    assert needed(seats=seats, quorum=quorum) == wanted
    assert is_quorate([person(n) for n in range(wanted)], seats=seats, quorum=quorum)
    assert not is_quorate([person(n) for n in range(wanted - 1)], seats=seats, quorum=quorum)


@pytest.mark.parametrize(
    ("outcomes", "found"),
    [
        (["granted", "rejected"], Outcome.GRANTED),
        (["granted", "referred_back"], Outcome.REFERRED_BACK),
        (["rejected"], Outcome.REJECTED),
    ],
)
def test_what_became_of_the_matter(outcomes: list[str], found: str) -> None:
    assert outcome_of(Resolution(text="x", outcome=one) for one in outcomes) == found
