"""The order of sections, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.writing.ordering import (
    CannotMove,
    Order,
    Top,
    Way,
    as_appendix,
    beside,
    keys,
    moved,
    spot,
    with_child,
    with_top,
    without,
)
from tests.factories import key

A, B, C, D, X, Y = (key(name) for name in "ABCDXY")
ORDER: Order = (
    Top(key=A),
    Top(key=B, below=(C, D)),
    Top(key=X, is_appendix=True),
    Top(key=Y, is_appendix=True),
)


def test_where_a_section_stands() -> None:
    assert (spot(ORDER, B), spot(ORDER, D)) == ((None, 1), (B, 1))
    assert beside(ORDER, A) == (A, B)
    assert beside(ORDER, C) == (C, D)
    assert beside(ORDER, Y) == (X, Y)
    with pytest.raises(KeyError):
        spot(ORDER, key("nobody"))


@pytest.mark.parametrize(
    ("section", "way", "other", "expected"),
    [
        (A, Way.DOWN, None, [B, C, D, A, X, Y]),
        (B, Way.UP, None, [B, C, D, A, X, Y]),
        (D, Way.UP, None, [A, B, D, C, X, Y]),
        (Y, Way.UP, None, [A, B, C, D, Y, X]),
        (C, Way.OUT, None, [A, B, D, C, X, Y]),
        (Y, Way.BEFORE, A, [Y, A, B, C, D, X]),
        (A, Way.AFTER, X, [B, C, D, X, A, Y]),
        (A, Way.AFTER, C, [B, C, A, D, X, Y]),
        (A, Way.INSIDE, B, [B, A, C, D, X, Y]),
        (C, Way.INSIDE, X, [A, B, D, X, C, Y]),
        (D, Way.BEFORE, C, [A, B, D, C, X, Y]),
    ],
)
def test_a_section_moves(section: object, way: Way, other: object, expected: object) -> None:
    assert list(keys(moved(ORDER, section, way, other))) == expected  # type: ignore[arg-type]


def test_in_is_last_in_the_one_before_and_out_right_after_it() -> None:
    inward = moved((Top(key=A), Top(key=B)), B, Way.IN)
    assert inward == (Top(key=A, below=(B,)),)
    assert moved(inward, B, Way.OUT) == (Top(key=A), Top(key=B))
    assert moved(ORDER, Y, Way.IN)[2] == Top(key=X, is_appendix=True, below=(Y,))


def test_beside_an_appendix_a_section_is_one() -> None:
    assert moved(ORDER, A, Way.AFTER, Y)[-1] == Top(key=A, is_appendix=True)
    assert moved(ORDER, X, Way.AFTER, A)[1] == Top(key=X)


def test_an_appendix_comes_last_and_comes_back_last_in_the_body() -> None:
    made = as_appendix(ORDER, A, True)
    assert made[-1] == Top(key=A, is_appendix=True)
    assert [top.key for top in as_appendix(made, A, False)] == [B, A, X, Y]
    assert as_appendix(ORDER, C, True)[-1] == Top(key=C, is_appendix=True)
    assert as_appendix(ORDER, C, False) == as_appendix(ORDER, X, True) == ORDER


@pytest.mark.parametrize(
    ("section", "way", "other", "reason"),
    [
        (A, Way.UP, None, "Avsnittet står redan först."),
        (B, Way.DOWN, None, "Avsnittet står redan sist."),
        (X, Way.UP, None, "Avsnittet står redan först."),
        (C, Way.IN, None, "Avsnittet är redan ett underavsnitt."),
        (A, Way.OUT, None, "Avsnittet är redan ett huvudavsnitt."),
        (A, Way.IN, None, "Inget avsnitt står före, så det finns inget att bli underavsnitt till."),
        (
            B,
            Way.IN,
            None,
            "Avsnittet har egna underavsnitt och kan inte själv bli ett. Flytta ut dem först.",
        ),
        (
            B,
            Way.INSIDE,
            A,
            "Avsnittet har egna underavsnitt och kan inte själv bli ett. Flytta ut dem först.",
        ),
        (A, Way.INSIDE, C, "Ett underavsnitt kan inte ha egna underavsnitt."),
        (A, Way.AFTER, A, "Avsnittet kan inte flyttas till sig självt."),
        (A, Way.AFTER, None, "Avsnittet kan inte flyttas till sig självt."),
    ],
)
def test_what_cannot_be_says_why(section: object, way: Way, other: object, reason: str) -> None:
    with pytest.raises(CannotMove, match=f"^{reason}$"):
        moved(ORDER, section, way, other)  # type: ignore[arg-type]


def test_a_section_leaves_with_those_in_it() -> None:
    assert list(keys(without(ORDER, B))) == [A, X, Y]
    assert list(keys(without(ORDER, C))) == [A, B, D, X, Y]


def test_new_ones_take_their_places() -> None:
    new = key("new")
    assert list(keys(with_top(ORDER, Top(key=new), 9))) == [A, B, C, D, new, X, Y]
    assert list(keys(with_child(ORDER, B, new))) == [A, B, C, D, new, X, Y]
    assert list(keys(with_child(ORDER, B, new, 1))) == [A, B, C, new, D, X, Y]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([A, B, C, D, X, Y]),
            st.sampled_from([*Way, True, False]),
            st.sampled_from([A, B, C, D, X, Y]),
        ),
        max_size=12,
    )
)
def test_whatever_is_moved_nothing_is_lost_and_the_appendices_stand_last(
    steps: "list[tuple[object, Way | bool, object]]",
) -> None:
    order = ORDER
    for section, way, other in steps:
        try:
            order = (
                as_appendix(order, section, way)  # type: ignore[arg-type]
                if isinstance(way, bool)
                else moved(order, section, way, other)  # type: ignore[arg-type]
            )
        except CannotMove:
            continue
    assert sorted(keys(order)) == sorted([A, B, C, D, X, Y])
    assert [top.is_appendix for top in order] == sorted(top.is_appendix for top in order)
