"""A slip of the pen is put right in one place, in text and never in what formats it."""

from dataclasses import replace

import pytest

from plans.document.correcting import NotOnce, corrected
from tests import factories


def test_words_of_a_text_are_put_right() -> None:
    content = factories.content()
    [section, *others] = content.sections
    plan = replace(
        content, sections=(replace(section, html="<p>Vi <b>samärkar</b> & ser.</p>"), *others)
    )
    html = corrected(plan, "samärkar", "samverkar").sections[0].html
    assert html == "<p>Vi <b>samverkar</b> & ser.</p>"


def test_what_formats_a_text_is_none_of_its_words() -> None:
    with pytest.raises(NotOnce) as found:
        corrected(factories.content(), "data-picture", "x")
    assert found.value.count == 0


def test_words_in_more_places_are_not_put_right() -> None:
    with pytest.raises(NotOnce) as found:
        corrected(factories.content(), factories.SECRET, "x")
    assert found.value.count > 1
