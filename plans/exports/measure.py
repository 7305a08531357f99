"""What the checks measure a plan by: the law's numbers, and what the PDF's fonts can draw."""

from finsam.federations.rules import national_rules
from plans.document.checks import Basis
from plans.exports.characters import covered
from plans.exports.stylesheets import static_folder


def todays_basis() -> Basis:
    """The basis as the database and the fonts have it. One query."""
    return Basis(rules=national_rules(), characters=covered(static_folder() / "fonts" / "pdf"))
