from django import forms
from django.core.files.uploadedfile import UploadedFile

from finsam.federations.forms.fields import line
from plans.forms.starting import YearField
from plans.writing.filing import PdfFile
from plans.writing.pdfs import MOST_BYTES, fault_of

TOO_LARGE = "Filen är större än 30 MB. Spara den med mindre bilder och välj den igen."
NOT_CHOSEN = "Välj planens PDF."


class FilePlanForm(forms.Form):
    """An earlier plan's PDF with what is said of it in lists."""

    year = YearField("Vilket år gäller planen?")
    title = line("Titel", 300, missing="Skriv planens titel, som på omslaget.")
    decided_on = forms.DateField(
        label="Beslutad",
        help_text="Dagen då styrelsen beslutade planen, till exempel 2023-11-30.",
        input_formats=["%Y-%m-%d"],
        widget=forms.TextInput({"class": "input input--year", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(["required", "invalid"], "Skriv datumet som 2023-11-30."),
    )
    minutes_paragraph = line("Protokollets §", 20, hint="Lämna tomt om du inte vet.")
    registry_number = line("Diarienummer", 60, hint="Lämna tomt om planen inte har något.")
    pdf = forms.FileField(
        label="Planens PDF",
        help_text="Högst 30 MB.",
        max_length=200,
        widget=forms.FileInput({"class": "input", "accept": "application/pdf,.pdf"}),
        error_messages={
            "required": NOT_CHOSEN,
            "missing": NOT_CHOSEN,
            "invalid": NOT_CHOSEN,
            "empty": "Filen är tom. Välj planens PDF.",
            "max_length": "Filens namn är för långt. Ge den ett kortare namn och välj den igen.",
        },
    )

    def clean_pdf(self) -> PdfFile:
        """The file, found to be a PDF; its first bytes and its structure say so, not its name."""
        upload: UploadedFile = self.cleaned_data["pdf"]
        if (upload.size or 0) > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        data = upload.read()
        fault = fault_of(data)
        if fault:
            raise forms.ValidationError(fault)
        return PdfFile(name=upload.name or "", data=data)
