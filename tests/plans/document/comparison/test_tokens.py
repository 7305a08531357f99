import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document.comparison.inline import Piece
from plans.document.comparison.tokens import is_word, tokens


def cut(text: str) -> list[str]:
    return [piece.text for piece in tokens([Piece(text=text)])]


@given(st.text(min_size=1))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(cut(text)) == text


@pytest.mark.parametrize(
    "whole",
    [
        "åtgärd", "Öster", "1 400", "1\u00a0400", "2 800 000", "16–64", "10 000–20 000", "3,5",
        "2024/25", "2025-01-31", "13:30", "EU:s", "samordnings-förbund",
    ],
)  # fmt: skip
def test_a_word_and_a_number_are_whole(whole: str) -> None:
    assert cut(f"({whole}).") == ["(", whole, ")", "."]


def test_a_year_before_a_number_stands_alone() -> None:
    assert cut("år 2025 100") == ["år", " ", "2025", " ", "100"]


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (Piece(text="ord"), True),
        (Piece(figure="result/total"), True),
        (Piece(note=(Piece(text="not"),)), True),
        (Piece(text=" "), False),
        (Piece(text="."), False),
        (Piece(), False),
    ],
)
def test_words_figures_and_notes_say_something(piece: Piece, expected: bool) -> None:
    assert is_word(piece) is expected
