import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict

from plans.document.word.package import MAX_BYTES
from plans.document.word.proposal import Part, Place
from plans.forms.word import Approved, WordForm, approved, nothing_left

PARTS = (Part("A", "<p>x</p>", Place.SECTION), Part("B", "", Place.CHILD))


def form(*, file: bytes | None = None, **data: str) -> WordForm:
    files = MultiValueDict[str, UploadedFile]()
    if file is not None:
        files["file"] = SimpleUploadedFile("plan.docx", file)
    form = WordForm({"year": "2026"} | data, files)
    form.is_valid()
    return form


def test_a_file_or_a_paste_is_enough() -> None:
    assert form(file=b"x").errors == {}
    assert form(paste="Hej").errors == {}


def test_the_clipboards_html_goes_before_its_words() -> None:
    assert form(paste="Hej", pasted="<p>Hej</p>").text() == "<p>Hej</p>"
    assert form(paste="Hej", pasted="").text() == "Hej"


def test_signs_that_are_no_text_are_no_fault_of_the_person() -> None:
    assert form(paste="a\0b", pasted="<p>a\0b</p>").errors == {}


def test_neither_is_told_at_the_file() -> None:
    assert form(paste=" \n ").errors == {
        "file": ["Välj en Word-fil, eller klistra in dokumentet nedan."]
    }


def test_an_empty_file_is_a_file() -> None:
    assert form(file=b"").errors == {}


def test_a_file_over_30_mb_is_told() -> None:
    [error] = form(file=bytes(MAX_BYTES + 1)).errors["file"]
    assert "större än 30 MB" in error


@pytest.mark.parametrize("year", ["", "x", "2003", "2101", "24", "2026.5"])
def test_a_year_is_one_of_the_laws(year: str) -> None:
    assert form(paste="Hej", year=year).errors == {
        "year": ["Skriv ett år från 2004 till 2100, med fyra siffror."]
    }


def test_headings_and_places_are_the_persons() -> None:
    assert approved(PARTS, [" A  1 ", "C"], ["appendix", "section"]) == [
        Approved(Part("A 1", "<p>x</p>", Place.APPENDIX)),
        Approved(Part("C", "", Place.SECTION)),
    ]


@pytest.mark.parametrize(
    ("heading", "place", "error"),
    [
        ("", "section", "Skriv en rubrik, eller välj Ta inte med."),
        ("  ", "child", "Skriv en rubrik, eller välj Ta inte med."),
        ("x" * 301, "section", "Rubriken kan ha högst 300 tecken."),
        ("", "out", ""),
        ("x" * 301, "out", ""),
    ],
)
def test_a_heading_is_asked_for_where_the_section_is_taken(
    heading: str, place: str, error: str
) -> None:
    assert approved(PARTS[:1], [heading], [place])[0].error == error


@pytest.mark.parametrize(
    ("headings", "places"),
    [(["A"], ["section"]), (["A", "B"], ["section"]), (["A", "B"], ["section", "elsewhere"])],
)
def test_every_part_has_one_of_each(headings: list[str], places: list[str]) -> None:
    with pytest.raises(ValueError, match=r"shorter|not a valid"):
        approved(PARTS, headings, places)


def test_nothing_is_left_when_all_are_out() -> None:
    rows = approved(PARTS, ["A", "B"], ["out", "out"])
    assert nothing_left(rows)
    assert not nothing_left(approved(PARTS, ["A", "B"], ["out", "child"]))
