"""`manage.py checkplan FEDERATION YEAR`: what the checks find in a plan."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from plans.document.checks import Finding, Severity, findings
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.measure import todays_basis
from plans.management.plans import add_plan_arguments, named_plan

WORDS = {Severity.ERROR: "Fel", Severity.WARN: "Varning"}


class Command(BaseCommand):
    help = "Säger vad kontrollerna finner i en plan."

    def add_arguments(self, parser: CommandParser) -> None:
        add_plan_arguments(parser)
        parser.add_argument(
            "--json",
            action="store_true",
            help="skriv en JSON-lista med code, severity, message och place",
        )

    def handle(self, *, federation: str, year: int, **options: Any) -> None:
        document = document_of(load_content(named_plan(federation, year)))
        found = findings(document, todays_basis())
        self.stdout.write(_json(found) if options["json"] else _lines(found))


def _json(found: list[Finding]) -> str:
    parts = ("code", "severity", "message", "place")
    rows = [{part: getattr(finding, part) for part in parts} for finding in found]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _lines(found: list[Finding]) -> str:
    if not found:
        return "Inga anmärkningar."
    return "\n".join(
        f"{WORDS[finding.severity]} {finding.code} ({finding.place}): {finding.message}"
        for finding in found
    )
