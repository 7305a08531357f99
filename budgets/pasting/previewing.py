"""Makes a preview of what a pasted text would do to a budget."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from budgets import layout
from budgets.arithmetic import Figures, figures
from budgets.pasting import sentences
from budgets.pasting.applying import extended, opened, written
from budgets.pasting.blocks import block
from budgets.pasting.columns import PastedHead, columns
from budgets.pasting.costs import Signs, signs
from budgets.pasting.judging import NOWHERE, Judge, is_typed
from budgets.pasting.places import NO_FOCUS, Focus, Place, by_name, from_focus
from budgets.pasting.preview import (
    Opened,
    PastedCell,
    PastedRow,
    Preview,
    RowKind,
    State,
    Write,
    counts,
)
from budgets.pasting.tables import Table, table
from budgets.pasting.targets import Targets
from budgets.sheet import ComputedRow, CostSign, Line, Printed, Sheet, Side

SOURCE = "den inklistrade tabellen"
LONGEST_LABEL = 200
"""Of a line."""
