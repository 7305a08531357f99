"""What no constraint of a row can say, held by the database at the end of each transaction."""

from django.db.migrations import RunSQL

IS_TREE = """
CREATE OR REPLACE FUNCTION finsam_is_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    above bigint;
    steps int := 0;
BEGIN
    -- The row as it is now: it may have moved again, or gone, since this was asked for.
    EXECUTE format('SELECT parent_id FROM %I WHERE id = $1', TG_TABLE_NAME)
        INTO above USING NEW.id;
    WHILE above IS NOT NULL LOOP
        steps := steps + 1;
        IF above = NEW.id OR steps > 100 THEN
            RAISE check_violation USING
                MESSAGE = format('row %s of %s stands below itself', NEW.id, TG_TABLE_NAME),
                CONSTRAINT = TG_NAME;
        END IF;
        EXECUTE format('SELECT parent_id FROM %I WHERE id = $1', TG_TABLE_NAME)
            INTO above USING above;
    END LOOP;
    RETURN NEW;
END $$
"""


def is_tree(table: str) -> RunSQL:
    """No row of the table stands below itself, by however many steps."""
    name = f"{table}_is_tree"
    return RunSQL(
        [
            IS_TREE,
            f"CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR UPDATE OF parent_id ON {table} "
            "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) "
            "EXECUTE FUNCTION finsam_is_tree()",
        ],
        f"DROP TRIGGER {name} ON {table}",
    )


IS_KEPT = """
CREATE OR REPLACE FUNCTION finsam_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE restrict_violation USING
        MESSAGE = format('%s is kept as it was written: no %s', TG_TABLE_NAME, lower(TG_OP));
END $$
"""

ONLY_ADDED_TO = """
DO $$
DECLARE
    other text;
BEGIN
    FOR other IN
        SELECT DISTINCT CASE grantee WHEN 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident(grantee) END
        FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = '{table}' AND grantee <> current_user
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM %s', other);
    END LOOP;
END $$
"""


def append_only(table: str) -> RunSQL:
    """Rows of the table are added and never changed or removed, by whatever statement.

    The server's role, whatever it is called, has no right to it, and a trigger refuses also the
    owner (SQLSTATE 23001). A plain one, and not pgtrigger's: those step aside for any session that
    sets a variable.
    """
    kept, not_emptied = f"{table}_is_kept", f"{table}_is_not_emptied"
    refused = f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION finsam_is_kept()"
    return RunSQL(
        [
            IS_KEPT,
            f"CREATE TRIGGER {kept} BEFORE UPDATE OR DELETE {refused}",
            # A trigger of its own: tests that commit empty all tables afterwards.
            f"CREATE TRIGGER {not_emptied} BEFORE TRUNCATE {refused}",
            ONLY_ADDED_TO.format(table=table),
        ],
        f"DROP TRIGGER IF EXISTS {kept} ON {table};DROP TRIGGER IF EXISTS {not_emptied} ON {table}",
    )


def kept_once(table: str, condition: str) -> RunSQL:
    """A row of which the condition is true (SQL about OLD) is never changed or removed.

    A trigger refuses it (SQLSTATE 23001) to everybody.
    """
    name = f"{table}_is_kept"
    return RunSQL(
        [
            IS_KEPT,
            f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION finsam_is_kept()",
        ],
        f"DROP TRIGGER {name} ON {table}",
    )
