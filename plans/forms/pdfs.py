"""A PDF that is put with a decision or an answer."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from plans.forms.filing import TOO_LARGE
from plans.writing.filing import PdfFile
from plans.writing.pdfs import MOST_BYTES, fault_of

NO_FILE = "Välj en PDF."


def pdf_field(label: str, hint: str, *, required: bool) -> forms.FileField:
    """A field for one."""
    return forms.FileField(
        label=label,
        help_text=hint,
        required=required,
        max_length=200,
        widget=forms.FileInput({"class": "input", "accept": "application/pdf,.pdf"}),
        error_messages={
            **dict.fromkeys(["required", "missing", "invalid"], NO_FILE),
            "empty": "Filen är tom. Välj en annan PDF.",
            "max_length": "Filens namn är för långt. Ge den ett kortare namn och välj den igen.",
        },
    )


def checked_pdf(upload: UploadedFile | None) -> PdfFile | None:
    """A file that is found to be a PDF. Raises ValidationError."""
    if not upload:
        return None
    if (upload.size or 0) > MOST_BYTES:
        raise forms.ValidationError(TOO_LARGE)
    data = upload.read()
    fault = fault_of(data)
    if fault:
        raise forms.ValidationError(fault)
    return PdfFile(name=upload.name or "fil.pdf", data=data)
