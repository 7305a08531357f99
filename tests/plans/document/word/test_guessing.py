import pytest

from plans.document.html.pieces import Heading, Piece, plain_text
from plans.document.word.guessing import guessed
from tests.plans.document.word.pieces import numbered, p

TEXT = p("Förbundet stödjer samverkan mellan medlemmarna i länet.", size=11)


def levels(*pieces: Piece) -> list[tuple[int, str]]:
    return [
        (piece.level, plain_text(piece.inline))
        for piece in guessed(pieces)
        if isinstance(piece, Heading)
    ]


def b(text: str, size: float = 11) -> Piece:
    return p(text, bold=True, size=size)


def test_numbers_give_the_levels_and_what_has_none_is_below_the_one_before() -> None:
    assert levels(
        b("Verksamhetsplan"), b("4. Inriktning"), TEXT, b("Syfte"), TEXT, b("4.1 Mål"), b("Hur")
    ) == [
        (0, "Verksamhetsplan"),
        (1, "4. Inriktning"),
        (2, "Syfte"),
        (2, "4.1 Mål"),
        (3, "Hur"),
    ]


def test_an_appendix_is_of_the_first_level() -> None:
    assert levels(b("1. Mål"), b("1.1 Vi"), b("Bilaga 1 Budget"))[-1] == (1, "Bilaga 1 Budget")


def test_words_own_numbers_are_levels_too() -> None:
    found = levels(numbered("Mål", bold=True), TEXT, numbered("Individ", 1, bold=True))
    assert found == [(1, "Mål"), (2, "Individ")]


def test_without_numbers_the_largest_are_the_uppermost() -> None:
    assert levels(p("A", size=20), TEXT, b("B"), TEXT, p("C", size=14), TEXT) == [
        (1, "A"),
        (3, "B"),
        (2, "C"),
    ]


def test_plain_numbers_that_go_on_from_each_other_are_headings() -> None:
    found = levels(
        *(p(text) for text in ("1. A", "x", "2. B", "x", "1. punkt", "x", "2.1 C", "2.2 D", "3. E"))
    )
    assert [text for _, text in found] == ["1. A", "2. B", "2.1 C", "2.2 D", "3. E"]


@pytest.mark.parametrize(
    "piece",
    [
        b("Det här är en mening."),
        b("ord " * 40),
        b("2024"),
        p("Vanlig text", size=11),
        p("Nästan", size=12),
        numbered("En punkt"),
    ],
)
def test_other_paragraphs_are_none(piece: Piece) -> None:
    assert levels(TEXT, b("A"), b("B"), piece, TEXT) == [(1, "A"), (1, "B")]


def test_one_alone_may_be_anything() -> None:
    assert levels(TEXT, b("A"), TEXT) == []


def test_nothing_is_nothing() -> None:
    assert guessed([]) == []
