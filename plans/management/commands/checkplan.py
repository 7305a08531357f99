"""`manage.py checkplan FEDERATION YEAR`: what the checks find in a plan."""

import json
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from plans.document.checks import Finding, Severity
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.findings import as_data, findings_of
from plans.management.plans import add_plan_arguments, named_plan

WORDS = {Severity.ERROR: "Fel", Severity.WARN: "Varning"}


class Command(BaseCommand):
    help = "Säger vad kontrollerna finner i en plan."
    # They load every view, and have nothing to say of a plan.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_plan_arguments(parser)
        parser.add_argument(
            "--json",
            action="store_true",
            help="skriv en JSON-lista med code, severity, message, place och reason",
        )

    def handle(self, *, federation: str, year: int, **options: Any) -> None:
        found = findings_of(document_of(load_content(named_plan(federation, year))))
        self.stdout.write(_json(found) if options["json"] else _lines(found))


def _json(found: Sequence[Finding]) -> str:
    return json.dumps(as_data(found), ensure_ascii=False, indent=2)


def _lines(found: Sequence[Finding]) -> str:
    if not found:
        return "Inga anmärkningar."
    return "\n".join(map(_line, found))


def _line(finding: Finding) -> str:
    reason = f" Förklaring: {finding.reason}" if finding.reason else ""
    head = f"{WORDS[finding.severity]} {finding.code} ({finding.place})"
    return f"{head}: {finding.message}{reason}"
