from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils.datastructures import MultiValueDict

from plans.forms.filing import FilePlanForm
from plans.models import FiledPlan
from tests.factories import pdf

COLUMNS = {"title": "title", "minutes_paragraph": "minutes_paragraph", "pdf": "file_name"} | {
    "registry_number": "registry_number"
}


def test_texts_may_be_as_long_as_their_columns() -> None:
    columns = {
        field.name: field.max_length
        for field in FiledPlan._meta.concrete_fields
        if isinstance(field, models.CharField)
    }
    fields = FilePlanForm.base_fields
    assert {name: getattr(fields[name], "max_length", None) for name in COLUMNS} == {
        name: columns[column] for name, column in COLUMNS.items()
    }


def test_a_file_with_a_long_name_is_refused_with_the_reason() -> None:
    file = SimpleUploadedFile("å" * 197 + ".pdf", pdf())
    form = FilePlanForm({}, MultiValueDict({"pdf": [file]}))
    assert form.errors["pdf"] == [
        "Filens namn är för långt. Ge den ett kortare namn och välj den igen."
    ]
