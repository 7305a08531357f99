import re
from html import escape
from time import process_time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from plans.document.comparison.words import SKIPPED, abridged, marked, marked_plain
from plans.document.html.normalise import normalise
from plans.document.html.sanitise import sanitise
from plans.document.html.tree import parsed, written
from tests.plans.document.comparison.texts import (
    EXAMPLE_TEXTS,
    edits,
    text,
    with_other_letters,
    without,
)
from tests.strategies.html import editor_html

PICTURE = '<img alt="Karta" data-picture="00000000-0000-0000-0000-000000000001">'
NOTE = '<span class="footnote">{}</span>'
FIGURE = '<span data-figure="result/{}"></span>'
_THINGS = re.compile(r'<(?:img [^>]+|span data-figure="[^>]+|a href=[^>]+)>')
_BLOCKS = re.compile(r"</?(?!ins|del|a\b|strong|em|span|br|img)\w+[^>]*>")


def table(*rows: str) -> str:
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row.split("|")) for row in rows)
    return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in cells)}</tbody></table>"


def holds_both(before: str, after: str) -> bool:
    """Spaces apart: one stands at the end of a paragraph that was split."""
    both = marked(before, after)
    shown = (without("del", both), without("ins", both))
    return [unspaced(each) for each in shown] == [unspaced(each) for each in (after, before)]


def unspaced(html: str) -> str:
    return "".join(text(html).split())


@given(edits(2))
def test_nothing_of_either_text_is_lost(pair: list[str]) -> None:
    assert holds_both(*pair)


@given(editor_html.map(sanitise), editor_html.map(sanitise))
def test_nothing_is_lost_of_texts_with_nothing_in_common(before: str, after: str) -> None:
    assert holds_both(before, after)


@given(edits(2))
def test_pictures_figures_and_addresses_are_those_of_either_text(pair: list[str]) -> None:
    both = marked(*pair)
    for own, other in ((pair[0], "ins"), (pair[1], "del")):
        shown = re.sub(r"<a [^>]*></a>", "", without(other, both))
        assert set(_THINGS.findall(shown)) == set(_THINGS.findall(own))


@given(editor_html.map(sanitise))
def test_a_text_against_itself_stands_as_it_is(html: str) -> None:
    assert marked(html, html) == html


@given(edits(2))
def test_marks_stand_around_words_and_pictures_and_never_in_each_other(pair: list[str]) -> None:
    root = fragment_fromstring(marked(*pair), create_parent="div")
    for mark in root.iter("ins", "del"):
        parent = mark.getparent()
        is_picture = [child.tag for child in mark] == ["img"]
        assert is_picture or parent.tag in {"p", "h2", "h3", "caption", "a", "span"}
        assert next(mark.iterancestors("ins", "del"), None) is None


@given(edits(2))
def test_the_blocks_stand_as_the_editor_could_have_written_them(pair: list[str]) -> None:
    both = re.sub("</?(?:ins|del)>", "", marked(*pair))
    if text(both).strip() or _THINGS.search(both):
        assert _BLOCKS.findall(sanitise(both)) == _BLOCKS.findall(both)


def test_what_is_marked_can_be_made_ready_for_the_page() -> None:
    both = marked(f"<p>Vi har fem år.</p>{PICTURE}", f"<p>Vi har 5 år.{FIGURE.format('a')}</p>")
    page = normalise(
        both, level=2, pictures={UUID(int=1): "/1.png"}, figures={"result/a": "35 269"}.get
    )
    assert page == (
        "<p>Vi har <del>fem</del><ins>5</ins> år.<ins>35\u00a0269</ins></p>"
        '<del><figure><img alt="Karta" src="/1.png"></figure></del>'
    )


@pytest.mark.parametrize("html", EXAMPLE_TEXTS)
def test_the_examples_lose_nothing_when_edited(html: str) -> None:
    edited = with_other_letters(html).replace("<p>", "<p>Först. ", 1)
    shortened = re.sub(r"<p>[^<]*</p>", "", html, count=1)
    assert marked(html, html) == html
    assert holds_both(html, sanitise(edited))
    assert holds_both(html, sanitise(shortened))
    assert holds_both(sanitise(edited), sanitise(shortened))


@pytest.mark.parametrize(
    ("before", "after", "both"),
    [
        (
            "<p>Vi har 1 400 deltagare.</p><p>Kvar</p>",
            "<p>Vi har 1 500 deltagare i åldern 16–64 år.</p><p>Kvar</p>",
            "<p>Vi har <del>1 400</del><ins>1 500</ins> deltagare<ins> i åldern 16–64 år</ins>."
            "</p><p>Kvar</p>",
        ),
        ("", "<h2>Ny</h2>", "<h2><ins>Ny</ins></h2>"),
        (
            "<p>Vi möts ofta. Vi talar om unga.</p><p>Slut</p>",
            "<p>Vi möts ofta.</p><p>Vi talar mest om unga.</p><p>Slut</p>",
            "<p>Vi möts ofta. <ins></ins></p><p>Vi talar <ins>mest </ins>om unga.</p><p>Slut</p>",
        ),
        (
            "<p>Vi möts ofta.</p><p>Vi talar mest om unga.</p><p>Slut</p>",
            "<p>Vi möts ofta. Vi talar om unga.</p><p>Slut</p>",
            "<p>Vi möts ofta. <del></del>Vi talar <del>mest </del>om unga.</p><p>Slut</p>",
        ),
        (
            "<p>ett</p><p>två</p>",
            "<p>två</p><p>tre</p>",
            "<p><del>ett</del></p><p>två</p><p><ins>tre</ins></p>",
        ),
        ("<p>Mål</p>", "<h2>Mål</h2>", "<p><del>Mål</del></p><h2><ins>Mål</ins></h2>"),
        (
            "<p>ett <strong>två</strong> tre</p>",
            "<p>ett två tre</p>",
            "<p>ett <del><strong>två</strong></del><ins>två</ins> tre</p>",
        ),
        (
            '<p>Se <a href="https://a.se">vår sida</a></p>',
            '<p>Se <a href="https://a.se">vår nya sida</a></p>',
            '<p>Se <a href="https://a.se">vår <ins>nya </ins>sida</a></p>',
        ),
        (
            '<p>Se <a href="https://a.se">sidan</a></p>',
            '<p>Se <a href="https://b.se">sidan</a></p>',
            '<p>Se <a href="https://a.se"><del>sidan</del></a>'
            '<a href="https://b.se"><ins>sidan</ins></a></p>',
        ),
        (
            f"<p>Text{NOTE.format('Not ett.')} mer</p>",
            f"<p>Text{NOTE.format('Not två.')} mer</p>",
            f"<p>Text{NOTE.format('Not <del>ett</del><ins>två</ins>.')} mer</p>",
        ),
        (
            f"<p>Text mer{FIGURE.format('a')}</p>",
            f"<p>Text{NOTE.format('Not')} mer{FIGURE.format('b')}</p>",
            f"<p>Text<ins>{NOTE.format('Not')}</ins> mer"
            f"<del>{FIGURE.format('a')}</del><ins>{FIGURE.format('b')}</ins></p>",
        ),
        (PICTURE, "", f"<del>{PICTURE}</del>"),
        (
            PICTURE,
            PICTURE.replace("Karta", "Karta över länet"),
            f"<del>{PICTURE}</del><ins>{PICTURE.replace('Karta', 'Karta över länet')}</ins>",
        ),
        (
            "<ul><li><p>ett</p></li><li><p>två</p></li></ul>",
            "<ul><li><p>ett</p></li><li><p>nytt</p></li><li><p>två</p></li></ul>",
            "<ul><li><p>ett</p></li><li><p><ins>nytt</ins></p></li><li><p>två</p></li></ul>",
        ),
        (
            "<ul><li><p>ett</p></li></ul>",
            "<ol><li><p>ett</p></li></ol>",
            "<ul><li><p><del>ett</del></p></li></ul><ol><li><p><ins>ett</ins></p></li></ol>",
        ),
        (
            table("A|717|5", "B|8|9"),
            table("A|720|5", "C|10|11", "B|8|9"),
            table(
                "A|<del>717</del><ins>720</ins>|5",
                "<ins>C</ins>|<ins>10</ins>|<ins>11</ins>",
                "B|8|9",
            ),
        ),
        (
            table("A|1", "B|2"),
            table("A|ny|1", "B|ny|2"),
            table("A|<ins>ny</ins>|1", "B|<ins>ny</ins>|2"),
        ),
        (
            "<table><tbody><tr><td><p>Rad</p></td></tr></tbody></table>",
            '<table><tbody><tr><th scope="row"><p>Rad</p></th></tr></tbody></table>',
            '<table><tbody><tr><th scope="row"><p><del>Rad</del></p><p><ins>Rad</ins></p></th></tr>'
            "</tbody></table>",
        ),
    ],
)
def test_it_is_marked_where_it_changed(before: str, after: str, both: str) -> None:
    assert marked(before, after) == both


def test_two_changes_around_a_short_word_are_read_as_one() -> None:
    assert marked("<p>Ett bo och arbete nu.</p>", "<p>Ett hus och jobb nu.</p>") == (
        "<p>Ett <del>bo och arbete</del><ins>hus och jobb</ins> nu.</p>"
    )


def test_two_additions_around_a_word_stay_apart() -> None:
    assert marked("<p>ja och nej</p>", "<p>ja nu och då nej</p>") == (
        "<p>ja <ins>nu </ins>och <ins>då </ins>nej</p>"
    )


@pytest.mark.parametrize(
    ("before", "after", "both"),
    [
        (
            "Ett är. Två.",
            "Ett var. Två. Tre.",
            "Ett <del>är</del><ins>var</ins>. Två.<ins> Tre.</ins>",
        ),
        (
            "En. Två. Tre är.",
            "En. Tre var.",
            "En. <del>Två. </del>Tre <del>är</del><ins>var</ins>.",
        ),
        ("a b", "a b b", "a b<ins> b</ins>"),
    ],
)
def test_a_sentence_is_marked_with_its_own_full_stop(before: str, after: str, both: str) -> None:
    assert marked(f"<p>{before}</p>", f"<p>{after}</p>") == f"<p>{both}</p>"


def test_a_caption_comes_first_and_a_head_second_whoever_has_them() -> None:
    rows = "<tbody><tr><td><p>1</p></td></tr></tbody>"
    head = "<thead><tr><th><p>K</p></th></tr></thead>"
    assert marked(f"<table>{head}{rows}</table>", f"<table><caption>T</caption>{rows}</table>") == (
        "<table><caption><ins>T</ins></caption>"
        f"<thead><tr><th><p><del>K</del></p></th></tr></thead>{rows}</table>"
    )


@given(st.text(), st.text())
def test_nothing_of_plain_text_is_lost(before: str, after: str) -> None:
    both = marked_plain(before, after)
    for own, other in ((before, "ins"), (after, "del")):
        expected = escape(own.replace("\r\n", "\n"), quote=False).replace("\n", "<br>")
        shown = re.sub("</?(?:ins|del)>", "", without(other, both))
        assert shown == expected.replace("\u00a0", "&nbsp;")


def test_plain_text_is_escaped_and_its_lines_are_kept() -> None:
    assert marked_plain("<b>\r\nrad två", "<b>\nrad tre\nslut") == (
        "&lt;b&gt;<br>rad <del>två</del><ins>tre<br>slut</ins>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


def test_what_did_not_change_is_left_out_but_for_the_neighbours() -> None:
    both = paragraphs("a", "b", "c", "<ins>d</ins>", "e", "f", "g", "<del>h</del>")
    assert abridged(both) == (
        SKIPPED + paragraphs("c", "<ins>d</ins>", "e") + SKIPPED + paragraphs("g", "<del>h</del>")
    )
    assert abridged(both, around=0) == (
        SKIPPED + paragraphs("<ins>d</ins>") + SKIPPED + paragraphs("<del>h</del>")
    )


@pytest.mark.parametrize("html", ["", "<p>a</p>"])
def test_where_nothing_changed_nothing_is_left(html: str) -> None:
    assert abridged(html) == ""


@given(edits(2))
def test_with_all_neighbours_it_is_the_whole(pair: list[str]) -> None:
    both = marked(*pair)
    is_marked = "</ins>" in both or "</del>" in both
    assert abridged(both, around=1000) == (written(parsed(both)) if is_marked else "")


NUMBERED = [f"Stycke {number} handlar om sak {number} i länet." for number in range(4000)]
LETTERS = [letter for number in range(4000) for letter in "abbaab"[number % 5 :]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (NUMBERED, [each.replace("handlar", "talar") for each in NUMBERED]),
        (NUMBERED, NUMBERED[::-1]),
        ([" ".join(NUMBERED)], [" ".join(NUMBERED[::-1])]),
        (["samma"] * 15_000, ["x", *["samma"] * 14_500, "y"]),
        ([" ".join(LETTERS)], [" ".join(LETTERS[::-1])]),
        (LETTERS, LETTERS[::-1]),
    ],
)
def test_long_texts_take_seconds_whatever_they_hold(before: list[str], after: list[str]) -> None:
    start = process_time()
    assert marked(paragraphs(*before), paragraphs(*after))
    assert process_time() - start < 20
