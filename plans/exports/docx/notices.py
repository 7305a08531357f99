"""What stands where a plan has nothing to show yet, in the words of the page."""

from lxml.etree import _Element as Element

from plans.exports.docx.elements import paragraph
from plans.exports.docx.runs import words

NO_BUDGET = "Planen har ingen budget än."
NO_GOALS = "Inga mål är inlagda än."
NO_INTERVENTIONS = "Inga insatser är inlagda än."
NO_CONTRIBUTIONS = "Medlemmarnas bidrag är inte inlagda än."


def notice(fact: str) -> Element:
    """The fact on a line of its own."""
    return paragraph("Notice", words(fact))
