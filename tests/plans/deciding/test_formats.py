"""A version of an old format is read when the format has moved on, and shows what it said."""

from pathlib import Path

import pytest

from plans.deciding.pressing import Pressed
from plans.deciding.reading import content_of_version, document_of_version
from plans.deciding.verifying import verified
from plans.deciding.versions import Stamp, keep
from plans.models import PlanVersion
from tests import factories

pytestmark = pytest.mark.django_db

FILES = sorted((Path(__file__).parents[2] / "files").glob("plan-format-*.json"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_it_is_read_and_its_bytes_stay(file: Path) -> None:
    plan = factories.decided_plan()
    stamp = Stamp(kind="decided", dated_on=plan.decisions.get().decided_on, by="Kansliet")
    data = file.read_bytes()
    keep(plan, stamp, Pressed(title=plan.title, json=data, pdf=factories.pdf(), source=""))
    version = PlanVersion.objects.get()
    assert content_of_version(version).sections
    assert document_of_version(version).label
    assert bytes(version.json) == data
    assert verified(version).damaged == ()
