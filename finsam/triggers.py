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
