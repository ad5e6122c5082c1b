"""Campaigns get figures, results by team, documents beside the plan, and whom to ask."""

from __future__ import annotations

import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0003_past_period"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="campaignpage",
            name="contact_email",
            field=models.EmailField(
                blank=True,
                help_text="Empty for the address of the portal, for example: thi-dua@hoa-sen.example.",
                max_length=254,
                verbose_name="e-mail of that office",
            ),
        ),
        migrations.AddField(
            model_name="campaignpage",
            name="contact_office",
            field=models.CharField(
                blank=True,
                help_text="An office, not a person, for example: Thường trực Hội đồng Thi đua - Khen thưởng.",
                max_length=160,
                verbose_name="whom to ask",
            ),
        ),
        migrations.AddField(
            model_name="campaignpage",
            name="figures",
            field=wagtail.fields.StreamField(
                [("item", 2)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "number", "max_length": 12}),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "what it counts", "max_length": 80},
                    ),
                    2: ("wagtail.blocks.StructBlock", [[("number", 0), ("words", 1)]], {}),
                },
                help_text="Up to four, each with what it counts, for example: 23 – giải pháp đã nộp.",
                verbose_name="in figures",
            ),
        ),
        migrations.AddField(
            model_name="campaignpage",
            name="results",
            field=wagtail.fields.StreamField(
                [("item", 4)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "team", "max_length": 120}),
                    1: ("wagtail.blocks.IntegerBlock", (), {"label": "expected", "min_value": 1}),
                    2: ("wagtail.blocks.IntegerBlock", (), {"label": "handed in", "min_value": 0}),
                    3: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {"label": "with evidence", "min_value": 0, "required": False},
                    ),
                    4: (
                        "wagtail.blocks.StructBlock",
                        [[("team", 0), ("expected", 1), ("done", 2), ("proven", 3)]],
                        {},
                    ),
                },
                help_text="A row for each team: what is expected of it and what it has handed in, for example: Mẫu giáo lớn, 7, 6.",
                verbose_name="results by team",
            ),
        ),
        migrations.CreateModel(
            name="CampaignDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "campaign",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="campaigns.campaignpage",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "document of a campaign",
                "verbose_name_plural": "documents of campaigns",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
