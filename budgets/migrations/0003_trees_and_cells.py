from django.db import migrations

from finsam.triggers import is_tree

CELL_OF_ONE_BUDGET = """
CREATE FUNCTION budgets_cell_is_in_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM budgets_budgetamount AS cell
        JOIN budgets_budgetline AS line ON line.id = cell.line_id
        JOIN budgets_budgetcolumn AS col ON col.id = cell.column_id
        WHERE cell.id = NEW.id AND line.budget_id <> col.budget_id
    ) THEN
        RAISE check_violation USING
            MESSAGE = format('amount %s has line and column of two budgets', NEW.id),
            CONSTRAINT = TG_NAME;
    END IF;
    IF EXISTS (
        SELECT FROM budgets_budgetamount AS cell
        JOIN budgets_budgetline AS below ON below.parent_id = cell.line_id
        WHERE cell.id = NEW.id
    ) THEN
        RAISE check_violation USING
            MESSAGE = format('amount %s stands on a group', NEW.id), CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$
"""

GROUP_WITHOUT_AMOUNTS = """
CREATE FUNCTION budgets_group_is_without_amounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM budgets_budgetline AS below
        JOIN budgets_budgetamount AS cell ON cell.line_id = below.parent_id
        WHERE below.id = NEW.id
    ) THEN
        RAISE check_violation USING
            MESSAGE = format('line %s stands below a line with amounts', NEW.id),
            CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$
"""


class Migration(migrations.Migration):
    """A group's figure is the sum of its lines: it has no amounts that would be lost in it."""

    dependencies = [("budgets", "0002_initial")]
    operations = [
        is_tree("budgets_budgetline"),
        migrations.RunSQL(
            [
                CELL_OF_ONE_BUDGET,
                "CREATE CONSTRAINT TRIGGER cell_is_in_place "
                "AFTER INSERT OR UPDATE OF line_id, column_id ON budgets_budgetamount "
                "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
                "EXECUTE FUNCTION budgets_cell_is_in_place()",
            ],
            "DROP FUNCTION budgets_cell_is_in_place CASCADE",
        ),
        migrations.RunSQL(
            [
                GROUP_WITHOUT_AMOUNTS,
                "CREATE CONSTRAINT TRIGGER group_is_without_amounts "
                "AFTER INSERT OR UPDATE OF parent_id ON budgets_budgetline "
                "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) "
                "EXECUTE FUNCTION budgets_group_is_without_amounts()",
            ],
            "DROP FUNCTION budgets_group_is_without_amounts CASCADE",
        ),
    ]
