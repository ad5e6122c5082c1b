"""From when until when relations are at work; where the acting document says so; help texts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from regulations.models.kind import TakesEffect


class _Dated(TakesEffect):
    """What the rule for the first day in force needs of a row."""

    def __init__(self, row: Any) -> None:
        self.document_type, self.number = row.document_type, row.number
        self.issued_on, self.effective_on = row.issued_on, row.effective_on


def fill(apps: Any, _schema_editor: Any) -> None:
    """Rows of before; `manage.py rebuild` follows chains of documents, this does not."""
    record, relation, span = (
        apps.get_model("regulations", name)
        for name in ("DocumentRecord", "Relation", "RelationSpan")
    )
    starts: dict[int, dt.date | None] = {}
    for row in record.objects.iterator(chunk_size=500):
        row.starts_on = starts[row.pk] = _Dated(row).in_force_from
        row.ended_on = row.expires_on
        row.save(update_fields=["starts_on", "ended_on"])
    for one in relation.objects.filter(source__in=list(starts)).iterator(chunk_size=500):
        first = max(one.takes_effect_on, starts[one.source_id] or one.takes_effect_on)
        if one.ends_on is None or first < one.ends_on:
            stops = not one.provisions and one.kind in {"replaces", "repeals", "suspends"}
            span.objects.create(relation=one, starts=first, ends=one.ends_on, pauses=stops)


class Migration(migrations.Migration):
    dependencies = [("regulations", "0003_intake_file")]

    operations = [
        migrations.AddField(
            model_name="documentrecord",
            name="starts_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="ended_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(
                fields=["starts_on", "ended_on"], name="regulations_starts__ae5309_idx"
            ),
        ),
        migrations.AddField(
            model_name="relation",
            name="source_provision",
            field=models.CharField(
                blank=True,
                help_text="Where this document says so, for example: khoản 2 Điều 1.",
                max_length=120,
                verbose_name="provision of this document",
            ),
        ),
        migrations.AlterField(
            model_name="relation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("amends", "amends"),
                    ("replaces", "replaces"),
                    ("repeals", "repeals"),
                    ("suspends", "suspends"),
                    ("guides", "guides"),
                    ("consolidates", "consolidates"),
                    ("corrects", "corrects"),
                ],
                help_text=(
                    "What this document does to the other. A correction or a consolidated text "
                    "leaves the other in force."
                ),
                max_length=15,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="relation",
            name="provisions",
            field=models.CharField(
                blank=True,
                help_text=(
                    "What of the other document, for example: Điều 5, khoản 2 Điều 7. Remarks "
                    "go in brackets. Empty: the whole document."
                ),
                max_length=500,
                verbose_name="provisions",
            ),
        ),
        migrations.AlterField(
            model_name="relation",
            name="takes_effect_on",
            field=models.DateField(
                help_text=(
                    "The first day of the change, for example 01/07/2025. It acts only while "
                    "this document is itself in force."
                ),
                verbose_name="from",
            ),
        ),
        migrations.AlterField(
            model_name="relation",
            name="ends_on",
            field=models.DateField(
                blank=True,
                help_text=(
                    "The first day on which it no longer acts, for example when a suspended "
                    "document resumes. Empty: not known, or for good."
                ),
                null=True,
                verbose_name="until",
            ),
        ),
        migrations.CreateModel(
            name="RelationSpan",
            fields=[
                (
                    "relation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="span",
                        serialize=False,
                        to="regulations.relation",
                    ),
                ),
                ("starts", models.DateField(db_index=True)),
                ("ends", models.DateField(null=True)),
                ("pauses", models.BooleanField(db_index=True, default=False)),
            ],
            options={"verbose_name": "span of a relation"},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
