from django.db import migrations

from finsam.triggers import is_tree


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [is_tree("plans_section")]
