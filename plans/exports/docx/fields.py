"""Fields, which Word fills in: page numbers and the list of contents."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from plans.exports.docx.elements import text_element, w
from plans.exports.docx.runs import run, words


def field(instruction: str, shown: str) -> list[Element]:
    """A field inside a paragraph, with what stands there until Word fills it in."""
    return [*begun(instruction), *words(shown), ended()]


def begun(instruction: str) -> Sequence[Element]:
    """The runs before what a field shows."""
    return (
        run(w("fldChar", fldCharType="begin")),
        run(text_element(f" {instruction} ", tag="instrText")),
        run(w("fldChar", fldCharType="separate")),
    )


def ended() -> Element:
    """The run after what a field shows."""
    return run(w("fldChar", fldCharType="end"))
