from collections.abc import Sequence
from typing import Any, cast

from django import forms

from plans.access import WRITTEN_AS
from plans.models import DraftShare, Plan
from plans.writing.sharing import Reader

CHOOSE = "Välj en person eller en grupp i listan. Den som redan har utkastet står ovanför."
CHOOSE_PARTS = "Välj bland planens delar."


class PartsForm(forms.Form):
    """The parts of a draft that somebody may write in; none is to read it only."""

    parts = forms.MultipleChoiceField(
        label="Får också skriva i",
        choices=DraftShare.Part.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(["invalid_choice", "invalid_list"], CHOOSE_PARTS),
    )

    def __init__(self, *args: Any, people: Sequence[Reader] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people

    def refuse_who_may_not(self, reader: Reader | None) -> None:
        """Say it where a person may not write at all, whatever is shared."""
        if reader is None or reader.user is None:
            return
        [(_, person)] = reader.people
        asked = [WRITTEN_AS[part] for part in self.cleaned_data.get("parts", ())]
        verdicts = [person.may(a, Plan.Status.DRAFT, is_shared=True) for a in asked]
        if not all(verdicts):
            self.add_error("parts", f"{reader} är revisor och kan läsa, men inte skriva.")


class ShareForm(PartsForm):
    """With whom a draft is shared, and what they may write in."""

    reader = forms.ChoiceField(
        label="Vem ska få utkastet?",
        widget=forms.Select({"class": "input"}),
        error_messages=dict.fromkeys(["required", "invalid_choice"], CHOOSE),
    )
    field_order = ("reader", "parts")

    def __init__(self, *args: Any, people: Sequence[Reader], **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        groups = [(one.value, _group(one)) for one in people if one.group]
        persons = [(one.value, _person(one)) for one in people if one.user]
        listed = [("Grupper", groups), ("Personer", persons)]
        cast(forms.ChoiceField, self.fields["reader"]).choices = [
            ("", "Välj"),
            *((name, some) for name, some in listed if some),
        ]

    def clean_reader(self) -> Reader:
        """The person or group that was chosen."""
        return next(one for one in self.people if one.value == self.cleaned_data["reader"])

    def clean(self) -> None:
        self.refuse_who_may_not(self.cleaned_data.get("reader"))


class ChangeShareForm(PartsForm):
    """What somebody who has the draft may write in."""

    def __init__(self, *args: Any, reader: Reader | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader = reader

    def clean(self) -> None:
        self.refuse_who_may_not(self.reader)


def _group(one: Reader) -> str:
    count = len(one.people)
    people = "ingen har den rollen än" if not count else f"{count} {_persons(count)}"
    return f"{str(one).capitalize()} ({people})"


def _persons(count: int) -> str:
    return "person" if count == 1 else "personer"


def _person(one: Reader) -> str:
    [(user, person)] = one.people
    return f"{user}, {person.words[:1].lower()}{person.words[1:]}"
