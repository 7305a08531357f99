"""The tree of lines: what may stand where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.outline import DEEPEST_LINES, Home, Outline
from budgets.refusals import IntoItself, Refusal, TooDeep
from budgets.sheet import Side
from tests.budgets.sheets import key_of

A, B, C, D = (key_of(name) for name in "ABCD")


def small() -> Outline:
    """A with B below it, then C, all of them costs; D is income."""
    return Outline([(D, Side.INCOME), (A, Side.COST), (B, A), (C, Side.COST)])


def test_lines_are_read_side_by_side_and_top_down() -> None:
    assert list(small()) == [D, A, B, C]


def test_a_line_stands_on_the_side_of_its_top_line() -> None:
    assert small().side(B) is Side.COST


def test_a_line_takes_those_below_it_along() -> None:
    outline = small()
    outline.put(A, Side.INCOME, 0)
    assert list(outline) == [A, B, D, C]
    assert outline.side(B) is Side.INCOME


def test_a_line_moves_to_a_place_among_its_siblings() -> None:
    outline = small()
    outline.put(A, Side.COST, 1)
    assert list(outline) == [D, C, A, B]


@pytest.mark.parametrize("home", [A, B])
def test_a_line_stands_neither_below_itself_nor_below_what_it_holds(home: object) -> None:
    outline = small()
    with pytest.raises(IntoItself):
        outline.put(A, home)  # type: ignore[arg-type]
    assert list(outline) == [D, A, B, C]


def test_lines_nest_to_eight_levels() -> None:
    chain = [key_of(str(level)) for level in range(DEEPEST_LINES)]
    above: list[Home] = [Side.COST, *chain]
    homes = zip(chain, above, strict=False)
    outline = Outline([*homes, (C, Side.COST), (D, C)])
    with pytest.raises(TooDeep):
        outline.put(D, chain[-1])
    with pytest.raises(TooDeep):
        outline.put(C, chain[-2])
    outline.put(C, chain[-3])
    assert list(outline) == [*chain[:-2], chain[-2], chain[-1], C, D]


def test_what_is_taken_out_takes_those_below_it_along() -> None:
    outline = small()
    outline.take(A)
    assert list(outline) == [D, C]


KEYS = [key_of(str(number)) for number in range(8)]


@given(
    moves=st.lists(
        st.tuples(
            st.sampled_from(KEYS),
            st.sampled_from([*KEYS, *Side]),
            st.none() | st.integers(0, 5),
        )
    )
)
def test_however_lines_are_moved_each_stands_once(
    moves: list[tuple[object, object, int | None]],
) -> None:
    outline = Outline((key, Side.COST) for key in KEYS)
    for key, home, index in moves:
        before = list(outline)
        try:
            outline.put(key, home, index)  # type: ignore[arg-type]
        except Refusal:
            assert list(outline) == before
    assert sorted(outline) == sorted(KEYS)
