"""Every pair of text and surface in the design tokens can be read."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from finsam.federations.colour import accent_palette, contrast

TOKENS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", TOKENS))
SURFACES = ("paper", "canvas", "sunken", "info-tint", "accent-tint")


@pytest.mark.parametrize("text", ["ink", "ink-2", "ink-3", "accent-text"])
@pytest.mark.parametrize("surface", SURFACES)
def test_text_is_readable_on_every_surface(text: str, surface: str) -> None:
    assert contrast(COLOURS[text], COLOURS[surface]) >= 4.5


@pytest.mark.parametrize("meaning", ["ok", "warn", "err"])
def test_a_meaning_is_readable_on_paper_and_on_its_own_tint(meaning: str) -> None:
    assert contrast(COLOURS[meaning], COLOURS["paper"]) >= 4.5
    assert contrast(COLOURS[meaning], COLOURS[f"{meaning}-tint"]) >= 4.5


@pytest.mark.parametrize("surface", ["paper", "canvas"])
def test_the_edge_of_a_field_stands_out(surface: str) -> None:
    assert contrast(COLOURS["line-strong"], COLOURS[surface]) >= 3


def test_the_accent_where_no_federation_is_chosen_is_a_palette_like_any_other() -> None:
    declared = dict(
        re.findall(r"--([\w-]+):(#\w+)", accent_palette(COLOURS["accent"]).declarations())
    )
    assert declared == {name: COLOURS[name] for name in declared}
