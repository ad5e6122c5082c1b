"""Ties between documents, documents to be supplied, checks of the review queue."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0001_initial"),
        ("regulations", "0020_addresses_and_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=20, verbose_name="reason")),
                ("until", models.DateField(null=True)),
                ("revision", models.PositiveBigIntegerField(null=True)),
                ("note", models.CharField(max_length=300, verbose_name="note")),
                ("checked_at", models.DateTimeField(auto_now_add=True, verbose_name="checked at")),
            ],
            options={
                "verbose_name": "check of the review queue",
                "ordering": ["-checked_at"],
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("anchor", models.CharField(blank=True, max_length=120)),
                ("is_basis", models.BooleanField(default=False)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("public", "Everyone"),
                            ("staff", "Staff of the organization"),
                            ("council", "Emulation and Commendation Council"),
                        ],
                        max_length=10,
                    ),
                ),
                ("expire_at", models.DateTimeField(null=True)),
                ("day", models.DateField()),
            ],
            options={
                "verbose_name": "tie between documents",
            },
        ),
        migrations.CreateModel(
            name="WantedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=400, unique=True)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("number_key", models.CharField(blank=True, db_index=True, max_length=80)),
                ("law_key", models.CharField(blank=True, db_index=True, max_length=160)),
                ("document_type", models.CharField(blank=True, max_length=40)),
                ("issuer_as_printed", models.CharField(blank=True, max_length=255)),
                ("issued_on", models.DateField(null=True)),
                ("as_printed", models.CharField(max_length=500)),
                ("folded", models.CharField(max_length=800)),
                ("for_staff", models.PositiveIntegerField(default=0)),
                ("for_council", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "document to be supplied",
                "verbose_name_plural": "documents to be supplied",
            },
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="context",
            field=models.CharField(blank=True, max_length=600),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="lacks",
            field=models.CharField(blank=True, db_index=True, max_length=40),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="parent_body_as_printed",
            field=models.CharField(blank=True, max_length=255),
        ),
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(fields=["-ended_on", "page"], name="record_ended_on"),
        ),
        migrations.AddField(
            model_name="reviewcheck",
            name="checked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="checked by",
            ),
        ),
        migrations.AddField(
            model_name="reviewcheck",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="review_checks",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reviewcheck",
            name="target",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="tie",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ties",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="tie",
            name="target",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ties_to_it",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="wanteddocument",
            index=models.Index(fields=["-for_staff", "id"], name="wanted_for_staff"),
        ),
        migrations.AddIndex(
            model_name="wanteddocument",
            index=models.Index(fields=["-for_council", "id"], name="wanted_for_council"),
        ),
        migrations.AddField(
            model_name="tie",
            name="wanted",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ties",
                to="regulations.wanteddocument",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="wanted",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="citations",
                to="regulations.wanteddocument",
            ),
        ),
        migrations.AddIndex(
            model_name="reviewcheck",
            index=models.Index(fields=["page", "reason"], name="review_check_of_page"),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(
                fields=["target", "anchor", "-day", "-page", "audience", "expire_at"],
                name="tie_to_target",
            ),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(
                fields=["target", "anchor", "is_basis", "-day", "-page", "audience", "expire_at"],
                name="tie_of_basis",
            ),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(
                fields=["wanted", "anchor", "audience", "-day", "page", "expire_at"],
                name="tie_to_wanted",
            ),
        ),
    ]
