"""What became of each att-sats: a row for each, with some empty ones."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms

from plans.deciding.proposing import without_att
from plans.document.record import OUTCOMES, Outcome, Resolution, outcome_of
from plans.forms.fields import select, text_area

MOST_ROWS = 20
BLANK_ROWS = 2
NO_RESOLUTION = "Skriv minst en att-sats."
NO_REFERRAL = "Skriv vad som behöver ändras."
ALL_REJECTED = (
    "Alla att-satser fick avslag, så ingenting är beslutat. Välj återremiss om planen går tillbaka."
)


class ResolutionsForm(forms.Form):
    """A part of a form: the att-satser, each with its outcome, and why it was sent back."""

    count: int

    def add_rows(self, given: Sequence[Resolution], *, is_decided: bool) -> None:
        """The fields of the att-satser; `given` are those that it begins with.

        `is_decided` says that they have outcomes; proposals have none yet.
        """
        self.count = row_count(self, len(given))
        for number in range(self.count):
            said = given[number] if number < len(given) else None
            self.fields |= _row_fields(number, said, is_decided=is_decided)

    def resolution_rows(self) -> Iterator[tuple[int, forms.BoundField, forms.BoundField]]:
        """Number, text and outcome of each att-sats."""
        for number in range(self.count):
            yield number + 1, self[f"text_{number}"], self[f"outcome_{number}"]

    def resolutions(self, values: Mapping[str, Any]) -> tuple[Resolution, ...]:
        """The att-satser out of the form's values. Adds what is wrong to its errors."""
        found = []
        for number in range(self.count):
            text, outcome = values.get(f"text_{number}"), values.get(f"outcome_{number}")
            if text and outcome:
                found.append(Resolution(text=without_att(text), outcome=outcome))
            elif text and f"outcome_{number}" not in self.errors:
                self.add_error(f"outcome_{number}", "Välj bifall, avslag eller återremiss.")
        if not any(values.get(f"text_{number}") for number in range(self.count)):
            self.add_error("text_0", NO_RESOLUTION)
        elif found and outcome_of(found) == Outcome.REJECTED:
            self.add_error("outcome_0", ALL_REJECTED)
        if is_referral(found) and not values.get("referral"):
            self.add_error("referral", NO_REFERRAL)
        return tuple(found)


def is_referral(resolutions: Any) -> bool:
    """Whether the matter was sent back."""
    return outcome_of(resolutions) == Outcome.REFERRED_BACK


def row_count(form: forms.Form, used: int) -> int:
    """How many rows a form has: those that were sent, else those used and some empty ones."""
    if form.is_bound:
        rows = sum(1 for name in form.data if name.startswith("text_"))
        return max(1, min(rows, MOST_ROWS))
    return min(used + BLANK_ROWS, MOST_ROWS)


def _row_fields(
    number: int, said: Resolution | None, *, is_decided: bool
) -> dict[str, forms.Field]:
    text = text_area(f"Att-sats {number + 1}", longest=1000, rows=2)
    text.initial = said.text if said else ""
    outcomes = [("", "Välj"), *OUTCOMES.items()]
    # A proposal has no outcome until somebody says which.
    initial = said.outcome if said and is_decided else ""
    outcome = select(f"Utfall av att-sats {number + 1}", outcomes, initial, required=False)
    return {f"text_{number}": text, f"outcome_{number}": outcome}
