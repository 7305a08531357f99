"""A version to be sent: to whom, and with which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone

from finsam.federations.forms.fields import DayField
from finsam.members.models import Member, User
from plans.deciding.addressing import Group
from plans.deciding.sending import NO_REASON
from plans.forms.fields import text_area

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


class PeopleForm(forms.Form):
    """To whom a version goes, and with which words.

    `seen` is the number of the last step when the page was shown: a second press of the button
    sends nothing more.
    """

    people = forms.MultipleChoiceField(
        label="Till vem?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": CHOOSE_PEOPLE, "invalid_choice": GONE, "invalid_list": GONE},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    message = forms.CharField(
        label="Några ord till mottagarna",
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"class": "input", "rows": 4}),
        help_text="Frivilligt. Orden står i brevet.",
        error_messages={"max_length": f"Skriv högst {LONGEST_MESSAGE} tecken."},
    )

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

    def clean_seen(self) -> int:
        """The last step that the page had; without one nothing matches."""
        seen = self.cleaned_data["seen"]
        return -1 if seen is None else int(seen)

    def clean_people(self) -> list[User]:
        """The chosen people, each once."""
        return [self.users[pk] for pk in dict.fromkeys(self.cleaned_data["people"])]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberBox:
    """A member to choose; one without an address cannot be."""

    member: Member
    is_chosen: bool


class ConsultForm(PeopleForm):
    """The plan goes out for samråd: to members' official addresses, and to people with accounts."""

    members = forms.MultipleChoiceField(
        label="Vilka medlemmar?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": GONE, "invalid_list": GONE},
    )
    closes_on = DayField(
        "Sista dag att svara", hint="Länkarna slutar gälla efter den dagen.", required=True
    )

    def __init__(self, *args: Any, members: Sequence[Member] = (), **kwargs: Any) -> None:
        self.asked = {str(one.key): one for one in members if one.official_address}
        kwargs["initial"] = {"members": list(self.asked)} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.all_members = members
        self.fields["people"].required = False
        self.fields["people"].label = "Vilka andra, som har konto?"
        field = cast(forms.MultipleChoiceField, self.fields["members"])
        field.choices = [(key, one.name) for key, one in self.asked.items()]

    @property
    def boxes(self) -> list[MemberBox]:
        """The members to choose among, also those without address."""
        chosen = set(self["members"].value() or ())
        return [MemberBox(member=m, is_chosen=str(m.key) in chosen) for m in self.all_members]

    def clean_members(self) -> list[Member]:
        """The chosen members, each once."""
        return [self.asked[key] for key in dict.fromkeys(self.cleaned_data["members"])]

    def clean_closes_on(self) -> date:
        """Today at the earliest."""
        day: date = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if day < today:
            raise forms.ValidationError(f"Dagen har varit. Skriv {today} eller en senare dag.")
        return day

    def clean(self) -> dict[str, Any]:
        """At least one recipient in all."""
        values = super().clean() or {}
        is_wrong = self.errors.keys() & {"members", "people"}
        if not is_wrong and not values.get("members") and not values.get("people"):
            self.add_error("members", CHOOSE_PEOPLE)
        return values


MOST_OTHERS, LONGEST_NAME = 40, 160


class BoardForm(PeopleForm):
    """The plan goes to the board; where samråd has not been held, with the reason.

    `by_hand` are those without an account, whom the office gives the papers itself.
    """

    by_hand = text_area(
        "Andra som får underlaget av dig",
        "En på varje rad: de som inte har konto här. Du skickar underlagets PDF till dem själv.",
    )
    without_consultation = forms.CharField(
        label="Varför har samråd inte hållits?",
        required=False,
        max_length=400,
        widget=forms.Textarea({"class": "input", "rows": 2}),
        help_text="Skälet står på versionen.",
        error_messages={"max_length": "Skriv högst 400 tecken."},
    )
    field_order = ("people", "by_hand", "without_consultation", "message")

    def __init__(self, *args: Any, lacks_samrad: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].required = False
        if not lacks_samrad:
            del self.fields["without_consultation"]

    def clean_by_hand(self) -> tuple[str, ...]:
        """Their names, each once."""
        lines = map(str.strip, self.cleaned_data["by_hand"].splitlines())
        names = tuple(dict.fromkeys(filter(None, lines)))
        if len(names) > MOST_OTHERS:
            raise forms.ValidationError(f"Skriv högst {MOST_OTHERS} rader.")
        if any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError(f"Skriv högst {LONGEST_NAME} tecken på en rad.")
        return names

    def clean(self) -> dict[str, Any]:
        """To somebody; without samråd only with a reason."""
        values = super().clean() or {}
        if not self.errors and not values.get("people") and not values.get("by_hand"):
            self.add_error("people", CHOOSE_PEOPLE)
        asked = "without_consultation" in self.fields and not self["without_consultation"].errors
        if asked and not values.get("without_consultation"):
            self.add_error("without_consultation", NO_REASON)
        return values
