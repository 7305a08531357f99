"""What `manage.py checkplan` writes."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plans.writing.importing import import_plan
from tests.plans.document.checks.plans import example

pytestmark = pytest.mark.django_db


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("checkplan", *arguments, stdout=out)
    return out.getvalue().replace("\u00a0", " ")


def test_findings_are_written_a_line_each_errors_first() -> None:
    import_plan(example("skelleftea-norsjo-2016"))
    lines = said("skelleftea-norsjo", "2016").splitlines()
    assert [line.split()[:2] for line in lines] == [
        *[["Fel", "printed-total"]] * 6,
        ["Varning", "shares"],
    ]
    assert lines[-1].startswith(
        "Varning shares (contributions/actual-2014): Medlemmarnas bidrag i utfall 2014 är inte "
        "delade som lagen säger. Staten bidrar med 76 tkr mindre än"
    )
    assert " Förklaring: Huvudtabellen" in lines[0]


def test_findings_as_json_are_a_list_for_other_programs() -> None:
    import_plan(example("skelleftea-norsjo-2016"))
    found = json.loads(said("skelleftea-norsjo", "2016", "--json"))
    assert [finding["severity"] for finding in found] == ["error"] * 6 + ["warn"]
    assert {tuple(finding) for finding in found} == {
        ("code", "severity", "message", "place", "reason")
    }


def test_a_plan_that_is_not_there_is_refused() -> None:
    with pytest.raises(CommandError, match=r"Det finns ingen plan för ange 2031\."):
        said("ange", "2031")
