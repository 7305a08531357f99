"""A question about a place of the plan, and an answer."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from plans.document.anchoring import Anchor, anchored
from plans.document.places import Place

LONGEST = 4000
EMPTY = "Skriv din fråga innan du skickar den."
EMPTY_ANSWER = "Skriv ditt svar innan du skickar det."
TOO_LONG = f"Skriv högst {LONGEST} tecken."
GONE = "Det stället finns inte. Välj ett annat."
SHOWN = 90


class AnswerForm(forms.Form):
    """Something more that is said in a thread."""

    body = forms.CharField(
        label="Svar",
        max_length=LONGEST,
        widget=forms.Textarea({"class": "input", "rows": 3}),
        error_messages={"required": EMPTY_ANSWER, "max_length": TOO_LONG},
    )


class QuestionForm(forms.Form):
    """What is asked, and about which of the places: `about` is "3" or, for a passage, "3/1"."""

    about = forms.ChoiceField(
        label="Vad gäller frågan?",
        widget=forms.Select({"class": "input"}),
        error_messages={"required": GONE, "invalid_choice": GONE},
    )
    body = forms.CharField(
        label="Din fråga eller synpunkt",
        max_length=LONGEST,
        widget=forms.Textarea({"class": "input", "rows": 5}),
        error_messages={"required": EMPTY, "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.targets = dict(_targets(places))
        about = cast(forms.ChoiceField, self.fields["about"])
        about.choices = [
            (value, _shown(place, passage)) for value, (place, passage) in self.targets.items()
        ]

    @property
    def chosen(self) -> tuple[Place, Anchor]:
        """The place, and where in it. For a valid form."""
        place, passage = self.targets[self.cleaned_data["about"]]
        if not passage:
            return place, Anchor(place=place.key)
        return place, anchored(place.text, passage, place.key)


def _targets(places: Sequence[Place]) -> list[tuple[str, tuple[Place, str]]]:
    """Each place as a whole and then its passages, by what the form calls them."""
    found: list[tuple[str, tuple[Place, str]]] = []
    for number, place in enumerate(places):
        found.append((str(number), (place, "")))
        found += [(f"{number}/{at}", (place, text)) for at, text in enumerate(place.passages)]
    return found


def _shown(place: Place, passage: str) -> str:
    if not passage:
        return place.name
    text = passage if len(passage) <= SHOWN else f"{passage[:SHOWN].rstrip()} …"
    return f"”{text}”"
