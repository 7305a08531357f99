"""What a plan is checked for. Pure: a document and what it is measured by, to findings."""

from plans.document.checks.basis import Basis
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.run import CHECKS, Check, findings, made, turned_off

__all__ = [
    "CHECKS",
    "Basis",
    "Check",
    "Finding",
    "Severity",
    "findings",
    "made",
    "turned_off",
]
