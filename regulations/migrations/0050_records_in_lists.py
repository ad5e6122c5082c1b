"""Records hold what lists are narrowed by, with indexes for it."""

from __future__ import annotations

import datetime as dt

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

LISTED_BY = ["audience", "expire_at", "document_type"]
UNDATED_FIRST = dt.date(9999, 12, 31)
STEP = 4
BATCH = 500


def repeat_pages(apps, schema_editor):
    """The records that are there already get what their pages say."""
    page_model = apps.get_model(*settings.WAGTAIL_PAGE_MODEL.split("."))
    record_model = apps.get_model("regulations", "DocumentRecord")
    by_path = dict(page_model.objects.filter(numchild__gt=0).values_list("path", "pk"))
    records = []
    for record in record_model.objects.select_related("page").iterator(chunk_size=BATCH):
        page = record.page
        record.parent_id = by_path.get(page.path[:-STEP])
        record.audience = page.audience
        record.expire_at = page.expire_at
        record.published_at = page.last_published_at
        record.year = record.issued_on.year if record.issued_on else None
        record.listed_on = record.issued_on or UNDATED_FIRST
        records.append(record)
    fields = ["parent", "audience", "expire_at", "published_at", "year", "listed_on"]
    record_model.objects.bulk_update(records, fields, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("regulations", "0030_links"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="documentrecord",
            name="audience",
            field=models.CharField(
                choices=[
                    ("public", "Everyone"),
                    ("staff", "Staff of the organization"),
                    ("council", "Emulation and Commendation Council"),
                ],
                # Nobody reads a record whose page was not asked yet.
                default="council",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="expire_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="listed_on",
            field=models.DateField(default=UNDATED_FIRST),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="parent",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="published_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="year",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(
                fields=["parent", "-listed_on", "-page", *LISTED_BY, "starts_on", "ended_on"],
                name="record_of_list",
            ),
        ),
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(fields=["parent", "year", *LISTED_BY], name="record_facets"),
        ),
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(
                fields=["-published_at", "-page", "parent", *LISTED_BY], name="record_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(fields=["-listed_on", "-page", *LISTED_BY], name="record_by_day"),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(fields=["page", "target"], name="citation_of_target"),
        ),
        migrations.AlterField(
            model_name="citation",
            name="page",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        # Last: PostgreSQL makes no index of a table with rows just changed.
        migrations.RunPython(repeat_pages, migrations.RunPython.noop),
    ]
