"""What the search is told, what was asked of it, and what readers thought of the answers."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_passages_in_twin_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AskedText",
            fields=[
                ("digest", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("folded", models.CharField(max_length=200)),
                ("text", models.CharField(max_length=80)),
            ],
            options={
                "verbose_name": "question",
                "permissions": [("use_desk", "Can use the search desk")],
            },
        ),
        migrations.CreateModel(
            name="DeskVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=32)),
            ],
            options={
                "verbose_name": "version of the search desk",
            },
        ),
        migrations.CreateModel(
            name="Abbreviation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "abbreviation",
                    models.CharField(
                        help_text="As people write it, for example TĐKT.",
                        max_length=40,
                        verbose_name="abbreviation",
                    ),
                ),
                (
                    "expansion",
                    models.CharField(
                        help_text="Written out, for example thi đua khen thưởng.",
                        max_length=200,
                        verbose_name="stands for",
                    ),
                ),
                (
                    "ambiguous",
                    models.BooleanField(
                        default=False,
                        help_text="Then it is only a hint: what was typed comes before what it may stand for.",
                        verbose_name="has other meanings too",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Where it is written, or who uses it, for example papers of the school.",
                        max_length=300,
                        verbose_name="source",
                    ),
                ),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Switched off, the search does not know it.",
                        verbose_name="in use",
                    ),
                ),
                (
                    "is_shipped",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="comes with the portal"
                    ),
                ),
                ("folded_abbreviation", models.CharField(editable=False, max_length=120)),
                ("folded_expansion", models.CharField(editable=False, max_length=400)),
            ],
            options={
                "verbose_name": "abbreviation",
                "verbose_name_plural": "abbreviations",
                "ordering": ("folded_abbreviation", "folded_expansion"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("folded_abbreviation", "folded_expansion"),
                        name="unique_abbreviation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AskedDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("digest", models.CharField(max_length=32)),
                ("asked", models.PositiveIntegerField(default=0)),
                ("not_found", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "question of a day",
                "indexes": [models.Index(fields=["digest"], name="asked_digest")],
                "constraints": [
                    models.UniqueConstraint(fields=("day", "digest"), name="unique_asked_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="PinnedAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "questions",
                    models.TextField(
                        help_text="One on each line, as people type it; with or without marks is the same.",
                        max_length=2000,
                        verbose_name="questions",
                    ),
                ),
                (
                    "anchor",
                    models.CharField(
                        blank=True,
                        help_text="What follows # in the address of an article, for example dieu-23.",
                        max_length=120,
                        verbose_name="place in the page",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="A sentence that readers see beside the answer. It may be left empty.",
                        max_length=300,
                        verbose_name="note",
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Empty: until it is removed.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pinned at"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pinned by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        help_text="Shown only to those who may read the page.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="answer",
                    ),
                ),
            ],
            options={
                "verbose_name": "pinned answer",
                "verbose_name_plural": "pinned answers",
                "ordering": ("-created_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("digest", models.CharField(max_length=32)),
                ("page_id", models.BigIntegerField(default=0)),
                ("yes", models.PositiveIntegerField(default=0)),
                ("no", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "verdict",
                "indexes": [models.Index(fields=["digest"], name="verdict_digest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "digest", "page_id"), name="unique_verdict"
                    )
                ],
            },
        ),
    ]
