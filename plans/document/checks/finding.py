"""What a check finds in a plan."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error is wrong; a warning is worth a look, and may be as it should."""

    ERROR = "error"
    WARN = "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check found.

    `fact` is one sentence that says what is wrong, `detail` gives the figures and what they rest
    on. `place` is an address in the plan (see `places`). `reason` says why it may stand as it is,
    where somebody has said so.
    """

    code: str
    severity: Severity
    fact: str
    detail: str
    place: str
    reason: str = ""

    @property
    def message(self) -> str:
        """The whole message: what is wrong, with its figures."""
        return f"{self.fact} {self.detail}".strip()
