"""What is the same thing in two lists, and what moved."""

from hypothesis import given
from hypothesis import strategies as st

from plans.document.comparing.places import Placed, interleaved, matched_places

KEYS = st.permutations(range(8)).flatmap(
    lambda keys: st.integers(0, 8).map(lambda count: keys[:count])
)


def placed(keys: str, home: str = "plan") -> list[Placed[str]]:
    return [Placed(key, home, key.upper()) for key in keys]


def test_one_that_goes_past_many_is_the_only_one_that_moved() -> None:
    assert matched_places(placed("abcdef"), placed("bcdefa")).moved == {"a"}


def test_what_stands_in_another_home_has_moved_and_the_others_have_not() -> None:
    after = [*placed("ab"), *placed("c", "elsewhere"), *placed("d")]
    assert matched_places(placed("abcd"), after).moved == {"c"}


def test_what_came_and_went_moves_nothing() -> None:
    matched = matched_places(placed("abc"), placed("xbyc"))
    assert [each.key for each in matched.added] == ["x", "y"]
    assert [each.key for each in matched.removed] == ["a"]
    assert matched.moved == frozenset()


@given(KEYS, KEYS)
def test_one_way_is_the_other_way_reversed(before: list[int], after: list[int]) -> None:
    there = matched_places(*([Placed(key, 0, key) for key in keys] for keys in (before, after)))
    back = matched_places(*([Placed(key, 0, key) for key in keys] for keys in (after, before)))
    assert {each.key for each in there.added} == {each.key for each in back.removed}
    assert len(there.moved) == len(back.moved)


def test_what_is_gone_stands_after_what_it_followed() -> None:
    assert "".join(interleaved("abcde", "caxe")) == "cdabxe"


@given(KEYS, KEYS)
def test_all_of_both_are_there_and_the_later_in_their_order(
    before: list[int], after: list[int]
) -> None:
    both = interleaved(before, after)
    assert sorted(both) == sorted({*before, *after})
    assert [key for key in both if key in after] == after
