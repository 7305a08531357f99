"""What each pasted value does to the cell that it comes to."""

from dataclasses import dataclass, replace
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.formatting import amount_text, typed_text
from budgets.parsing import LONGEST, Read, Unread
from budgets.pasting.costs import Signs
from budgets.pasting.places import Place
from budgets.pasting.preview import PastedCell, RowKind, State, Write
from budgets.sheet import TOTAL, Line, Sheet, Side

NOWHERE = frozenset({RowKind.UNKNOWN, RowKind.HEADING})
TYPED = frozenset({RowKind.LINE, RowKind.ADDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges pasted values, given how the range is read and what now stands on the lines."""

    sheet: Sheet
    signs: Signs
    lines: dict[str, Line]

    def cell(self, place: Place, column: str, text: str, after: Figures) -> PastedCell:
        """The value in a place and a column. `after` are the figures of the sheet pasted to."""
        if not column or place.kind in NOWHERE:
            return self._outside(place, text)
        if is_typed(place, column):
            return self._typed(place, column, text)
        return self._compared(place, column, text, after)

    def read(self, place: Place, text: str) -> Read | Unread:
        """What a text means at a place."""
        return self.signs.read(text, place.side is Side.COST)

    def write(self, place: Place, column: str, text: str) -> Write | None:
        """What the value writes to its line, None where that stands there already."""
        cell = self._typed(place, column, text)
        if cell.state in {State.EMPTY, State.SAME}:
            return None
        unread = text[:LONGEST] if cell.state is State.UNREAD else ""
        return Write(line=UUID(place.key), column=column, kr=cell.kr, unread=unread)

    def _outside(self, place: Place, text: str) -> PastedCell:
        found = self.read(place, text)
        state = State.EMPTY if found == Read(kr=None) else State.OUTSIDE
        return self._judged(place, "", text, found, "", state)

    def _typed(self, place: Place, column: str, text: str) -> PastedCell:
        line, found = self.lines.get(place.key), self.read(place, text)
        amount = line.amounts.get(column) if line else None
        unread = line.unread.get(column, "") if line else ""
        current = unread or self._text(place, amount)
        return self._judged(place, column, text, found, current, _state(found, amount, current))

    def _compared(self, place: Place, column: str, text: str, after: Figures) -> PastedCell:
        """A value where a figure is computed; they agree where they print alike in its unit."""
        found, ours = self.read(place, text), after.amount(place.key, column)
        if isinstance(found, Unread):
            state = State.UNREAD
        elif found.kr is None:
            state = State.EMPTY
        else:
            unit = self.signs.unit
            alike = amount_text(found.kr, unit) == amount_text(ours, unit)
            state = State.AGREES if alike else State.DIFFERS
        return self._judged(place, column, text, found, self._text(place, ours), state)

    def _judged(
        self,
        place: Place,
        column: str,
        text: str,
        found: Read | Unread,
        current: str,
        state: State,
    ) -> PastedCell:
        bare = PastedCell(column=column, text=text, state=state, current=current)
        if isinstance(found, Unread):
            return replace(bare, why=found.why, readings=found.readings)
        return replace(bare, kr=found.kr, understood=self._text(place, found.kr))

    def _text(self, place: Place, kr: int | None) -> str:
        negate = self.sheet.negates(place.side)
        return typed_text(kr, self.sheet.unit, negate)


def is_typed(place: Place, column: str) -> bool:
    """Whether a value there is written, and not compared with what is computed."""
    return place.kind in TYPED and column not in {"", TOTAL}


def _state(found: Read | Unread, amount: int | None, current: str) -> State:
    if isinstance(found, Unread):
        return State.UNREAD
    if found.kr is None:
        return State.EMPTIED if current else State.EMPTY
    if not current:
        return State.NEW
    return State.SAME if found.kr == amount else State.CHANGED
