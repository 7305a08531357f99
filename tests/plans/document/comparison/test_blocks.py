import pytest
from hypothesis import given

from plans.document.comparison.blocks import blocks_of
from plans.document.html.sanitise import sanitise
from tests.plans.document.comparison.texts import EXAMPLE_TEXTS
from tests.strategies.html import editor_html, junk


@given(editor_html | junk)
def test_a_stored_text_is_written_as_it_was_read(html: str) -> None:
    stored = sanitise(html)
    assert "".join(block.html for block in blocks_of(stored)) == stored


@pytest.mark.parametrize("html", EXAMPLE_TEXTS)
def test_the_examples_are_written_as_they_were_read(html: str) -> None:
    assert "".join(block.html for block in blocks_of(html)) == html


def test_a_block_knows_its_words_and_what_it_shows() -> None:
    (block,) = blocks_of(
        '<ul><li><p>Vi <em>är</em> 12<span class="footnote">Not</span>'
        '<span data-figure="result/total"></span></p></li></ul>'
    )
    assert block.words == {"vi", "är", "12", "not", "result/total"}
