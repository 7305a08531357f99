"""The commands about plans: what they write, what they say, and with which words they refuse."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from finsam.federations.models import Federation
from plans.management.commands.loadexamples import EXAMPLES
from plans.models import Plan

pytestmark = pytest.mark.django_db

NAMES = (
    "ange-2022",
    "blekinge-2023",
    "skelleftea-norsjo-2016",
    "sodra-lappland-2024",
    "vastra-ostergotland-2025",
)
ANGE = EXAMPLES / "ange-2022.json"


def said(*arguments: object, **options: Any) -> str:
    out = StringIO()
    call_command(*map(str, arguments), stdout=out, **options)
    return out.getvalue()


def edited(tmp_path: Path, **changes: object) -> Path:
    """Ånge's file with other values at its top, as somebody's editor would save it."""
    tree = json.loads(ANGE.read_text()) | changes
    file = tmp_path / "andrad.json"
    file.write_text(json.dumps(tree))
    return file


def test_the_five_examples_are_loaded_once() -> None:
    first = said("loadexamples")
    again = said("loadexamples")
    assert Plan.objects.count() == len(NAMES)
    assert "Skapade ange 2022." in first
    assert again.splitlines() == [
        f"Finns redan: {name.rpartition('-')[0]} {name.rpartition('-')[2]}." for name in NAMES
    ]


def test_an_example_that_somebody_changed_is_left_alone() -> None:
    said("loadexamples")
    Plan.objects.filter(federation__slug="ange").update(title="Vår egen titel")
    said("loadexamples")
    assert Plan.objects.get(federation__slug="ange").title == "Vår egen titel"


def test_a_federation_of_ones_own_under_an_examples_address_stays_as_it_is() -> None:
    Federation.objects.create(slug="ange", name="Vårt eget", short_name="Vårt")
    errors = StringIO()
    said("loadexamples", stderr=errors)
    assert errors.getvalue().startswith("ange-2022.json är inte inläst. Planen räknar med medlem")
    assert Federation.objects.get(slug="ange").name == "Vårt eget"
    assert Plan.objects.count() == len(NAMES) - 1


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_exported_as_the_file_it_came_from(name: str, tmp_path: Path) -> None:
    slug, _, year = name.rpartition("-")
    said("importplan", EXAMPLES / f"{name}.json")
    output = tmp_path / "plan.json"
    said("exportplan", slug, year, format="json", output=output)
    assert output.read_bytes() == (EXAMPLES / f"{name}.json").read_bytes()


def test_the_json_goes_to_standard_output_unless_told_otherwise() -> None:
    said("importplan", ANGE)
    assert said("exportplan", "ange", 2022) == ANGE.read_text()
    assert said("exportplan", "ange", 2022, output=Path("-")) == ANGE.read_text()


def test_a_plan_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(CommandError, match=r"Det finns ingen plan för ange 2031\."):
        said("exportplan", "ange", 2031)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    said("importplan", ANGE)
    with pytest.raises(CommandError, match="går inte att skriva: "):
        said("exportplan", "ange", 2022, output=tmp_path / "finns inte" / "plan.json")


def test_the_same_file_twice_changes_nothing() -> None:
    said("importplan", ANGE)
    assert said("importplan", ANGE) == "Planen är redan likadan: ange 2022.\n"


def test_a_dry_run_says_what_would_happen_and_does_nothing() -> None:
    out = said("importplan", ANGE, dry_run=True)
    assert "Skulle skapa ange 2022." in out
    assert not Federation.objects.exists()


def test_an_edited_file_updates_the_plan_and_comes_back_as_it_was_sent(tmp_path: Path) -> None:
    said("importplan", ANGE)
    file = edited(tmp_path, title="En annan titel")
    assert said("importplan", file) == "Uppdaterade ange 2022.\n"
    exported = json.loads(said("exportplan", "ange", 2022))
    assert exported == json.loads(file.read_text())


def test_what_a_file_says_otherwise_of_the_federation_is_reported_and_not_applied(
    tmp_path: Path,
) -> None:
    said("importplan", ANGE)
    federation = json.loads(ANGE.read_text())["federation"]
    file = edited(tmp_path, federation=federation | {"seat": "Timrå"})
    assert said("importplan", file).splitlines() == [
        "Planen är redan likadan: ange 2022.",
        "Filen säger något annat om förbundet. Det som tjänsten har står kvar:",
        f'  /federation/seat: tjänsten har texten "{federation["seat"]}", filen har texten "Timrå"',
    ]
    assert Federation.objects.get().seat == federation["seat"]


def test_update_federation_applies_what_the_file_says_of_it(tmp_path: Path) -> None:
    said("importplan", ANGE)
    federation = json.loads(ANGE.read_text())["federation"] | {"seat": "Timrå"}
    file = edited(tmp_path, federation=federation)
    said("importplan", file, update_federation=True)
    assert Federation.objects.get().seat == "Timrå"


def test_a_broken_file_gives_one_line_for_each_fault_and_imports_nothing(tmp_path: Path) -> None:
    file = edited(tmp_path, year="2022", colour="red")
    with pytest.raises(CommandError) as refused:
        said("importplan", file)
    assert str(refused.value).splitlines() == [
        f"{file} har 2 fel. Inget är inläst.",
        '/year: väntade ett heltal, fick texten "2022"',
        '/colour: väntade inget fält med det namnet, fick texten "red"',
    ]
    assert not Plan.objects.exists()


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="går inte att läsa: "):
        said("importplan", tmp_path / "saknas.json")


def test_checkplan_lists_what_the_checks_find() -> None:
    said("importplan", EXAMPLES / "skelleftea-norsjo-2016.json")
    found = json.loads(said("checkplan", "skelleftea-norsjo", 2016, json=True))
    assert [*found[0]] == ["code", "severity", "message", "place", "reason"]
    assert "shares" in {finding["code"] for finding in found}


def test_checkplan_is_read_by_people_too() -> None:
    said("importplan", EXAMPLES / "skelleftea-norsjo-2016.json")
    assert "Varning shares (" in said("checkplan", "skelleftea-norsjo", 2016)


def test_a_plan_without_remarks_says_so() -> None:
    said("importplan", ANGE)
    assert said("checkplan", "ange", 2022) == "Inga anmärkningar.\n"
    assert json.loads(said("checkplan", "ange", 2022, json=True)) == []


# WeasyPrint leaves its own colour profile open.
@pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")
def test_a_pdf_gets_a_name_that_a_person_understands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said("importplan", ANGE)
    monkeypatch.chdir(tmp_path)
    out = said("exportplan", "ange", 2022, format="pdf")
    [file] = tmp_path.iterdir()
    assert out == f"Skrev {file.name}.\n"
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_word_file_gets_such_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said("importplan", ANGE)
    monkeypatch.chdir(tmp_path)
    out = said("exportplan", "ange", 2022, format="docx")
    [file] = tmp_path.iterdir()
    assert out == f"Skrev {file.name}.\n"
    assert file.suffix == ".docx"
    assert file.read_bytes().startswith(b"PK")


def test_a_workbook_gets_such_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said("importplan", ANGE)
    monkeypatch.chdir(tmp_path)
    out = said("exportplan", "ange", 2022, format="xlsx")
    [file] = tmp_path.iterdir()
    assert out == f"Skrev {file.name}.\n"
    assert load_workbook(file).sheetnames == ["Budget 2022", "Underlag"]


def test_a_plan_without_a_budget_is_no_workbook(tmp_path: Path) -> None:
    said("importplan", EXAMPLES / "blekinge-2023.json")
    output = tmp_path / "budget.xlsx"
    with pytest.raises(CommandError, match=r"Planen för blekinge 2023 har ingen budget"):
        said("exportplan", "blekinge", 2023, format="xlsx", output=output)
    assert not output.exists()


def test_the_html_is_one_page_on_standard_output() -> None:
    said("importplan", ANGE)
    page = said("exportplan", "ange", 2022, format="html")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "1 722 000" in page.replace("\u00a0", " ")
