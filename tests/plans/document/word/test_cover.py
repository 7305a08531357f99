from lxml import etree

from plans.document.html.pieces import Markup, Piece
from plans.document.word.cover import opening
from plans.document.word.remarks import Remarks
from tests.plans.document.word.pieces import h, p

BODY = (h(1, "A"), p("x"), h(1, "B"))
LONG = p("ord " * 20)


def title(*pieces: Piece) -> str:
    return opening([*pieces, *BODY], Remarks()).title


def told(*pieces: Piece) -> tuple[str, ...]:
    remarks = Remarks()
    opening([*pieces, *BODY], remarks)
    return remarks.sentences()


def test_words_in_the_format_title_are_the_title() -> None:
    assert title(h(0, "Verksamhetsplan"), p("Ett förbund"), h(0, "Budget 2024")) == (
        "Verksamhetsplan Budget 2024"
    )


def test_the_only_heading_of_its_level_before_all_others_is_the_title() -> None:
    found = opening([h(1, "Plan 2024"), h(2, "A"), h(2, "B")], Remarks())
    assert (found.title, found.rest) == ("Plan 2024", [h(2, "A"), h(2, "B")])


def test_two_headings_are_too_few_to_tell_a_title() -> None:
    assert opening([h(1, "A"), h(2, "B")], Remarks()).title == ""


def test_a_line_of_the_cover_that_speaks_of_a_plan_is_the_title() -> None:
    cover = [p("Samordningsförbundet Ånge"), p("Verksamhetsplan och budget 2022")]
    assert title(*cover) == "Verksamhetsplan och budget 2022"
    assert told(*cover) == ("Försättsbladets rader togs inte med: ”Samordningsförbundet Ånge”.",)


def test_without_such_a_line_there_is_no_title() -> None:
    assert title(p("Samordningsförbundet Ånge")) == ""


def test_running_text_is_no_cover() -> None:
    found = opening([p("Förbundet"), LONG, p("Kort"), *BODY], Remarks())
    assert (found.text, found.rest) == ([LONG, p("Kort")], list(BODY))


def test_a_long_cover_is_quoted_in_part() -> None:
    [sentence] = told(*[p("ett par ord")] * 60)
    assert sentence.endswith(" …”.")
    assert len(sentence) < 350


def test_a_picture_of_the_cover_is_told() -> None:
    assert told(Markup(etree.Element("img"))) == ("En bild togs inte med.",)


def test_short_lines_without_headings_are_the_text() -> None:
    assert opening([p("Hej"), p("du")], Remarks()).text == [p("Hej"), p("du")]
