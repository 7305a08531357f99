"""The PDF's fonts hold what Swedish plans are written with."""

from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

FONTS = sorted(Path(settings.BASE_DIR, "static/fonts/pdf").glob("*.ttf"))
LETTERS = "abcåäöÅÄÖéÉüáčđŋšŧžÁČĐŊŠŦŽæøÆØ"
SIGNS = "0123456789.,:;!?§%&()[]/+−=×<>≤≥±½€–—‐‑-…•·’”“»«₂²³\u00a0\u202f\u2009\u00ad"


def test_two_families_of_four_faces_each() -> None:
    assert [font.stem for font in FONTS] == [
        f"finsam-{family}-{face}"
        for family in ("sans", "serif")
        for face in ("400", "400i", "600", "700")
    ]


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_no_letter_or_sign_of_a_plan_is_missing(path: Path) -> None:
    with TTFont(path) as font:
        cmap = font.getBestCmap()
    assert [sign for sign in LETTERS + SIGNS if ord(sign) not in cmap] == []


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_of_the_system_cannot_be_taken_for_ours(path: Path) -> None:
    with TTFont(path) as font:
        family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
    assert family in ("Finsam Sans", "Finsam Serif")
