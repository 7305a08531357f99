"""The budget's picture as a browser draws it: nothing lies upon anything else, or is cut."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.people import sign_in

BOXES = """() => [...document.querySelectorAll("svg.chart text, svg.chart rect")].map(one => {
    const { x, y, width, height } = one.getBBox();
    return [one.textContent, x, y, x + width, y + height];
})"""
ADDRESS = "/sodra-lappland/2024/"


@pytest.mark.parametrize("width", [390, 1440])
def test_the_picture_is_whole_and_its_letters_stand_free(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "Förbundschef", "sodra-lappland")
    page.goto(ADDRESS)
    page.evaluate("() => document.fonts.ready")
    boxes: Any = page.evaluate(BOXES)
    name = "Utgående eget kapital går från 2 096 tkr 2023 till 1 027 tkr 2026."
    assert page.get_by_role("img", name=name).count() == 1
    assert {"6\u00a0422", "4\u00a0326", "2\u00a0096", "Plan 2026"} <= {box[0] for box in boxes}
    over = [pair for pair in combinations(boxes, 2) if overlaps(*pair)]
    assert over == []
    view_box = page.locator("svg.chart").get_attribute("viewBox") or ""
    _, _, right, bottom = map(int, view_box.split())
    assert [box for box in boxes if box[1] < 0 or box[3] > right or box[4] > bottom] == []
    assert violations(page) == []


def overlaps(one: list[Any], other: list[Any]) -> bool:
    """Whether two boxes do; letters take less of theirs than a tenth above and below."""
    air = 2
    return bool(
        one[1] < other[3]
        and other[1] < one[3]
        and one[2] + air < other[4] - air
        and other[2] + air < one[4] - air
    )
