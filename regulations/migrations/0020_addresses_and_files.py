"""Addresses that were ever served and the files that went with documents."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

AUDIENCES = [
    ("public", "Everyone"),
    ("staff", "Staff of the organization"),
    ("council", "Emulation and Commendation Council"),
]
ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def note_addresses(apps, schema_editor):
    """Of the documents that are published when the ledger begins."""
    Site = apps.get_model("wagtailcore", "Site")
    DocumentRecord = apps.get_model("regulations", "DocumentRecord")
    ServedAddress = apps.get_model("regulations", "ServedAddress")
    pages = DocumentRecord.objects.filter(page__live=True).values_list("page", "page__url_path")
    for site in Site.objects.select_related("root_page"):
        root = site.root_page.url_path
        rows = [
            ServedAddress(page_id=pk, path=f"/{path.removeprefix(root)}")
            for pk, path in pages.iterator()
            if path.startswith(root)
        ]
        ServedAddress.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("regulations", "0010_effect_on_a_day"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        migrations.swappable_dependency(settings.WAGTAILDOCS_DOCUMENT_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ServedAddress",
            fields=[
                ("id", ID),
                ("path", models.CharField(max_length=1000)),
                ("served_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="served_addresses",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "served address",
                "constraints": [
                    models.UniqueConstraint(fields=("path", "page"), name="unique_served_address")
                ],
            },
        ),
        migrations.CreateModel(
            name="FileVersion",
            fields=[
                ("id", ID),
                ("title", models.CharField(blank=True, max_length=255)),
                ("audience", models.CharField(choices=AUDIENCES, max_length=10)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(blank=True, null=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.WAGTAILDOCS_DOCUMENT_MODEL,
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file_versions",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a file",
                "verbose_name_plural": "versions of files",
                "ordering": ["-until", "-pk"],
            },
        ),
        migrations.RunPython(note_addresses, migrations.RunPython.noop),
    ]
