"""What is filled in when a decision goes out: to whom, and when it was on the notice board."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms

from finsam.federations.forms.fields import DayField
from plans.deciding.completing import Facts
from plans.deciding.officials import Official, addressees
from plans.deciding.versions import Addressee
from plans.forms.addresses import addressees_in
from plans.forms.completing import NOTHING, FactsForm
from plans.forms.sending import CHOOSE_PEOPLE, GONE, LONGEST_MESSAGE
from plans.models import Decision

MOST_LINES = 5000
DAYS = ("posted_on", "taken_down_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An address to choose."""

    to: Addressee
    is_chosen: bool


def _seen() -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


class DispatchForm(forms.Form):
    """To whom a decision goes, and with which words.

    `seen` and `version` are the newest dispatch and the version in force when the page was shown: a
    second press sends nothing more.
    """

    official = forms.MultipleChoiceField(
        label="Till vem?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": GONE, "invalid_list": GONE},
    )
    others = forms.CharField(
        label="Andra mottagare",
        required=False,
        max_length=MOST_LINES,
        widget=forms.Textarea({"class": "input", "rows": 4}),
        help_text="En på varje rad: Försäkringskassan <kontakt@myndighet.se>",
        error_messages={"max_length": f"Skriv högst {MOST_LINES} tecken."},
    )
    message = forms.CharField(
        label="Några ord till mottagarna",
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"class": "input", "rows": 4}),
        help_text="Frivilligt. Orden står först i brevet.",
        error_messages={"max_length": f"Skriv högst {LONGEST_MESSAGE} tecken."},
    )
    seen = _seen()
    version = _seen()

    def __init__(self, *args: Any, officials: Sequence[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officials = officials
        self.known = {one.address: one for one in addressees(officials)}
        official = cast(forms.MultipleChoiceField, self.fields["official"])
        official.choices = [(address, one.name) for address, one in self.known.items()]

    @property
    def groups(self) -> list[tuple[str, list[Box]]]:
        """The addresses to choose among, in their groups; one in two groups stands in the first."""
        chosen = set(self["official"].value() or ())
        groups: dict[str, list[Box]] = {}
        for address, to in self.known.items():
            groups.setdefault(self._group(address), []).append(
                Box(to=to, is_chosen=address in chosen)
            )
        return list(groups.items())

    @property
    def without(self) -> list[Official]:
        """Those who have no address."""
        return [one for one in self.officials if not one.address]

    def clean_official(self) -> list[Addressee]:
        return [self.known[address] for address in self.cleaned_data["official"]]

    def clean_others(self) -> list[Addressee]:
        return addressees_in(self.cleaned_data["others"])

    def clean(self) -> dict[str, Any]:
        """Somebody is to have it; each address once."""
        values = super().clean() or {}
        chosen = [*values.get("official", ()), *values.get("others", ())]
        if not chosen and not self.errors:
            self.add_error("official", CHOOSE_PEOPLE)
        once: dict[str, Addressee] = {}
        for one in chosen:
            once.setdefault(one.address.lower(), one)
        values["to"] = list(once.values())
        return values

    def number(self, name: str) -> int:
        """What the page had seen; -1 where it says nothing, so that nothing matches."""
        value = self.cleaned_data[name]
        return -1 if value is None else int(value)

    def _group(self, address: str) -> str:
        return next(one.group for one in self.officials if one.address == address)


class NoticeForm(FactsForm):
    """When the decision was posted on the notice board and taken from it, each once."""

    posted_on = DayField("Anslaget", hint="Till exempel 2023-12-05.")

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, decision=decision, **kwargs)
        self._keep({name for name in DAYS if not getattr(decision, name)})

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not self.errors and not any(values.values()):
            self.add_error(None, NOTHING)
        return values

    @property
    def facts(self) -> Facts:
        return {name: value for name in DAYS if (value := self.cleaned_data.get(name))}

    def _keep(self, names: Collection[str]) -> None:
        for name in set(self.fields) - set(names):
            del self.fields[name]
