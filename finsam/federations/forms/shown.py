"""Forms that two people may have open at once: nobody overwrites what they have not seen.

Such a form carries a mark of what it showed. Where that stands no more when it is sent, it is
refused with what stands now beside each field that says otherwise; sent once more, it goes.
It is filled in and judged alone at the federation's row (`finsam.members.house.frame.alone_in`).
"""

from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

OVERTAKEN = (
    "Någon annan har sparat medan du skrev. Läs vad som står nu. "
    "Spara igen om det du har skrivit ska gälla."
)


def mark_of(values: object) -> str:
    """A short mark that differs where the values do."""
    return sha256(repr(values).encode()).hexdigest()[:20]


class ShownForm(forms.Form):
    """A form that knows what it showed. `stands` is what else the page showed beside its fields."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    tells_each_field = True
    """Whether what stands now can be said beside each field."""

    def __init__(self, *args: Any, stands: object = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stands = stands

    @cached_property
    def mark(self) -> str:
        """What goes with the form and comes back with it."""
        return mark_of((self.stands, self._initials()))

    @property
    def is_overtaken(self) -> bool:
        """Whether something else stands now than what was shown, and the form differs from it."""
        sent = self.data.get(self.add_prefix("shown"))
        return sent != self.mark and bool(self._differing())

    def clean(self) -> dict[str, Any]:
        """Refuse what was written on something that stands no more."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_overtaken:
            for name in self._differing() if self.tells_each_field else ():
                self.add_error(name, f"Nu står här: {said(self[name])}.")
            raise ValidationError(OVERTAKEN, code="overtaken")
        return values

    def _differing(self) -> list[str]:
        return [name for name in self.changed_data if name != "shown"]

    def _initials(self) -> list[tuple[str, object]]:
        fields = ((name, field) for name, field in self.fields.items() if name != "shown")
        return [(name, self.get_initial_for_field(field, name)) for name, field in fields]


def said(field: forms.BoundField) -> str:
    """What stands in a field, in words for whoever wrote something else in it."""
    value = field.initial
    if isinstance(value, bool):
        return "ikryssat" if value else "inte ikryssat"
    choices = dict(getattr(field.field, "choices", ()))
    if value in choices:
        return f"”{choices[value]}”"
    if value in (None, ""):
        return "ingenting"
    return value.isoformat() if isinstance(value, date) else f"”{value}”"
