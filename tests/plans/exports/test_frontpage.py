from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.federations.colour import accent_palette
from plans.exports.frontpage import Bar, front_page, title_size
from tests.plans.exports.printing import example

BLUE = accent_palette("#1b4c68")


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Plan 2025", 54),
        ("Verksamhetsplan 2024", 54),
        ("Verksamhetsplan med budget för 2023", 54),
        ("Arbetsmarknadsverksamhetsplan 2024", 24),
        ("Tillsammans " * 12, 20),
        ("x" * 200, 16),
        ("", 54),
    ],
)
def test_a_title_is_as_large_as_its_words_and_length_allow(title: str, size: int) -> None:
    assert title_size(title) == size


@given(st.text(min_size=1), st.text())
def test_a_longer_title_is_never_larger(title: str, more: str) -> None:
    assert title_size(f"{title} {more}") <= title_size(title)


def test_the_band_has_the_federations_colours_and_its_words() -> None:
    page = front_page(example("ange-2022").cover, BLUE)
    assert page.bars == (
        Bar(x=0, width=497, fill=BLUE.accent),
        Bar(x=500, width=249, fill=BLUE.mid),
        Bar(x=752, width=248, fill=BLUE.soft),
    )
    assert page.band_text == (
        "Medlemmarnas andelar av bidragen, ungefär: "
        "Försäkringskassan 50\u00a0%, Regionen 25\u00a0%, Ånge 25\u00a0%."
    )


def test_a_cover_without_band_has_no_bars() -> None:
    cover = replace(example("ange-2022").cover, band=())
    assert front_page(cover, BLUE).bars == ()
