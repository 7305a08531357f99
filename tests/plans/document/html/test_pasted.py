"""What is on a clipboard becomes a section's text."""

from hypothesis import given

from plans.document.html.pasted import cleaned
from plans.document.html.sanitise import sanitise
from tests.strategies.html import editor_html, junk


@given(editor_html | junk)
def test_what_is_cleaned_stays_as_it_is(html: str) -> None:
    once = cleaned(html)
    assert cleaned(once) == once


@given(editor_html | junk)
def test_what_is_cleaned_is_what_may_be_stored(html: str) -> None:
    assert sanitise(cleaned(html)) == cleaned(html)
