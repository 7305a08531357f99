"""The accent: contrast, palette, style sheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.federations.colour import (
    Palette,
    accent_palette,
    accent_stylesheet,
    accents_stylesheet,
    contrast,
    hex_of,
    oklch,
    readable_accent,
)

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SURFACES = ["#ffffff", "#f1f4f3", "#e7ecea"]


@pytest.mark.parametrize(
    ("accent", "ratio"), [("#1b4c68", 9.2), ("#6d2e46", 9.9), ("#2c5a3c", 8.0)]
)
def test_white_on_the_examples_accents_has_the_contrast_that_was_measured(
    accent: str, ratio: float
) -> None:
    assert round(contrast("#ffffff", accent), 1) == ratio


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == 21


@given(colours)
def test_every_colour_comes_back_from_oklch_unchanged(colour: str) -> None:
    assert hex_of(oklch(colour)) == colour


@given(colours)
def test_white_text_shows_on_every_readable_accent(colour: str) -> None:
    accent, _ = readable_accent(colour)
    assert contrast("#ffffff", accent) >= 4.5


@given(colours)
def test_an_accent_is_darkened_only_where_white_text_did_not_show(colour: str) -> None:
    accent, is_changed = readable_accent(colour)
    assert is_changed == (contrast("#ffffff", colour) < 4.5)
    assert is_changed or accent == colour


@given(colours)
def test_a_readable_accent_stays_as_it_is(colour: str) -> None:
    accent, _ = readable_accent(colour)
    assert readable_accent(accent) == (accent, False)


@pytest.mark.parametrize(
    ("light", "dark"), [("#ffd257", "#907000"), ("#ffffff", "#747474"), ("#00ff00", "#008900")]
)
def test_a_light_accent_keeps_its_hue_when_it_is_darkened(light: str, dark: str) -> None:
    assert readable_accent(light) == (dark, True)


@given(colours)
def test_every_pair_of_a_palette_that_carries_text_shows_it(accent: str) -> None:
    palette = accent_palette(accent)
    pairs = [
        (palette.on_accent, palette.accent),
        (palette.on_accent, palette.strong),
        (palette.strong, palette.tint),
        *((palette.text, surface) for surface in SURFACES),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_a_palette_starts_from_the_readable_accent() -> None:
    assert accent_palette("#ffd257") == accent_palette(readable_accent("#ffd257")[0])


def test_the_palette_of_the_first_example() -> None:
    assert accent_palette("#1B4C68") == Palette(
        accent="#1b4c68",
        text="#1b4c68",
        strong="#023954",
        mid="#548db1",
        soft="#b2cfe3",
        tint="#edf5fa",
        on_accent="#ffffff",
    )


def test_the_style_sheet_declares_the_palette_for_the_whole_page() -> None:
    assert accent_stylesheet("#6d2e46") == f":root{{{accent_palette('#6d2e46').declarations()}}}\n"


def test_several_federations_each_have_a_rule_of_their_own() -> None:
    rules = accents_stylesheet({"ange": "#6d2e46", "blekinge": "#2c5a3c"}).splitlines()
    assert rules == [
        f'[data-federation="ange"]{{{accent_palette("#6d2e46").declarations()}}}',
        f'[data-federation="blekinge"]{{{accent_palette("#2c5a3c").declarations()}}}',
    ]


@pytest.mark.parametrize("accent", ["", "red", "#fff", "#12345g", "#1b4c68;}", "#1b4c68\n"])
def test_what_is_not_a_colour_never_reaches_a_style_sheet(accent: str) -> None:
    with pytest.raises(ValueError, match="does not match"):
        accent_stylesheet(accent)


def test_what_is_not_a_slug_never_reaches_a_style_sheet() -> None:
    with pytest.raises(ValueError, match="does not match"):
        accents_stylesheet({'x"]{}': "#1b4c68"})
