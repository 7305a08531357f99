"""What must hold of a plan beyond its types, each rule with the place of what breaks it."""

from plans.document.content import PlanContent
from plans.document.fileformat.faults import Fault
from plans.document.fileformat.rules.budget import budget_faults
from plans.document.fileformat.rules.keys import key_faults
from plans.document.fileformat.rules.limits import limit_faults
from plans.document.fileformat.rules.names import name_faults
from plans.document.fileformat.rules.pictures import picture_faults
from plans.document.fileformat.rules.places import Places
from plans.document.fileformat.rules.references import reference_faults
from plans.document.fileformat.rules.text import text_faults
from plans.document.fileformat.rules.values import value_faults

RULES = (
    limit_faults,
    name_faults,
    value_faults,
    key_faults,
    reference_faults,
    budget_faults,
    text_faults,
    picture_faults,
)


def rule_faults(content: PlanContent) -> list[Fault]:
    """Every fault of a plan whose types are right."""
    places = Places(content)
    return [fault for rule in RULES for fault in rule(places)]
