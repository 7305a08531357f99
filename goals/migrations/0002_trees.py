from django.db import migrations

from finsam.triggers import is_tree


class Migration(migrations.Migration):
    dependencies = [("goals", "0001_initial")]
    operations = [is_tree("goals_goal")]
