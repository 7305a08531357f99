import time

from budgets.pasting.grouping import grouped
from budgets.pasting.nodes import Node


def nodes(*rows: tuple[str, tuple[int, ...]]) -> list[Node]:
    return [Node(name=name, amounts=amounts, row=n) for n, (name, amounts) in enumerate(rows)]


def shape(found: tuple[Node, ...]) -> list[object]:
    """The names, each group's with those of what is below it."""
    return [[node.name, *shape(node.nodes)] if node.is_group else node.name for node in found]


def test_rows_that_add_up_as_they_stand_are_no_groups() -> None:
    rows = nodes(("A", (35,)), ("B", (20,)), ("C", (15,)))
    assert shape(grouped(rows, [(70,)])) == ["A", "B", "C"]


def test_a_sum_before_its_lines_is_their_group() -> None:
    rows = nodes(("A", (35,)), ("B", (20,)), ("C", (15,)), ("D", (5,)))
    assert shape(grouped(rows, [(40,)])) == [["A", "B", "C"], "D"]


def test_a_sum_after_its_lines_closes_their_group() -> None:
    rows = nodes(("A", (1,)), ("B", (20,)), ("C", (15,)), ("D", (35,)))
    (a, d) = grouped(rows, [(36,)])
    assert (shape((a, d)), d.row, d.closing) == (["A", ["D", "B", "C"]], None, 3)


def test_a_group_of_one_line_is_told_by_the_total() -> None:
    rows = nodes(("Lokaler", (35,)), ("Hyra", (35,)), ("Resor", (5,)))
    assert shape(grouped(rows, [(40,)])) == [["Lokaler", "Hyra"], "Resor"]
    assert shape(grouped(rows, [(75,)])) == ["Lokaler", "Hyra", "Resor"]


def test_lines_of_nothing_belong_to_the_group_that_they_stand_in() -> None:
    rows = nodes(("A", (30,)), ("B", (30,)), ("C", (0,)), ("D", (7,)), ("E", (7,)))
    assert shape(grouped(rows, [(44,)])) == [["A", "B", "C"], "D", "E"]


def test_groups_may_stand_in_groups() -> None:
    rows = nodes(
        ("Allt", (100, 10)), ("Ett", (60, 6)), ("a", (20, 3)), ("b", (40, 3)),
        ("Två", (40, 4)), ("c", (15, 1)), ("d", (25, 3)),
    )  # fmt: skip
    assert shape(grouped(rows, [(100, 10)])) == [["Allt", ["Ett", "a", "b"], ["Två", "c", "d"]]]


def test_costs_with_minus_add_up_too() -> None:
    rows = nodes(("A", (-35,)), ("B", (-20,)), ("C", (-15,)))
    assert shape(grouped(rows, [(-35,)])) == [["A", "B", "C"]]


def test_the_next_total_is_tried_where_the_first_is_not_reached() -> None:
    rows = nodes(("A", (35,)), ("B", (20,)), ("C", (15,)))
    assert shape(grouped(rows, [(1,), (35,)])) == [["A", "B", "C"]]


def test_without_a_total_only_what_is_sure_is_a_group() -> None:
    unsure = nodes(("A", (35,)), ("B", (20,)), ("C", (15,)))
    assert shape(grouped(unsure, [])) == ["A", "B", "C"]
    sure = nodes(("A", (35, 2)), ("B", (20, 1)), ("C", (15, 1)), ("D", (1, 1)))
    assert shape(grouped(sure, [])) == [["A", "B", "C"], "D"]
    three = nodes(("A", (35,)), ("B", (20,)), ("C", (14,)), ("D", (1,)))
    assert shape(grouped(three, [])) == [["A", "B", "C", "D"]]


def test_the_state_that_pays_as_much_as_the_others_is_no_sum_of_them() -> None:
    rows = nodes(("Staten", (50, 60)), ("Region", (25, 30)), ("Kommun", (25, 30)))
    assert shape(grouped(rows, [])) == ["Staten", "Region", "Kommun"]
    after = nodes(("Region", (25, 30)), ("Kommun", (25, 30)), ("Försäkringskassan", (50, 60)))
    assert shape(grouped(after, [(50, 60)])) == ["Region", "Kommun", "Försäkringskassan"]


def test_a_group_that_is_one_already_stays_one() -> None:
    inner = Node(name="G", amounts=(5,), nodes=tuple(nodes(("a", (5,)))))
    assert grouped([inner, *nodes(("B", (1,)))], [(6,)])[0] is inner


def test_many_rows_are_tried_for_a_moment_only() -> None:
    start = time.process_time()
    alike = nodes(*((f"Rad {n}", (n % 3,)) for n in range(199)))
    assert len(shape(grouped(alike, [(100_000,)]))) > 0
    many = nodes(*((f"Rad {n}", (n % 3,)) for n in range(4_000)))
    assert len(shape(grouped(many, [(7,)]))) > 0
    assert time.process_time() - start < 4


def test_nothing_is_no_group() -> None:
    assert grouped([], [(0,)]) == ()
