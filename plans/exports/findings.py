"""A plan's findings, with what they are measured by fetched, and as data for other programs."""

from collections.abc import Iterable

from finsam.federations.rules import national_rules
from plans.document.checks import Basis, Finding, findings
from plans.document.document import Document
from plans.exports.characters import covered
from plans.exports.stylesheets import static_folder


def findings_of(document: Document) -> list[Finding]:
    """What the checks find in a document. One query."""
    characters = covered(static_folder() / "fonts" / "pdf")
    return findings(document, Basis(rules=national_rules(), characters=characters))


def as_data(found: Iterable[Finding]) -> list[dict[str, str]]:
    """Findings as plain data; `reason` is empty where a finding stands unexplained."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "place": finding.place,
            "reason": finding.reason,
        }
        for finding in found
    ]
