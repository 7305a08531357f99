import psycopg
import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

FORBIDDEN = (
    "CREATE TABLE mine (number int)",
    "ALTER TABLE django_session ADD mine int",
    "DROP TABLE django_session",
    "TRUNCATE django_session",
    "ALTER TABLE django_session DISABLE TRIGGER USER",
    "CREATE SCHEMA mine",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_server_cannot_change_the_tables(
    app_connection: psycopg.Connection, statement: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_connection.execute(statement)


def test_the_server_reads_and_writes_rows(app_connection: psycopg.Connection) -> None:
    insert = "INSERT INTO django_session VALUES ('key', 'data', now())"
    delete = "DELETE FROM django_session WHERE session_key = 'key'"
    update = "UPDATE django_session SET session_data = '' WHERE session_key = 'key'"
    counts = [app_connection.execute(each).rowcount for each in (insert, update, delete)]
    assert counts == [1, 1, 1]


def test_the_server_takes_numbers_from_sequences(app_connection: psycopg.Connection) -> None:
    insert = "INSERT INTO django_content_type (app_label, model) VALUES ('a', 'b') RETURNING id > 0"
    assert app_connection.execute(insert).fetchone() == (True,)


def test_the_server_owns_nothing(app_connection: psycopg.Connection) -> None:
    owned = "SELECT count(*) FROM pg_class WHERE relowner = 'finsam_app'::regrole"
    assert app_connection.execute(owned).fetchone() == (0,)


def test_every_table_belongs_to_the_owner() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
        assert cursor.fetchall() == [("finsam_owner",)]
