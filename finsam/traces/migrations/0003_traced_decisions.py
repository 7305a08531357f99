from django.db import migrations

from finsam.traces.sql import traced

OF_PLAN = "SELECT federation_id FROM plans_plan WHERE id = one.plan_id"
YEAR = "SELECT year FROM plans_plan WHERE id = one.plan_id"


class Migration(migrations.Migration):
    dependencies = [
        ("traces", "0002_traced_tables"),
        ("plans", "0008_decisions"),
    ]

    operations = [
        # What it says is read where it stands; a trace tells that it was written and approved.
        traced(
            "plans_decisionrecord",
            "record",
            only=["kind", "decided_on", "edition", "approved_by"],
            names={"year": YEAR},
            federations=OF_PLAN,
        ),
        traced(
            "plans_decisionfile",
            "decision_file",
            only=["kind", "decided_on", "name", "sha256"],
            names={"year": YEAR},
            federations=OF_PLAN,
        ),
    ]
