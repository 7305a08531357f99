"""Figures of the plan inside the text: a reference is stored, the figure of the day is printed."""

from collections.abc import Callable

from lxml.html import HtmlElement

from plans.document.html.tree import parsed

Figures = Callable[[str], str | None]
"""From a reference ("result/budget-2025") to the printed figure, or None where there is none."""

MISSING = "missing-figure"
"""The class of the words that stand where a figure could not be found."""


def references(html: str) -> tuple[str, ...]:
    """Every figure reference of a stored text, in order; checks resolve them one by one."""
    if "data-figure" not in html:
        return ()
    return tuple(
        span.get("data-figure", "") for span in parsed(html).iterfind(".//*[@data-figure]")
    )


def resolve(root: HtmlElement, figures: Figures) -> None:
    """Puts the figures in; where one is missing, words that say so and can be found."""
    for span in root.findall(".//span[@data-figure]"):
        reference = span.attrib.pop("data-figure")
        figure = figures(reference)
        span.text = figure or f"[siffra saknas: {reference}]"
        if figure:
            span.drop_tag()
        else:
            span.set("class", MISSING)
