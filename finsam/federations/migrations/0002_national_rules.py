from datetime import date
from decimal import Decimal

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SOURCE = "5 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser"
IN_FORCE = date(2004, 1, 1)
SHARES = {"state_share": "50", "region_share": "25", "municipal_share": "25"}


def add_rules(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The shares of the members' contributions, as the law has them."""
    rule = apps.get_model("federations", "NationalRule")
    for code, percent in SHARES.items():
        rule.objects.create(code=code, percent=Decimal(percent), source=SOURCE, valid_from=IN_FORCE)


class Migration(migrations.Migration):
    dependencies = [("federations", "0001_initial")]
    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
