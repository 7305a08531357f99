"""Two people have written in the same unit: both texts side by side, and a choice."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from finsam import editions
from plans.document.comparison.merging import merged
from plans.document.comparison.words import marked, marked_plain
from plans.models import Change, Plan
from plans.views.texts import EditorTexts
from plans.views.units import FORMS, typed
from plans.writing.units import Unit

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field in both versions, each marked against what it was before."""

    label: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What the dialog shows. The choices are the fields' values as JSON, for the script.

    `merged` is empty where nothing but a choice is possible.
    """

    word: str
    name: str
    who: str
    at: str
    edition: int
    fields: tuple[Field, ...]
    merged_html: str
    mine: str
    theirs: str
    merged: str


def conflict_of(plan: Plan, unit: Unit, key: UUID, *, mine: Values, base: Values) -> Conflict:
    """The conflict between what a person wrote on `base` and what stands. Raises Gone."""
    names = (*unit.names, unit.called)
    edition, theirs = editions.standing(unit.rows(plan, key), names, unit.counted_in)
    both = _merged(unit, base, mine, theirs)
    change = plan.changes.of(key).filter(kind=unit.kind, action=Change.Action.EDITED).first()
    in_editor = EditorTexts(plan)
    written = _writer(unit, in_editor)
    return Conflict(
        word=unit.word,
        name=theirs[unit.called],
        who=change.person_name if change else "Någon annan",
        at=f"{timezone.localtime(change.changed_at):%H:%M}" if change else "",
        edition=edition,
        fields=tuple(_fields(unit, in_editor, base, mine, theirs)),
        merged_html=in_editor(both["html"]) if both and "html" in both else "",
        mine=written(mine),
        theirs=written(theirs),
        merged=written(both) if both else "",
    )


def _merged(unit: Unit, base: Values, mine: Values, theirs: Values) -> dict[str, Any] | None:
    """Both put together, where that says something that neither does."""
    both = {name: _merged_field(name, base[name], mine[name], theirs[name]) for name in unit.names}
    sides = [{name: side[name] for name in unit.names} for side in (mine, theirs)]
    return None if both in sides else both


def _merged_field(name: str, base: Any, mine: Any, theirs: Any) -> Any:
    if name == "html":
        return merged(base, mine, theirs).html
    return theirs if mine == base else mine


def _fields(
    unit: Unit, in_editor: EditorTexts, base: Values, mine: Values, theirs: Values
) -> list[Field]:
    """The fields that differ, in the form's order."""
    form = FORMS[unit.kind]()
    return [
        Field(
            label=str(form[name].label),
            mine=in_editor(_marked(form[name], base[name], mine[name])),
            theirs=in_editor(_marked(form[name], base[name], theirs[name])),
        )
        for name in unit.names
        if mine[name] != theirs[name]
    ]


def _marked(field: forms.BoundField, before: Any, after: Any) -> str:
    if field.name == "html":
        return marked(before, after)
    return marked_plain(in_words(field, before), in_words(field, after))


def in_words(field: forms.BoundField, value: Any) -> str:
    """A value as a person reads it: the choice's own words, one name to a line."""
    if isinstance(field.field, forms.BooleanField):
        return "Ja" if value else "Nej"
    if isinstance(field.field, forms.TypedChoiceField):
        choices: Iterable[tuple[Any, Any]] = field.field.choices  # type: ignore[assignment]
        return next((str(label) for choice, label in choices if choice == (value or "")), "")
    if isinstance(value, list):
        return "\n".join(value)
    shown = field.field.widget.format_value(field.field.prepare_value(value))
    return "" if shown is None else str(shown)


def _writer(unit: Unit, in_editor: EditorTexts) -> Callable[[Values], str]:
    """Makes of a unit's values what its fields hold, as JSON; texts as the editor shows them."""

    def written(values: Values) -> str:
        shown = typed(unit, values)
        if "html" in shown:
            shown["html"] = in_editor(shown["html"])
        return json.dumps(shown)

    return written
