import pytest

from plans.document.content import Picture, Section
from plans.document.html.pieces import Piece
from plans.document.word.refusal import WordRefused
from plans.document.word.remarks import Remarks
from plans.document.word.splitting import MOST_SECTIONS, MOST_TEXT, plan_of
from plans.document.word.wordplan import WordPlan
from tests import factories
from tests.plans.document.word.pieces import h, p

Tree = list[tuple[str, list[str]]]


def plan(*pieces: Piece) -> WordPlan:
    return plan_of(pieces, Remarks())


def tree(*pieces: Piece) -> Tree:
    return [_branch(section) for section in plan(*pieces).sections]


def _branch(section: Section) -> tuple[str, list[str]]:
    mark = "*" if section.is_appendix else ""
    return mark + section.heading, [below.heading for below in section.sections]


def test_only_the_levels_that_are_used_count() -> None:
    assert tree(h(2, "A"), h(4, "B"), h(2, "C")) == [("A", ["B"]), ("C", [])]


def test_a_level_that_was_skipped_is_a_heading_in_the_text() -> None:
    [first, second] = plan(h(1, "A"), h(3, "B"), p("x"), h(1, "C"), h(2, "D"), h(3, "E")).sections
    assert first.html == "<h2>B</h2><p>x</p>"
    assert second.sections[0].html == "<h2>E</h2>"


def test_a_fourth_level_is_below_the_third() -> None:
    [one, _] = plan(h(1, "A"), h(2, "B"), h(3, "C"), h(4, "D"), h(5, "E"), h(1, "F")).sections
    assert one.sections[0].html == "<h2>C</h2><h3>D</h3><h3>E</h3>"


def test_a_document_that_begins_below_its_top_level_begins_a_section() -> None:
    assert tree(h(2, "A"), h(1, "B"), h(1, "C")) == [("A", []), ("B", []), ("C", [])]


def test_the_format_title_used_for_every_heading_is_the_top_level() -> None:
    assert tree(h(0, "A"), h(1, "B"), h(0, "C")) == [("A", ["B"]), ("C", [])]


def test_an_appendix_of_the_second_level_stands_at_the_top() -> None:
    assert tree(h(1, "A"), h(1, "Bilagor"), h(2, "Bilaga 1 B"), h(2, "C"), h(2, "Bilaga 2 D")) == [
        ("A", []),
        ("Bilagor", []),
        ("*B", ["C"]),
        ("*D", []),
    ]


def test_an_appendix_that_is_only_numbered_is_called_what_comes_next() -> None:
    assert tree(h(1, "A"), h(1, "Bilaga 1"), h(2, "Styrkort"), h(1, "Bilaga 2"), p("x")) == [
        ("A", []),
        ("*Styrkort", []),
        ("*Bilaga utan rubrik", []),
    ]


def test_a_heading_as_long_as_a_paragraph_is_one() -> None:
    [section] = plan(h(1, "A"), h(1, "lång " * 60)).sections
    assert section.html == f"<p>{('lång ' * 60).strip()}</p>"


def test_numbers_are_told_once() -> None:
    assert plan(h(1, "1. A"), h(1, "2. B"), h(1, "3 C")).remarks == (
        "Numren i rubrikerna togs bort. Planen numrerar själv.",
    )


def test_text_before_the_first_heading_is_an_introduction() -> None:
    text = p("ord " * 20)
    assert tree(text, h(1, "A"), h(1, "B")) == [("Inledning", []), ("A", []), ("B", [])]
    assert tree(text, h(1, "1. Inledning"), h(1, "2. B"))[0] == ("Inledande text", [])


def test_without_headings_all_is_one_section() -> None:
    found = plan(p("Hej"), p("du"))
    assert [one.html for one in found.sections] == ["<p>Hej</p><p>du</p>"]
    assert found.remarks == ("Dokumentet har inga rubriker, så texten blev ett enda avsnitt.",)


def test_headings_are_guessed_where_no_format_says() -> None:
    found = plan(p("1. A", bold=True), p("x"), p("1.1 B", bold=True), p("y"))
    assert [_branch(one) for one in found.sections] == [("A", ["B"])]
    assert found.remarks[0].startswith("Dokumentet saknar rubrikformat.")


def test_only_pictures_that_are_shown_are_kept() -> None:
    picture = Picture(key=factories.key("a"), media_type="image/png", alt="x")
    assert plan_of([p("Hej")], Remarks(), [picture]).pictures == ()


@pytest.mark.parametrize(
    ("pieces", "fact"),
    [
        ([], "ingen text"),
        ([h(0, "Bara en titel")], "ingen text"),
        ([h(1, "A")] * (MOST_SECTIONS + 1), "fler än 300 rubriker"),
        ([p("x" * (MOST_TEXT + 1))], "innehåller för mycket"),
    ],
)
def test_nothing_and_too_much_are_refused(pieces: list[Piece], fact: str) -> None:
    with pytest.raises(WordRefused, match=fact):
        plan(*pieces)
