"""Words stay whole where the page has room for them: a long one is not cut without a hyphen."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.people import sign_in

WIDTHS = (390, 1000, 1200, 1440)
PLANS = (
    ("ange", 2022),
    ("blekinge", 2023),
    ("skelleftea-norsjo", 2016),
    ("sodra-lappland", 2024),
    ("vastra-ostergotland", 2025),
)
BROKEN = r"""() => {
    const broken = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        for (const word of text.data.matchAll(/[^\s\u00ad\u2010-\u2014-]+/g)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const boxes = [...range.getClientRects()].filter(box => box.width > 0);
            if (new Set(boxes.map(box => Math.round(box.top))).size > 1) broken.push(word[0]);
        }
    }
    return broken;
}"""


@pytest.mark.parametrize(("slug", "year"), PLANS)
def test_no_word_is_cut(page: Page, slug: str, year: int) -> None:
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/{year}/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        broken: Any = page.evaluate(BROKEN)
        assert (width, broken) == (width, [])
