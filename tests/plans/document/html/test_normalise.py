from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from plans.document.html.normalise import normalise
from plans.document.html.sanitise import sanitise
from tests.plans.document.html_rules import violations
from tests.strategies.html import FIGURES, PICTURES, SECTIONS, editor_html, junk

KEY = UUID(int=1)
UNKNOWN = UUID(int=99)


def as_printed(html: str, level: int = 2) -> str:
    return normalise(
        sanitise(html),
        level=level,
        heading="Avsnittet",
        pictures=PICTURES,
        anchors=SECTIONS,
        figures=FIGURES.get,
    )


def letters(html: str) -> Counter[str]:
    root = fragment_fromstring(html, create_parent="div")
    for added in root.xpath(".//*[@class='sr' or @class='missing-figure' or @data-figure]"):
        added.drop_tree()
    return Counter("".join(root.text_content().split()))


@given(editor_html | junk, st.sampled_from([2, 3]))
def test_no_rule_of_the_accessible_pdf_is_broken(html: str, level: int) -> None:
    assert violations(as_printed(html, level), level=level) == []


@given(editor_html | junk)
def test_no_word_is_lost(html: str) -> None:
    stored = sanitise(html)
    printed = normalise(stored, level=2, figures=lambda _: None)
    assert letters(stored) - letters(printed) == Counter()


@given(editor_html | junk)
def test_no_word_is_added_where_no_cell_reaches_down(html: str) -> None:
    stored = sanitise(html.replace("rowspan", "title"))
    printed = normalise(stored, level=2)
    assert letters(printed) == letters(stored)


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("", ""),
        ("<h2>A</h2><h3>B</h3>", "<h3>A</h3><h4>B</h4>"),
        ("<h3>A</h3><h2>B</h2><h3>C</h3>", "<h3>A</h3><h3>B</h3><h4>C</h4>"),
        ("<p>a</p><p></p><h2></h2>", "<p>a</p>"),
        ("<ul><li><p>a</p></li></ul>", "<ul><li>a</li></ul>"),
        (
            "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>",
            "<ul><li>a<ol><li>b</li></ol></li></ul>",
        ),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        (
            '<p><a href="http://x.se"><strong><em>ord</em></strong></a></p>',
            '<p><em><strong><a href="http://x.se">ord</a></strong></em></p>',
        ),
        (
            '<p><a href="http://x.se">ett <strong>ord</strong></a>.</p>',
            '<p><a href="http://x.se">ett ord</a>.</p>',
        ),
        (f'<p>se <a href="#{UUID(int=11)}">mål</a></p>', '<p>se <a href="#avsnitt-1">mål</a></p>'),
        (f'<p>se <a href="#{UNKNOWN}">mål</a></p>', "<p>se mål</p>"),
        (
            f'<img data-picture="{KEY}" alt="Karta">',
            '<figure><img alt="Karta" src="/bilder/1.png"></figure>',
        ),
        (
            f'<img data-picture="{KEY}" alt="">',
            '<figure><img alt="Bild utan beskrivning" src="/bilder/1.png"></figure>',
        ),
        (f'<p>a</p><img data-picture="{UNKNOWN}" alt="Karta">', "<p>a</p>"),
        (
            '<p>Resultat <span data-figure="result/budget-2025"></span> kr</p>',
            "<p>Resultat −1\u00a0366\u00a0000\u00a0kr</p>",
        ),
        (
            '<p><span data-figure="result/budget-1999"></span></p>',
            '<p><span class="missing-figure">[siffra saknas: result/budget-1999]</span></p>',
        ),
        (
            '<p>Text<span class="footnote">Not.</span></p>',
            '<p>Text<span class="footnote">Not.</span></p>',
        ),
    ],
)
def test_stored_text_is_printed_as(stored: str, printed: str) -> None:
    assert as_printed(stored) == printed
