from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from budgets.lettering import MOST_SIGNS, width, wrapped

FONTS = Path(settings.BASE_DIR, "static/fonts/pdf")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)
ROOM = 20_000


@pytest.mark.parametrize("weight", ["400", "600"])
def test_no_character_is_wider_in_our_fonts_than_it_is_counted(weight: str) -> None:
    with TTFont(FONTS / f"finsam-sans-{weight}.ttf") as font:
        advances, em = font["hmtx"].metrics, font["head"].unitsPerEm
        real = {chr(code): advances[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    assert [sign for sign in real if 1000 * real[sign] > width(sign)] == []


def test_what_print_names_by_its_number_has_room_for_the_name() -> None:
    assert width("\U0010fffd") >= width("[U+10FFFD]")


def test_a_text_that_has_room_is_one_line() -> None:
    assert wrapped("Summa kostnader", ROOM) == ("Summa kostnader",)


def test_a_line_ends_between_words() -> None:
    assert wrapped("Summa medel att disponera", 8_000) == ("Summa medel", "att disponera")


def test_what_hard_spaces_join_stays_on_one_line() -> None:
    assert wrapped("till 1\u00a0027\u00a0tkr", 6_000) == ("till", "1\u00a0027\u00a0tkr")


def test_a_word_that_no_line_has_room_for_is_cut() -> None:
    assert wrapped("Bidragsberäkning", 6_000) == ("Bidragsberä", "kning")


def test_a_line_has_no_more_signs_than_print_leaves_whole() -> None:
    assert [len(line) for line in wrapped("i" * 100, 10**6)] == [MOST_SIGNS, 100 - MOST_SIGNS]


def test_an_empty_text_is_an_empty_line() -> None:
    assert wrapped("", ROOM) == ("",)


@given(TEXTS)
def test_every_line_has_room_and_nothing_is_lost(text: str) -> None:
    lines = wrapped(text, ROOM)
    assert max(map(width, lines)) <= ROOM
    assert "".join(lines).replace(" ", "") == text.strip().replace(" ", "")


@given(TEXTS, TEXTS)
def test_two_texts_together_are_as_wide_as_each_by_itself(one: str, other: str) -> None:
    assert width(one + other) == width(one) + width(other)
