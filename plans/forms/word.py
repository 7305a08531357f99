"""What is asked for when a plan begins from a Word file: the file first, then the approval."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from plans.document.content import PlanContent, Section
from plans.document.fileformat.rules.limits import LENGTHS
from plans.document.word.package import MAX_BYTES
from plans.document.word.proposal import Part, Place
from plans.document.word.refusal import TOO_LARGE
from plans.forms.starting import YearField

LONGEST_HEADING = LENGTHS[Section]["heading"]
LONGEST_TITLE = LENGTHS[PlanContent]["title"]


class PastedField(forms.CharField):
    """Whatever a clipboard holds: what is no text in it is taken out where it is read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, strip=False, **options)
        self.validators = []


class WordForm(forms.Form):
    """The year, and a Word file or a pasted document."""

    year = YearField("Vilket år gäller planen?")
    file = forms.FileField(
        label="Word-fil",
        help_text="En .docx på högst 30 MB.",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput({"class": "input", "accept": ".docx"}),
    )
    paste = PastedField(
        label="Eller klistra in hela dokumentet",
        help_text="Markera allt i Word, kopiera, och klistra in här. Bilder följer inte med.",
        widget=forms.Textarea({"class": "input", "rows": 6}),
    )
    pasted = PastedField(widget=forms.HiddenInput)
    """The clipboard's HTML of what was pasted, where there is a script."""

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if "file" in cleaned and not cleaned["file"] and not self.text().strip():
            self.add_error("file", "Välj en Word-fil, eller klistra in dokumentet nedan.")
        return cleaned

    def text(self) -> str:
        """What was pasted: its HTML where there is any."""
        return str(self.cleaned_data.get("pasted") or self.cleaned_data.get("paste") or "")


class ApprovalForm(forms.Form):
    """The title and the year of the proposed plan, and the proposal itself."""

    title = forms.CharField(
        label="Planens titel",
        max_length=LONGEST_TITLE,
        widget=forms.TextInput({"class": "input"}),
        error_messages={
            "required": "Skriv planens titel.",
            "max_length": f"Titeln kan ha högst {LONGEST_TITLE} tecken.",
        },
    )
    year = YearField("Vilket år gäller planen?")
    proposal = forms.CharField(strip=False, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Approved:
    """A part as the person wants it, and what is wrong with its heading."""

    part: Part
    error: str = ""


def approved(
    parts: Sequence[Part], headings: Sequence[str], places: Sequence[str]
) -> list[Approved]:
    """The parts with the headings and places that were chosen.

    Raises ValueError where there is not one of each for every part, or a place is unknown.
    """
    return [
        _approved(replace(part, heading=" ".join(heading.split()), place=Place(place)))
        for part, heading, place in zip(parts, headings, places, strict=True)
    ]


def _approved(part: Part) -> Approved:
    if part.place is Place.OUT:
        return Approved(part)
    if not part.heading:
        return Approved(part, "Skriv en rubrik, eller välj Ta inte med.")
    if len(part.heading) > LONGEST_HEADING:
        return Approved(part, f"Rubriken kan ha högst {LONGEST_HEADING} tecken.")
    return Approved(part)


def nothing_left(rows: Iterable[Approved]) -> bool:
    """Whether every part was left out."""
    return all(row.part.place is Place.OUT for row in rows)
