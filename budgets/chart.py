"""Funds, costs and closing equity by column as a picture of bars, with nothing left to compute.

Every measure is a whole number of the picture's own units, ready to be an attribute of SVG. Bars
lie, one below the other, so that each has its figure beside it however long that is and however
many they are; what is below zero goes to the left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.formatting import amount_text
from budgets.labels import column_label
from budgets.lettering import width, wrapped
from budgets.series import Kind, Series, compared, sentence
from budgets.sheet import Column, Sheet, Unit

WIDTH = 360
"""Of a picture, unless its figures are so long that the bars need more."""

SIZE = 14
"""Of all letters; the templates say it too."""

BAR, ROW, LINE = 12, 17, 19
"""How high a bar is, a row with one, and a line of words."""

KEY_AT, KEY = 1, 24
"""Where the mark stands that explains a kind of bar, and how long it is."""

GAP = 6
SPACE = 14
SHORTEST = 150
"""What is at least left for the longest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text on one line. It starts at `x`, or ends there; `y` is its baseline."""

    x: int
    y: int
    text: str
    is_end: bool = False

    @property
    def anchor(self) -> str:
        """Which end of it is at `x`, in the words of SVG."""
        return "end" if self.is_end else "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A bar of a kind: its upper left corner and its size."""

    kind: Kind
    x: int
    y: int
    width: int
    height: int = BAR

    @property
    def middle(self) -> int:
        """Halfway down, where a line as broad as the bar is drawn."""
        return self.y + self.height // 2

    @property
    def end(self) -> int:
        return self.x + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An amount: its mark, without length where it is 0, and its figure beside it."""

    mark: Mark
    figure: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a kind of bar is: its mark, and its name in lines."""

    mark: Mark
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One column of the sheet: its label, and a bar for each amount that is known."""

    label: Text
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of `width` by `height`. `sentence` says what it shows, `heading` in lines.

    The line of zero stands at `zero` from `top` to `bottom`.
    """

    width: int
    height: int
    sentence: str
    heading: tuple[Text, ...]
    keys: tuple[Key, ...]
    zero: int
    top: int
    bottom: int
    groups: tuple[Group, ...]


def chart(sheet: Sheet, figures: Figures, *, columns: Sequence[str] = ()) -> Chart | None:
    """The picture of a sheet; None where it has no columns.

    `columns` names the columns to show, in the sheet's order; empty shows them all. Figures are in
    the sheet's unit and without its sign for costs, as in prose: a bar of costs goes to the right.
    """
    shown = [column for column in sheet.columns if not columns or column.name in columns]
    if not shown:
        return None
    series = compared(sheet, figures, shown)
    scale = _Scale(sheet.unit, shown, series)
    said = sentence(sheet, shown, series)
    heading = _lines(said, x=0, y=SIZE, room=scale.width)
    keys = _keys(series, top=_below(heading), room=scale.width)
    top = keys[-1].lines[-1].y + SPACE
    groups = _groups(shown, series, scale, top + GAP)
    bottom = groups[-1].bars[-1].mark.y + BAR + GAP
    return Chart(
        width=scale.width,
        height=bottom + 1,
        sentence=said,
        heading=heading,
        keys=keys,
        zero=scale.zero,
        top=top,
        bottom=bottom,
        groups=groups,
    )


class _Scale:
    """From amounts to lengths: the longest bars leave room for every label and figure."""

    def __init__(self, unit: Unit, columns: Iterable[Column], series: Iterable[Series]) -> None:
        self.unit = unit
        amounts = [0, *(amount for each in series for amount in each.amounts.values())]
        left = max(_length(column_label(column)) for column in columns) + SPACE
        before = self._room(amount for amount in amounts if amount < 0)
        after = self._room(amount for amount in amounts if amount >= 0)
        self.width = max(WIDTH, left + before + SHORTEST + after)
        self.longest = self.width - left - before - after
        self.span = max(amounts) - min(amounts)
        self.zero = left + before + self.length(min(amounts))

    def length(self, amount: int) -> int:
        """How long an amount is; whatever is not 0 is seen."""
        if amount == 0:
            return 0
        return max(1, (2 * abs(amount) * self.longest + self.span) // (2 * self.span))

    def _room(self, amounts: Iterable[int]) -> int:
        """What the longest of their figures takes beside its bar, with one for rounding."""
        figures = (_length(amount_text(amount, self.unit)) for amount in amounts)
        return max((figure + GAP + 1 for figure in figures), default=0)

    def bar(self, kind: Kind, amount: int, y: int) -> Bar:
        """The bar of an amount, its figure at its far end."""
        length, is_left = self.length(amount), amount < 0
        mark = Mark(kind=kind, x=self.zero - length * is_left, y=y, width=length)
        x = mark.x - GAP if is_left else mark.end + GAP
        text = amount_text(amount, self.unit)
        return Bar(mark=mark, figure=Text(x=x, y=_baseline(y), text=text, is_end=is_left))


def _groups(
    columns: Iterable[Column], series: Sequence[Series], scale: _Scale, y: int
) -> tuple[Group, ...]:
    groups = []
    for column in columns:
        label = Text(x=0, y=_baseline(y), text=column_label(column))
        known = [each for each in series if column.name in each.amounts]
        bars = tuple(
            scale.bar(each.kind, each.amounts[column.name], y + row * ROW)
            for row, each in enumerate(known)
        )
        groups.append(Group(label=label, bars=bars))
        y += len(bars) * ROW + SPACE
    return tuple(groups)


def _keys(series: Iterable[Series], top: int, room: int) -> tuple[Key, ...]:
    keys: list[Key] = []
    for each in series:
        mark = Mark(kind=each.kind, x=KEY_AT, y=top, width=KEY)
        x = mark.end + GAP
        lines = _lines(each.label, x=x, y=_baseline(top), room=room - x)
        keys.append(Key(mark=mark, lines=lines))
        top += LINE * len(lines)
    return tuple(keys)


def _lines(text: str, x: int, y: int, room: int) -> tuple[Text, ...]:
    lines = wrapped(text, room * 1000 // SIZE)
    return tuple(Text(x=x, y=y + LINE * row, text=line) for row, line in enumerate(lines))


def _below(lines: Sequence[Text]) -> int:
    return lines[-1].y + SPACE


def _baseline(top: int) -> int:
    """Of letters beside a bar whose upper edge is there: capitals stand on its lower edge."""
    return top + BAR - 1


def _length(text: str) -> int:
    return -(-width(text) * SIZE // 1000)
