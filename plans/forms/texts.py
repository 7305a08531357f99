"""What is typed into a plan: its cover, its headings and its texts."""

from django import forms
from django.core.exceptions import ValidationError

from finsam.federations.pictures import MAX_BYTES, encoded
from goals.forms import InterventionForm
from plans.document.html.sanitise import sanitise
from plans.models import Picture, Plan, Section

LONGEST_TEXT = 1_000_000
"""Characters of HTML in one section: some 150 pages."""


class TextField(forms.CharField):
    """Text as the editor gives it; cleaned it is canonical HTML.

    What no section should hold is refused before it is read at all.
    """

    widget = forms.Textarea

    def __init__(self) -> None:
        super().__init__(required=False, strip=False)

    def clean(self, value: str | None) -> str:
        html: str = super().clean(value)
        if len(html) > LONGEST_TEXT:
            raise ValidationError(
                f"Texten är för lång, {_megabytes(len(html))} med allt. "
                f"Högst {_megabytes(LONGEST_TEXT)} får plats. Dela den i flera avsnitt."
            )
        return sanitise(html)


class TextForm(forms.Form):
    """A section's text."""

    html = TextField()


class PlanInterventionForm(InterventionForm):
    """An insats, with its description as text of the plan."""

    html = TextField()


def _megabytes(count: int) -> str:
    """A count of characters or bytes as people speak of a file's size: "1,2 MB"."""
    return f"{count / 1024 / 1024:.1f}".replace(".", ",").removesuffix(",0") + "\u00a0MB"


class HeadingForm(forms.ModelForm[Section]):
    """A section's heading."""

    class Meta:
        model = Section
        fields = ["heading"]
        error_messages = {
            "heading": {
                "required": "Skriv en rubrik.",
                "max_length": "Rubriken får ha högst 300 tecken.",
            }
        }


class PictureForm(forms.Form):
    """A picture for the text, with what it shows in words."""

    file = forms.FileField(
        error_messages={
            "required": "Välj en bildfil.",
            "empty": "Filen är tom. Välj en annan.",
            "invalid": "Filen kom inte fram. Försök igen.",
        }
    )
    alt = forms.CharField(
        max_length=1000,
        error_messages={
            "required": "Skriv vad bilden visar, för den som inte ser den.",
            "max_length": "Beskrivningen får ha högst 1 000 tecken.",
        },
    )

    def clean_file(self) -> Picture:
        """The picture, not yet of a plan. Refuses what is too large, or no whole PNG or JPEG.

        It is written anew: where it was taken, and what else was put into the file, stays behind.
        """
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(
                f"Bilden är för stor, {_megabytes(file.size)}. Högst {_megabytes(MAX_BYTES)} "
                "får plats. Spara den mindre och försök igen."
            )
        try:
            kind, data = encoded(file.read())
        except (OSError, SyntaxError, ValueError):
            raise ValidationError(
                "Filen är ingen hel bild i formatet PNG eller JPEG. Välj en annan."
            ) from None
        return Picture(media_type=f"image/{kind.lower()}", data=data)

    def clean_alt(self) -> str:
        """The words in one line, as the text stores them."""
        return " ".join(self.cleaned_data["alt"].split())


class CoverForm(forms.ModelForm[Plan]):
    """The plan's title and what stands below it."""

    class Meta:
        model = Plan
        fields = ["title", "subtitle"]
        error_messages = {
            "title": {
                "required": "Skriv planens titel.",
                "max_length": "Titeln får ha högst 300 tecken.",
            },
            "subtitle": {"max_length": "Underrubriken får ha högst 300 tecken."},
        }
