"""Where a line may break in a word."""

import pytest
from django.utils.safestring import SafeString

from plans.templatetags.words import breakable


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Försäkringskassan/Arbetsförmedlingen", "Försäkringskassan/<wbr>Arbetsförmedlingen"),
        ("och/eller", "och/<wbr>eller"),
        ("2023/24", "2023/24"),
        ("km/h", "km/h"),
        ("Region Norr", "Region Norr"),
        ("", ""),
    ],
)
def test_a_line_may_break_after_a_slash_between_words(text: str, html: str) -> None:
    assert breakable(text) == html


def test_addresses_in_html_stay_whole() -> None:
    html = '<p><a href="https://finsam.se/plan/mall">ett/annat</a></p>'
    assert breakable(SafeString(html)) == html.replace("ett/", "ett/<wbr>")


def test_markup_in_a_label_stays_text() -> None:
    assert breakable("<b>ett</b>/två") == "&lt;b&gt;ett&lt;/b&gt;/två"
