"""`manage.py verifyversions`: what is damaged fails it, what is counted otherwise is told."""

from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def said() -> str:
    out = StringIO()
    call_command("verifyversions", stdout=out)
    return out.getvalue()


def with_json(plan: Plan, json: bytes) -> PlanVersion:
    return factories.version(plan, json=json, json_sha256=sha256(json).hexdigest())


def test_without_versions_all_is_well() -> None:
    assert said() == "0 versioner är vad de var.\n"


def test_each_version_is_named(plan: Plan) -> None:
    factories.version(plan)
    factories.version(plan)
    assert said() == (
        "fjallbygden 2025, 1: Version 1\n"
        "fjallbygden 2025, 2: Version 2\n"
        "2 versioner är vad de var.\n"
    )


@pytest.mark.parametrize("name", ["json", "pdf"])
def test_another_byte_is_damage(plan: Plan, name: str) -> None:
    factories.version(plan)
    factories.version(plan, **{f"{name}_sha256": "0" * 64})
    out = StringIO()
    with pytest.raises(CommandError, match="1 av 2 versioner är inte vad de var") as failed:
        call_command("verifyversions", stdout=out)
    assert failed.value.returncode == 1
    assert f"2: Version 2\n  SKADAD: {name.upper()}\n" in out.getvalue()


@pytest.mark.parametrize("json", [b"", b"\xff\xfe", b"[", b"{}", b'"plan"'])
def test_so_is_what_can_no_longer_be_read(plan: Plan, json: bytes) -> None:
    with_json(plan, json)
    with pytest.raises(CommandError, match="1 av 1"):
        said()


def test_another_count_is_told_and_fails_nothing(plan: Plan) -> None:
    content = load_content(plan, with_picture_data=True)
    json = plan_bytes(content).replace(b'"budget-2025": 368000\n', b'"budget-2025": 368001\n', 1)
    version = with_json(plan, json)
    assert "  Vi räknar annorlunda i dag: " in said()
    version.refresh_from_db()
    assert bytes(version.json) == json
