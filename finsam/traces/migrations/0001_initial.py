import django.core.serializers.json
from django.db import migrations, models

from finsam.traces import sql
from finsam.triggers import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Trace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "federation",
                    models.BigIntegerField(blank=True, null=True, verbose_name="förbund"),
                ),
                ("at", models.DateTimeField(editable=False, verbose_name="när")),
                ("kind", models.CharField(max_length=20, verbose_name="slag")),
                ("operation", models.CharField(max_length=7, verbose_name="vad")),
                ("row", models.BigIntegerField(verbose_name="rad")),
                (
                    "before",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="före",
                    ),
                ),
                (
                    "after",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="efter",
                    ),
                ),
                ("actor", models.TextField(verbose_name="vem")),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("web", "på webben"),
                            ("command", "med ett kommando"),
                            ("database", "i databasen"),
                        ],
                        max_length=8,
                        verbose_name="väg",
                    ),
                ),
                ("database_role", models.TextField(verbose_name="databasens roll")),
            ],
            options={
                "verbose_name": "spår",
                "verbose_name_plural": "spår",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["federation", "-id"], name="trace_of_federation")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("operation__in", ["added", "changed", "removed"])),
                        name="trace_operation",
                    ),
                ],
            },
        ),
        migrations.RunSQL(sql.SIGNED, "DROP FUNCTION finsam_sign_trace() CASCADE"),
        append_only("traces_trace"),
        migrations.RunSQL(
            sql.TOLD,
            "DROP FUNCTION finsam_told(jsonb, text[], boolean);"
            "DROP FUNCTION finsam_trace(text, text, bigint, bigint[], jsonb, jsonb)",
        ),
    ]
