from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plans.document.comparison.sequences import Run, aligned, laid_out, matched, paired, runs

letters = st.text("abcåäö", max_size=30)
many = st.lists(st.integers(0, 400), min_size=150, max_size=300)


def is_increasing(pairs: list[tuple[int, int]]) -> bool:
    return all(b < next_b and a < next_a for (b, a), (next_b, next_a) in pairwise(pairs))


@given(letters | many, letters | many)
def test_what_is_matched_is_equal_and_in_order(before: str, after: str) -> None:
    pairs = matched(before, after)
    assert [before[b] for b, _ in pairs] == [after[a] for _, a in pairs]
    assert is_increasing(pairs)


@given(many)
def test_a_sequence_is_matched_with_itself_whole(items: list[int]) -> None:
    assert matched(items, items) == [(place, place) for place in range(len(items))]


@given(many, st.integers(0, 149), st.integers(0, 149))
def test_two_edits_far_apart_leave_the_rest_matched(items: list[int], one: int, two: int) -> None:
    unlike = [*range(1000, 1000 + len(items))]
    edited = [-1 if place in {one, two} else item for place, item in enumerate(unlike)]
    assert len(matched(unlike, edited)) == len(items) - len({one, two})


@given(letters, letters)
def test_runs_hold_both_sequences(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join("".join(run.before) for run in found) == before
    assert "".join("".join(run.after) for run in found) == after


def test_runs_are_equal_and_changed_in_turn() -> None:
    assert runs("vi har", "ni har") == [
        Run(False, "v", "n"),
        Run(True, "i har", "i har"),
    ]


@given(many, many)
def test_what_is_paired_is_alike_and_in_order(before: list[int], after: list[int]) -> None:
    pairs = paired(before, after, lambda b, a: abs(b - a) < 5)
    assert all(abs(before[b] - after[a]) < 5 for b, a in pairs)
    assert is_increasing(pairs)


def test_the_pairs_are_those_with_the_greatest_likeness_in_all() -> None:
    def likeness(before: int, after: int) -> float:
        return max(0, 1 - abs(before - after) / 10)

    assert paired([10, 20, 30], [19, 31], likeness) == [(1, 0), (2, 1)]


def test_pairs_are_found_among_more_items_than_a_window_holds() -> None:
    items = list(range(0, 2000, 10))
    edited = [item + 1 for item in items]
    pairs = paired(items, edited, lambda b, a: float(a == b + 1))
    assert pairs == [(place, place) for place in range(len(items))]


def test_one_item_is_found_among_hundreds() -> None:
    assert paired([7], range(500), lambda b, a: float(a == 300)) == [(0, 300)]


def test_between_pairs_first_comes_what_is_only_before() -> None:
    assert list(laid_out("abc", "xby", [(1, 1)])) == [
        ("a", None), (None, "x"), ("b", "b"), ("c", None), (None, "y"),
    ]  # fmt: skip


def test_the_equal_and_the_alike_are_aligned() -> None:
    def likeness(before: str, after: str) -> float:
        return float(before.casefold() == after.casefold())

    found = aligned("abcd", "aBd", likeness)
    assert list(found) == [
        ("a", "a"), ("b", "B"), ("c", None), ("d", "d"),
    ]  # fmt: skip
