"""What was changed in a row, in words: "säte ändrades från Berg till Sorsjö"."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils import timezone

from finsam.traces.happening import Happening

LONGEST = 80
"""Characters: a longer text is said to be changed, and not repeated."""


def changes(one: Happening, model: type[Model], without: Sequence[str] = ()) -> str:
    """Each changed value by the word that the forms have for it; ids go by what they name."""
    names = dict.fromkeys([*one.before, *one.after])
    said = [name for name in names if name not in without and not _is_number_of_something(name)]
    return (
        "; ".join(
            _change(_field(model, name), name, one.before.get(name), one.after.get(name))
            for name in one.changed(*said)
        )
        or "andra uppgifter ändrades"
    )


def _is_number_of_something(name: str) -> bool:
    """Whether it is the id of what is named beside it, or a currency, which is always the same."""
    return name.endswith(("_id", "_currency"))


def _field(model: type[Model], name: str) -> "Field[Any, Any] | None":
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) else None


def _change(field: "Field[Any, Any] | None", name: str, before: Any, after: Any) -> str:
    word = str(field.verbose_name) if field is not None else name
    if _says_nothing(field, before, after):
        return f"{word} ändrades"
    old, new = in_words(field, before), in_words(field, after)
    if max(len(old), len(new)) > LONGEST:
        return f"{word} ändrades"
    return f"{word} ändrades från {old} till {new}"


def _says_nothing(field: "Field[Any, Any] | None", *values: Any) -> bool:
    """Lists of steps, and bytes, which are traced as their digest, are nothing to read."""
    is_bytes = field is not None and field.get_internal_type() == "BinaryField"
    return is_bytes or any(isinstance(value, list | dict) for value in values)


def in_words(field: "Field[Any, Any] | None", value: Any) -> str:
    """A stored value as people say it: "ja", "inget", "2025-11-25", a choice by its label."""
    if value is None or value == "":
        return "inget"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    labels = dict(field.flatchoices) if field is not None else {}
    if value in labels:
        return str(labels[value])
    if field is not None and field.get_internal_type() == "DateTimeField":
        return f"{timezone.localtime(datetime.fromisoformat(str(value))):%Y-%m-%d %H:%M}"
    if field is not None and field.get_internal_type() == "DecimalField":
        return f"{round(value):,} kr".replace(",", "\u00a0").replace(" ", "\u00a0")
    return str(value)
