import re

from hypothesis import given
from hypothesis import strategies as st

from plans.exports.longwords import BREAK, LONGEST, broken

WORD = "å" * LONGEST


def test_a_word_that_a_line_may_hold_is_left_alone() -> None:
    html = f"<p>{WORD} och <em>{WORD}</em></p>"
    assert broken(html) == html


def test_a_longer_word_may_break_after_each_sixty_characters() -> None:
    assert broken(f"<p>{WORD * 2}b</p>") == f"<p>{WORD}{BREAK}{WORD}{BREAK}b</p>"


def test_a_sign_written_as_an_entity_is_one_and_stays_whole() -> None:
    assert broken("&amp;" * (LONGEST + 1)) == "&amp;" * LONGEST + BREAK + "&amp;"
    assert broken("&amp;" * LONGEST) == "&amp;" * LONGEST


def test_a_word_goes_on_through_marks_and_ends_with_its_block() -> None:
    assert broken(f"<p><em>{WORD}</em>b</p>") == f"<p><em>{WORD}</em>{BREAK}b</p>"
    assert broken(f"<p>{WORD}</p><p>{WORD}</p>") == f"<p>{WORD}</p><p>{WORD}</p>"


def test_a_hard_space_is_no_place_to_break() -> None:
    figures = "1\u00a0" * (LONGEST // 2)
    assert broken(figures * 2) == figures + BREAK + figures


def test_addresses_and_style_sheets_are_left_alone_but_the_heads_of_pages_are_not() -> None:
    html = f'<style>{WORD}b</style><title>{WORD}b</title><a href="{WORD}>b">x</a>'
    assert broken(html) == html
    assert BREAK in broken(f'<body data-title="{WORD * 2}">')


@given(
    st.lists(st.sampled_from(["a" * 37, " ", "&lt;", "<em>", "</em>", "<p>", "</p>", "å\u00a0"]))
)
def test_nothing_but_places_to_break_is_added(parts: list[str]) -> None:
    html = "".join(parts)
    result = broken(html)
    assert result.replace(BREAK, "") == html
    shown = re.sub("</?em>", "", result).replace("&lt;", "<")
    runs = re.split(rf"</?p>|[ {BREAK}]", shown)
    assert max(map(len, runs)) <= LONGEST
