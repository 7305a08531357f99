"""One thing that happened, as its trace tells it; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Values = Mapping[str, Any]


class Operation(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Happening:
    """What a row was and what it became; people and organisations in it are text."""

    kind: str
    operation: Operation
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)

    @property
    def values(self) -> Values:
        """What it is, or was when it was removed."""
        return self.before if self.operation == Operation.REMOVED else self.after

    def changed(self, *names: str) -> list[str]:
        """Those of the values that are not what they were, in the order of the names."""
        return [name for name in names if self.before.get(name) != self.after.get(name)]
