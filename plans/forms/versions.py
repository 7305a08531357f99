"""A version to be sent: what it is, to whom, and with which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms

from finsam.members.models import User
from plans.deciding.addressing import Group
from plans.models import PlanVersion

KINDS = (
    (PlanVersion.Kind.CONSULTATION, "Samrådsversion till medlemmarna"),
    (PlanVersion.Kind.BOARD, "Förslag till styrelsen"),
)
CHOOSE = "Välj vad du skickar."
CHOOSE_PEOPLE = "Välj minst en mottagare."
GONE = "Någon av mottagarna finns inte längre. Välj igen."
LONGEST_MESSAGE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A person to choose."""

    user: User
    is_chosen: bool

    @property
    def pk(self) -> int:
        return self.user.pk


class SendForm(forms.Form):
    """Which kind of version goes to whom.

    `seen` is the number of the newest version when the page was shown: a second press of the button
    sends nothing more.
    """

    kind = forms.ChoiceField(
        label="Vad skickar du?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    people = forms.MultipleChoiceField(
        label="Till vem?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": CHOOSE_PEOPLE, "invalid_choice": GONE, "invalid_list": GONE},
    )
    message = forms.CharField(
        label="Några ord till mottagarna",
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"class": "input", "rows": 4}),
        help_text="Frivilligt. Orden står i brevet.",
        error_messages={"max_length": f"Skriv högst {LONGEST_MESSAGE} tecken."},
    )

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, groups: Sequence[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = groups
        self.users = {str(user.pk): user for group in groups for user in group.people}
        people = cast(forms.MultipleChoiceField, self.fields["people"])
        people.choices = [(pk, str(user)) for pk, user in self.users.items()]

    @property
    def groups(self) -> list[tuple[Group, list["Box"]]]:
        """The people to choose among, in their groups; somebody in two is chosen in both."""
        chosen = set(self["people"].value() or ())
        return [
            (group, [Box(user=user, is_chosen=str(user.pk) in chosen) for user in group.people])
            for group in self.of
        ]

    def clean_people(self) -> list[User]:
        """The chosen people, each once."""
        return [self.users[pk] for pk in dict.fromkeys(self.cleaned_data["people"])]
