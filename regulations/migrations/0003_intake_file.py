"""The ledger of intake: files that came in, and what became of each."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
import regulations.models.intake
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0006_roles_and_workflow"),
        ("regulations", "0002_help_for_editors"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IntakeFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        max_length=400,
                        upload_to=regulations.models.intake.place_of,
                        verbose_name="file",
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("format", models.CharField(blank=True, max_length=20)),
                ("page_type", models.CharField(max_length=100)),
                ("batch", models.UUIDField(db_index=True, default=uuid.uuid4)),
                ("given", models.JSONField(blank=True, default=dict)),
                ("drafts_anyway", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("reading", "Being read"),
                            ("drafted", "Draft made"),
                            ("already-there", "Already there"),
                            ("failed", "Not read"),
                            ("discarded", "Discarded"),
                        ],
                        default="waiting",
                        max_length=15,
                        verbose_name="state",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lease", models.UUIDField(null=True)),
                ("leased_until", models.DateTimeField(null=True)),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("started_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("findings", models.JSONField(blank=True, default=list)),
                ("problems", models.JSONField(blank=True, default=list)),
                ("notes", models.JSONField(blank=True, default=list)),
                ("warnings", models.JSONField(blank=True, default=list)),
                ("conversions", models.JSONField(blank=True, default=list)),
                ("error_code", models.CharField(blank=True, max_length=60)),
                ("error_data", models.JSONField(blank=True, default=dict)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intake_files",
                        to="pages.portaldocument",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="intake_files",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "incoming file",
                "verbose_name_plural": "incoming files",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["state", "id"], name="intake_queue"),
                    models.Index(fields=["sha256", "parent"], name="intake_same_file"),
                ],
            },
        ),
    ]
