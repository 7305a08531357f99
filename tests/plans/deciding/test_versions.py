"""What was sent or decided is kept byte for byte, by whatever door somebody comes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from psycopg import errors

from plans.deciding.pressing import Made, Pressed, as_it_stands, press
from plans.deciding.reading import content_of_version, document_of_version
from plans.deciding.verifying import verified
from plans.deciding.versions import Addressee, Stamp, StillWriting, freeze, keep, label_of
from plans.document.content import PlanContent
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion
from tests import factories

pytestmark = pytest.mark.django_db

SENT = Stamp(kind=PlanVersion.Kind.CONSULTATION, dated_on=date(2024, 10, 27), by="Kansliet")
REFUSED_BY_TRIGGER, REFUSED_BY_RIGHTS = "23001", "42501"
STATEMENTS = (
    "UPDATE plans_planversion SET label = 'annat'",
    "DELETE FROM plans_planversion",
    "TRUNCATE plans_planversion CASCADE",
    "UPDATE plans_recipient SET name = 'annan'",
    "DELETE FROM plans_recipient",
    "TRUNCATE plans_recipient",
)


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def frozen(
    plan: Plan,
    stamp: Stamp,
    *,
    recipients: Iterable[Addressee] = (),
    made: Made = as_it_stands,
    by: Callable[[Plan], Pressed] | None = None,
) -> PlanVersion:
    """A version of the plan, printed by `by` where that is given."""

    def kept(locked: Plan, pressed: Pressed | None) -> PlanVersion:
        assert pressed is not None
        return keep(locked, stamp, pressed, recipients=recipients)

    printed = by or partial(press, label=label_of(stamp), made=made)
    return freeze(plan, press=printed, check=lambda found: None, then=kept)


def test_a_version_is_the_plan_as_it_stands(plan: Plan) -> None:
    version = frozen(plan, SENT)
    assert (version.number, version.label) == (1, "Samrådsversion 2024-10-27")
    assert bytes(version.json) == plan_bytes(load_content(plan, with_picture_data=True))
    assert bytes(version.pdf).startswith(b"%PDF")


def test_a_version_keeps_to_whom_it_went_as_they_were_called(plan: Plan) -> None:
    anna = factories.person("board", plan.federation)
    version = frozen(plan, SENT, recipients=[Addressee(name="Anna Berg", user=anna)])
    anna.delete()
    [recipient] = version.recipients.all()
    assert recipient.name == "Anna Berg"


def test_versions_are_numbered_in_their_plan(plan: Plan) -> None:
    assert [frozen(plan, SENT).number, frozen(plan, SENT).number] == [1, 2]


def test_a_corrected_version_says_so(plan: Plan) -> None:
    first = frozen(plan, SENT)
    second = frozen(plan, replace(SENT, corrects=first.number))
    assert second.label == "Samrådsversion 2024-10-27, rättad"


def test_a_version_is_read_as_it_was_after_the_plan_has_changed(plan: Plan) -> None:
    version = frozen(plan, SENT)
    before = content_of_version(version)
    Plan.objects.filter(pk=plan.pk).update(title="En annan plan")
    assert content_of_version(PlanVersion.objects.get()) == before
    assert document_of_version(version).label == "Samrådsversion 2024-10-27"


def test_the_plan_is_printed_again_where_somebody_wrote_meanwhile(plan: Plan) -> None:
    titles = iter(["Skriven under tryckningen"])

    def pressed_while_writing(fresh: Plan) -> Pressed:
        pressed = press(fresh)
        for title in titles:
            Plan.objects.filter(pk=plan.pk).update(title=title)
        return pressed

    version = frozen(plan, SENT, by=pressed_while_writing)
    assert content_of_version(version).title == "Skriven under tryckningen"


def test_nothing_is_kept_where_somebody_writes_all_the_time(plan: Plan) -> None:
    years = iter(range(10))

    def pressed_while_writing(fresh: Plan) -> Pressed:
        pressed = press(fresh)
        Plan.objects.filter(pk=plan.pk).update(title=f"Plan {next(years)}")
        return pressed

    with pytest.raises(StillWriting):
        frozen(plan, SENT, by=pressed_while_writing)
    assert not PlanVersion.objects.exists()


def test_what_is_kept_may_be_made_of_the_plan(plan: Plan) -> None:
    def renamed(content: PlanContent) -> PlanContent:
        return replace(content, title="Som den beslutades")

    version = frozen(plan, SENT, made=renamed)
    assert content_of_version(version).title == "Som den beslutades"


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_servers_role_may_not_touch_it(
    app_connection: psycopg.Connection, statement: str
) -> None:
    with pytest.raises(psycopg.Error) as refused:
        app_connection.execute(statement)
    assert refused.value.sqlstate == REFUSED_BY_RIGHTS


@pytest.mark.parametrize("statement", STATEMENTS)
def test_nor_may_the_owner(plan: Plan, statement: str) -> None:
    frozen(plan, SENT, recipients=[Addressee(name="Bergs kommun")])
    with (
        pytest.raises(DatabaseError) as refused,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # As outside tests, which empty tables.
        for table in ("plans_planversion", "plans_recipient"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {table}_is_not_emptied")
        cursor.execute(statement)
    assert _state(refused.value) == REFUSED_BY_TRIGGER


def test_nor_do_models(plan: Plan) -> None:
    version = frozen(plan, SENT)
    for touched in (version.save, version.delete, PlanVersion.objects.all().delete):
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            touched()
        assert _state(refused.value) == REFUSED_BY_TRIGGER


def test_a_plan_with_versions_is_not_removed(plan: Plan) -> None:
    frozen(plan, SENT)
    with pytest.raises(DatabaseError):
        plan.delete()


def test_a_version_is_what_it_was(plan: Plan) -> None:
    found = verified(frozen(plan, SENT))
    assert (found.damaged, found.recounted) == ((), ())


def test_damage_is_found(plan: Plan) -> None:
    version = frozen(plan, SENT)
    version.pdf = b"%PDF-1.7 en annan"
    assert verified(version).damaged == ("PDF",)


def test_another_count_is_told_and_replaces_nothing(plan: Plan) -> None:
    content = load_content(plan, with_picture_data=True)
    said = plan_bytes(content).replace(b'"budget-2025": 368000\n', b'"budget-2025": 368001\n', 1)
    pressed = replace(press(plan), json=said)
    version = keep(plan, SENT, pressed)
    found = verified(version)
    assert found.damaged == ()
    assert len(found.recounted) >= 1
    assert bytes(version.json) == said


def _state(error: BaseException) -> str | None:
    cause = error.__cause__
    return cause.sqlstate if isinstance(cause, errors.Error) else None
