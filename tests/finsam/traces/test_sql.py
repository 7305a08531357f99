"""What the database keeps by itself: of every way in, and against every way out."""

import psycopg
import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, connection, transaction

from finsam.federations.models import Federation, Meeting
from finsam.members.models import Auditor, Role, User
from finsam.traces.happening import Operation
from finsam.traces.models import Trace
from plans.models import DraftShare, Plan
from tests import factories

pytestmark = pytest.mark.django_db

AS_OWNER = ("databasen (finsam_owner)", "database", "finsam_owner")
ALTERING = (
    "UPDATE traces_trace SET actor = 'Ingen'",
    "DELETE FROM traces_trace",
    "TRUNCATE traces_trace",
)


def run(statement: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def last(kind: str) -> Trace:
    return Trace.objects.filter(kind=kind).latest("pk")


def told(federation: Federation) -> list[tuple[str, str]]:
    return [(one.operation, one.kind) for one in Trace.objects.of(federation.pk)]


def test_a_role_is_traced_with_the_person_as_text() -> None:
    federation = factories.federation()
    user = User.objects.create_user("anna@berg.se", name="Anna Berg")
    role = Role.objects.create(user=user, federation=federation, kind="staff")
    role.kind = "chief"
    role.save()
    role.delete()
    found = Trace.objects.of(federation.pk).kinds(["role"])
    assert [(one.operation, one.before and one.before["kind"]) for one in found] == [
        ("removed", "chief"),
        ("changed", "staff"),
        ("added", None),
    ]
    assert found[0].before and found[0].before["user"] == "Anna Berg (anna@berg.se)"


def test_renaming_and_deleting_a_person_changes_no_trace() -> None:
    federation = factories.federation()
    user = factories.person("staff", federation)
    User.objects.filter(pk=user.pk).update(name="Anna Ek")
    user.delete()
    found = Trace.objects.of(federation.pk).kinds(["role"]).values_list("after__user", flat=True)
    assert list(found) == [None, "anna@berg.se"]


def test_traces_outlive_their_federation() -> None:
    federation = factories.federation()
    pk = federation.pk
    Meeting.objects.create(federation=federation, held_on="2025-11-25")
    federation.delete()
    assert [(one.operation, one.kind) for one in Trace.objects.of(pk)] == [
        ("removed", "federation"),
        ("removed", "meeting"),
        ("added", "meeting"),
        ("added", "federation"),
    ]


def test_saving_what_is_the_same_leaves_no_trace() -> None:
    federation = factories.federation()
    user = factories.person("staff", federation)
    before = Trace.objects.count()
    federation.save()
    user.last_login = None
    user.set_password("another")
    user.save()
    assert Trace.objects.count() == before


def test_no_secret_is_told() -> None:
    user = factories.person(email="eva@berg.se")
    Authenticator.objects.create(user=user, type="webauthn", data={"credential": "secret"})
    assert [sorted(last(kind).after or {}) for kind in ("user", "authenticator")] == [
        ["email", "is_active", "is_superuser", "name"],
        ["type", "user", "user_id"],
    ]


def test_a_logo_is_told_by_its_digest() -> None:
    federation = factories.federation(logo=b"bytes", logo_media_type="image/png")
    assert len((last("federation").after or {})["logo"]) == 64
    federation.logo = b"other bytes"
    federation.save()
    trace = last("federation")
    assert trace.happening.changed(*(trace.after or {})) == ["logo"]


def test_what_was_changed_in_the_database_has_its_role_for_a_name() -> None:
    federation = factories.federation()
    run("UPDATE federations_federation SET decision_day = '11-25' WHERE id = %s", federation.pk)
    trace = last("federation")
    assert (trace.actor, trace.via, trace.database_role) == AS_OWNER
    assert trace.happening.changed(*(trace.after or {})) == ["decision_day"]


def test_what_a_command_changed_has_its_name() -> None:
    run("SET LOCAL application_name = 'manage.py importplan'")
    factories.federation()
    trace = last("federation")
    assert (trace.actor, trace.via) == ("manage.py importplan", "command")


def test_bulk_writes_leave_a_trace_for_each_row() -> None:
    federation = factories.federation()
    days = ["2025-03-01", "2025-09-01", "2025-11-25"]
    Meeting.objects.bulk_create(Meeting(federation=federation, held_on=day) for day in days)
    Meeting.objects.filter(federation=federation, held_on__gte="2025-09-01").update(note="Flyttat")
    assert told(federation) == [("changed", "meeting")] * 2 + [("added", "meeting")] * 3 + [
        ("added", "federation")
    ]


def test_each_traced_row_is_found_by_its_federation() -> None:
    plan = factories.decided_plan()
    federation = plan.federation
    user = factories.person("chief", federation)
    user.name = "Anna Berg"
    user.save()
    Auditor.objects.create(federation=federation, holder="Eva Lund")
    factories.seat(federation.members.get(), user)
    DraftShare.objects.create(plan=plan, group="chair", level="read", shared_by="Anna")
    Authenticator.objects.create(user=user, type="webauthn", data={})
    factories.federation("sorsjo")
    kinds = {one.kind for one in Trace.objects.of(federation.pk)}
    assert kinds == {
        *("federation", "member", "plan", "decision", "role", "user", "auditor", "seat", "share"),
        "authenticator",
    }


def test_of_a_plan_its_state_is_traced_and_not_its_text() -> None:
    plan = factories.draft_plan()
    Plan.objects.filter(pk=plan.pk).update(title="En annan titel", edition=7)
    assert last("plan").operation == Operation.ADDED
    Plan.objects.filter(pk=plan.pk).update(status="review")
    trace = last("plan")
    assert (trace.before, trace.after) == (
        {"year": 2025, "status": "draft"},
        {"year": 2025, "status": "review"},
    )


def test_becoming_an_administrator_is_told_to_every_federation() -> None:
    places = [factories.federation(slug) for slug in ("fjallbygden", "sorsjo")]
    user = factories.person()
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    assert [told(place)[0] for place in places] == [("changed", "user")] * 2


def test_what_belongs_to_no_federation_is_kept_once() -> None:
    factories.person(email="ny@berg.se")
    found = Trace.objects.filter(after__email="ny@berg.se")
    assert [(one.federation, one.operation) for one in found] == [(None, "added")]


@pytest.mark.parametrize("statement", ALTERING)
def test_not_even_the_owner_alters_traces(statement: str) -> None:
    factories.federation()
    run("ALTER TABLE traces_trace ENABLE TRIGGER traces_trace_is_not_emptied")
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        run(statement)
    assert getattr(refused.value.__cause__, "sqlstate", "") == "23001"


def test_pgtriggers_way_round_does_not_lead_round() -> None:
    run("SET LOCAL pgtrigger.ignore = '{traces_trace_is_kept,federations_federation_is_traced}'")
    federation = factories.federation()
    assert told(federation) == [("added", "federation")]


@pytest.mark.parametrize("statement", ALTERING)
def test_the_server_may_not_alter_traces(
    app_connection: psycopg.Connection, statement: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege) as refused:
        app_connection.execute(statement)
    assert refused.value.sqlstate == "42501"


@pytest.mark.parametrize("name", ["traces_trace_is_kept", "trace_is_signed", "ALL"])
def test_the_server_may_not_turn_the_triggers_off(
    app_connection: psycopg.Connection, name: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_connection.execute(f"ALTER TABLE traces_trace DISABLE TRIGGER {name}")


def test_the_server_signs_as_itself_whatever_it_says(app_connection: psycopg.Connection) -> None:
    said = app_connection.execute(
        "INSERT INTO traces_trace (kind, operation, row, at, actor, via, database_role)"
        " VALUES ('role', 'added', 1, '2001-01-01', 'Anna', 'web', 'finsam_owner')"
        " RETURNING actor, via, database_role, at > now() - interval '1 hour'"
    ).fetchone()
    assert said == ("databasen (finsam_app)", "database", "finsam_app", True)
