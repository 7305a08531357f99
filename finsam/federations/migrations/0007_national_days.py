from datetime import date

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

GUIDANCE = "vägledning för samordningsförbund, finsam.se"
DAYS = {
    "decision": ("11-30", f"Budgeten bör vara fastställd i november ({GUIDANCE})"),
    "annual_report": ("03-31", f"Inom tre månader efter årets slut ({GUIDANCE})"),
}


def add_days(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The days that the guidance recommends."""
    day = apps.get_model("federations", "NationalDay")
    for code, (month_day, source) in DAYS.items():
        day.objects.create(
            code=code, month_day=month_day, source=source, valid_from=date(2004, 1, 1)
        )


class Migration(migrations.Migration):
    dependencies = [("federations", "0006_national_day")]
    operations = [migrations.RunPython(add_days, migrations.RunPython.noop)]
