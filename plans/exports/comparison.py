"""What differs between two plans as a PDF: a summary, then the document with its marks.

Readable in black and white: additions are underlined, removals struck, and a rule stands in the
margin of what is another.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from finsam.federations.colour import accent_palette
from plans.document.comparing.listing import listed
from plans.document.comparing.marking.budget import MarkedBudget
from plans.document.comparing.marking.document import MarkedSection, marked_document
from plans.document.comparing.news import news
from plans.document.comparing.whole import Comparison
from plans.document.comparing.words import ARROW
from plans.exports.characters import covered, printable
from plans.exports.leaves import UPRIGHT_COLUMNS
from plans.exports.longwords import broken
from plans.exports.pdf import write
from plans.exports.printed import Printed
from plans.exports.stylesheets import static_file, static_folder

SHEET = "css/pdf-comparison.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedLeaf:
    """A section on paper; a lying one has landscape pages of its own."""

    section: MarkedSection
    is_lying: bool
    leaves: tuple["MarkedLeaf", ...]


def comparison_pdf(comparison: Comparison) -> bytes:
    """The comparison's PDF, tagged as the plan's own. Pictures carry their own bytes."""
    return write(comparison_page(comparison))


def comparison_page(comparison: Comparison) -> Printed:
    """The page that is printed, with the heading at each of its internal addresses."""
    known = covered(static_folder() / "fonts" / "pdf")
    marked = marked_document(comparison)
    federation = comparison.after.content.federation
    context = {
        "comparison": comparison,
        "federation": federation,
        "palette": accent_palette(federation.accent),
        "news": news(comparison),
        "groups": listed(comparison.changes),
        "marked": marked,
        "leaves": tuple(map(_leaf, marked.sections)),
        "styles": _styles(),
        "paper": True,
    }
    # The fonts of print have no arrows.
    html = render_to_string("pdf/comparison.html", context).replace(ARROW, "\u00a0till ")
    sections = comparison.sections.walk()
    return Printed(
        html=broken(printable(html, known)),
        headings={
            each.shown.read.anchor: f"{each.shown.read.number} {each.shown.read.heading}".strip()
            for each in sections
        },
    )


def _leaf(section: MarkedSection) -> MarkedLeaf:
    view = section.block.view if section.block else None
    return MarkedLeaf(
        section=section,
        is_lying=isinstance(view, MarkedBudget) and len(view.heads) > UPRIGHT_COLUMNS,
        leaves=tuple(map(_leaf, section.sections)),
    )


def _styles() -> SafeString:
    """Our own file only; nothing of a plan's stands in it."""
    return mark_safe(static_file(SHEET).read_text())  # noqa: S308
