from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from finsam.federations.pictures import FORMATS, TOO_MANY, encoded, unreadable

MOST_BYTES = 2 * 1024 * 1024
TOO_LARGE = "Bilden är större än 2 MB. Spara den mindre och välj den igen."
TOO_MANY_PIXELS = f"Bilden har {TOO_MANY}. Spara den mindre och välj den igen."
NOT_A_PICTURE = "Filen är ingen hel bild i formatet PNG eller JPEG. Välj en annan."
NOT_CHOSEN = "Välj en bildfil."
_KINDS = {kind: media_type for media_type, kind in FORMATS.items()}


class LogoForm(forms.Form):
    """A federation's logo. What the file is, its content says."""

    logo = forms.FileField(
        label="Ny logotyp",
        help_text="PNG eller JPEG, högst 2 MB.",
        widget=forms.FileInput({"class": "input", "accept": "image/png,image/jpeg"}),
        error_messages={
            **dict.fromkeys(["required", "missing", "invalid"], NOT_CHOSEN),
            "empty": "Filen är tom. Välj en annan.",
        },
    )

    def clean_logo(self) -> tuple[str, bytes]:
        """The picture's media type and its bytes, written anew without what a camera adds."""
        upload: UploadedFile = self.cleaned_data["logo"]
        if (upload.size or 0) > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        data = upload.read()
        reasons = [unreadable(data, kind) for kind in FORMATS.values()]
        if all(reasons):
            raise ValidationError(TOO_MANY_PIXELS if TOO_MANY in reasons else NOT_A_PICTURE)
        return _written(data)


def _written(data: bytes) -> tuple[str, bytes]:
    try:
        kind, content = encoded(data)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise ValidationError(NOT_A_PICTURE) from None
    return _KINDS[kind], content
