"""The text of files that pages offer, and which pages offer them."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STATES = [
    ("waiting", "Waiting"),
    ("reading", "Being read"),
    ("read", "Read"),
    ("failed", "Not read"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_saved_searches"),
        ("pages", "0004_files_and_settings"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=40, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=STATES, default="waiting", max_length=10, verbose_name="state"
                    ),
                ),
                ("pages", models.JSONField(default=list)),
                ("has_pages", models.BooleanField(default=False)),
                ("is_cut", models.BooleanField(default=False)),
                ("is_indexed", models.BooleanField(default=False)),
                ("error_code", models.CharField(blank=True, max_length=60)),
                ("error_data", models.JSONField(blank=True, default=dict)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lease", models.UUIDField(null=True)),
                ("leased_until", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "text of a file",
                "verbose_name_plural": "texts of files",
                "db_table": "search_file_text",
                "indexes": [models.Index(fields=["state", "id"], name="search_file_queue")],
            },
        ),
        migrations.CreateModel(
            name="FileUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pages.portaldocument",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file_uses",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="search.filetext",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a page",
                "verbose_name_plural": "files of pages",
                "db_table": "search_file_use",
                "constraints": [
                    models.UniqueConstraint(fields=("page", "text"), name="unique_search_file")
                ],
            },
        ),
    ]
