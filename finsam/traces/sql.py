"""What the database does by itself for the traces, as migrations need it.

Plain triggers, and not pgtrigger's: those step aside for any session that sets a variable.
"""

from collections.abc import Mapping, Sequence

from django.db.migrations import RunSQL

SIGNED = """
CREATE OR REPLACE FUNCTION finsam_sign_trace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- The name that the web's middleware gave the statement; else a command's; else the role.
    context jsonb := nullif(current_setting('pghistory.context_metadata', true), '');
    program text := current_setting('application_name');
BEGIN
    NEW.at := clock_timestamp();
    NEW.database_role := session_user;
    IF context ->> 'actor' <> '' THEN
        NEW.actor := context ->> 'actor';
        NEW.via := 'web';
    ELSIF program LIKE 'manage.py %' THEN
        NEW.actor := program;
        NEW.via := 'command';
    ELSE
        NEW.actor := format('databasen (%s)', session_user);
        NEW.via := 'database';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER trace_is_signed BEFORE INSERT ON traces_trace
    FOR EACH ROW EXECUTE FUNCTION finsam_sign_trace()
"""

TOLD = """
CREATE OR REPLACE FUNCTION finsam_told(said jsonb, names text[], is_only boolean)
RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(jsonb_object_agg(
        key,
        -- Bytes are told by their digest.
        CASE WHEN starts_with(value #>> '{}', '\\x')
            THEN to_jsonb(encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex'))
            ELSE value END
    ), '{}') FROM jsonb_each(said) WHERE (key = ANY(names)) = is_only
$$;
CREATE OR REPLACE FUNCTION finsam_trace(
    kind text, operation text, number bigint, federations bigint[], was jsonb, became jsonb
) RETURNS void LANGUAGE sql AS $$
    INSERT INTO traces_trace (federation, kind, operation, "row", before, after)
    SELECT each, kind,
        CASE operation WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
        number, was, became
    -- What belongs to no federation is kept once, without one.
    FROM unnest(CASE WHEN cardinality(federations) = 0 THEN ARRAY[NULL]::bigint[]
        ELSE federations END) AS each
$$
"""

TRACED = """
CREATE OR REPLACE FUNCTION {table}_told(one {table}) RETURNS jsonb LANGUAGE sql AS $$
    SELECT finsam_told(to_jsonb(one), ARRAY[{columns}]::text[], {is_only}) {names}
$$;
CREATE OR REPLACE FUNCTION {table}_trace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    one {table};
    was jsonb;
    became jsonb;
BEGIN
    IF TG_OP = 'DELETE' THEN one := OLD; ELSE one := NEW; END IF;
    IF TG_OP <> 'INSERT' THEN was := {table}_told(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN became := {table}_told(NEW); END IF;
    IF was IS DISTINCT FROM became THEN
        PERFORM finsam_trace('{kind}', TG_OP, one.id, ARRAY({federations}), was, became);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER {table}_is_traced AFTER INSERT OR UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_trace()
"""

UNTRACED = """
DROP TRIGGER {table}_is_traced ON {table};
DROP FUNCTION {table}_trace();
DROP FUNCTION {table}_told({table})
"""


def traced(
    table: str,
    kind: str,
    *,
    federations: str,
    only: Sequence[str] = (),
    but: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
) -> RunSQL:
    """Each row of the table that is added, really changed or removed leaves a trace.

    A trace tells the columns named by `only`, or all `but` those. `names` adds what they are
    called, and `federations` says whose trace it is: both SQL about the row `one`.
    """
    columns = ", ".join(f"'{column}'" for column in only or ("id", *but))
    pairs = ", ".join(f"'{name}', ({sql})" for name, sql in (names or {}).items())
    sql = TRACED.format(
        table=table,
        kind=kind,
        columns=columns,
        is_only="true" if only else "false",
        names=f"|| jsonb_build_object({pairs})" if pairs else "",
        federations=federations,
    )
    return RunSQL(sql, UNTRACED.format(table=table))
