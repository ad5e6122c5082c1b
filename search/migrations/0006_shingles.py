"""Signatures of pages by their shingles, and what stories tell of."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def key_of(*columns: str) -> models.CompositePrimaryKey:
    """The primary key of several columns."""
    return models.CompositePrimaryKey(
        *columns, blank=True, editable=False, primary_key=True, serialize=False
    )


def page(related_name: str) -> models.ForeignKey:
    """The page that a row is about."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE,
        related_name=related_name,
        to=settings.WAGTAIL_PAGE_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0005_file_texts"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SignatureValue",
            fields=[
                ("pk", key_of("value", "page_id")),
                ("value", models.BigIntegerField()),
                ("page", page("signature_values")),
            ],
            options={"verbose_name": "value of a signature", "db_table": "search_signature"},
        ),
        migrations.CreateModel(
            name="StoryTie",
            fields=[
                ("pk", key_of("key", "page_id")),
                ("key", models.CharField(max_length=100)),
                ("weight", models.PositiveIntegerField()),
                ("page", page("story_ties")),
            ],
            options={"verbose_name": "tie of a story", "db_table": "search_story_tie"},
        ),
    ]
