from hypothesis import given

from plans.document.html.footnotes import count, linked
from plans.document.html.normalise import normalise
from plans.document.html.sanitise import sanitise
from tests.plans.document.html_rules import violations
from tests.strategies.html import FIGURES, PICTURES, editor_html

TEXT = (
    '<p>Ett<span class="footnote">Lag <em>1991</em>.</span> två'
    '<span class="footnote">B.</span>.</p>'
)


def test_notes_become_numbered_links_with_a_list_below() -> None:
    assert linked(TEXT, prefix="s1", first=3) == (
        '<p>Ett<sup class="footnote-mark">'
        '<a href="#s1-not-3" id="s1-not-3-ref" role="doc-noteref">3</a></sup> två'
        '<sup class="footnote-mark">'
        '<a href="#s1-not-4" id="s1-not-4-ref" role="doc-noteref">4</a></sup>.</p>'
        '<ol class="footnotes" start="3">'
        '<li id="s1-not-3">Lag <em>1991</em>. <a href="#s1-not-3-ref" role="doc-backlink" '
        'aria-label="Tillbaka till not 3 i texten">↩</a></li>'
        '<li id="s1-not-4">B. <a href="#s1-not-4-ref" role="doc-backlink" '
        'aria-label="Tillbaka till not 4 i texten">↩</a></li></ol>'
    )


def test_text_without_notes_is_left_alone() -> None:
    assert linked("<p>Ett.</p>", prefix="s1") == "<p>Ett.</p>"


@given(editor_html)
def test_every_note_is_linked_and_no_rule_is_broken(html: str) -> None:
    text = normalise(sanitise(html), level=2, pictures=PICTURES, figures=FIGURES.get)
    screen = linked(text, prefix="s1")
    assert screen.count('role="doc-backlink"') == count(text)
    assert violations(screen, level=2) == []
