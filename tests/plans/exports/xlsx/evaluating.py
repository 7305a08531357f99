"""The formulas of a workbook reckoned as Excel would: the few functions that we use, no more.

Numbers are exact. What Excel would answer with an error raises, and so does a cell that rests on
itself.
"""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import range_boundaries

Value = Decimal | str | None
"""A number, a text, or None of an empty cell."""

_PLACE = re.compile(r"(?:'((?:[^']|'')+)'!)?\b([A-Z]+\d+(?::[A-Z]+\d+)?)\b|(=)")


class Evaluator:
    """Reckons the cells of one workbook that was opened with its formulas.

    `used` are the functions that it met.
    """

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.known: dict[tuple[str, int, int], Value] = {}
        self.used: set[str] = set()

    def value(self, tab: str, row: int, column: int) -> Value:
        """What a cell comes to."""
        place = (tab, row, column)
        if place not in self.known:
            self.known[place] = self._reckoned(tab, row, column)
        return self.known[place]

    def cells(self, tab: str, area: str) -> list[Value]:
        """What the cells of an area come to: "B7", "B7:B9"."""
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(area))
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        return [self.value(tab, row, column) for row in rows for column in columns]

    def _reckoned(self, tab: str, row: int, column: int) -> Value:
        cell = self.workbook[tab].cell(row, column)
        match cell.data_type, cell.value:
            case _, None:
                return None
            case "f", formula:
                found = self._one(_parsed(str(formula)[1:], tab))
                # A formula that points at an empty cell shows 0.
                return Decimal(0) if found is None else found
            case "n", number:
                return Decimal(repr(number))
            case _, text:
                return str(text)

    def _one(self, node: ast.expr) -> Value:
        """What an expression comes to: a number, a text or nothing."""
        match node:
            case ast.Constant(value=int(number)):
                return Decimal(number)
            case ast.Constant(value=str(text)):
                return text
            case ast.Call(func=ast.Name(id="cells")):
                [found] = self._all(node)
                return found
            case ast.Call(func=ast.Name(id=name), args=arguments):
                self.used.add(name)
                return self._call(name, arguments)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self._number(operand)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._number(left) + self._number(right)
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return self._number(left) - self._number(right)
        raise AssertionError(ast.dump(node))

    def _call(self, name: str, arguments: list[ast.expr]) -> Value:
        if name == "IF":
            test, then, otherwise = arguments
            return self._one(then if self._is_true(test) else otherwise)
        numbers = [
            value
            for argument in arguments
            for value in self._all(argument)
            if isinstance(value, Decimal)
        ]
        return {"SUM": sum(numbers, Decimal(0)), "COUNT": Decimal(len(numbers))}[name]

    def _is_true(self, node: ast.expr) -> bool:
        match node:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                one, other = self._one(left), self._one(right)
                return one == other or {one, other} == {None, ""}
        raise AssertionError(ast.dump(node))

    def _all(self, node: ast.expr) -> Iterator[Value]:
        """The cells that a function is given."""
        match node:
            case ast.Call(
                func=ast.Name(id="cells"),
                args=[ast.Constant(value=str(tab)), ast.Constant(value=str(area))],
            ):
                yield from self.cells(tab, area)
            case _:
                raise AssertionError(ast.dump(node))

    def _number(self, node: ast.expr) -> Decimal:
        found = self._one(node)
        assert not isinstance(found, str), "#VALUE!"
        return Decimal(0) if found is None else found


def _parsed(formula: str, own: str) -> ast.expr:
    """A formula as the expression of Python that looks most like it."""

    def python(place: re.Match[str]) -> str:
        if place[3]:
            return "=="
        tab = place[1].replace("''", "'") if place[1] else own
        return f"cells({tab!r}, {place[2]!r})"

    return ast.parse(_PLACE.sub(python, formula), mode="eval").body
