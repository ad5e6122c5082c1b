"""Profiles get figures, what colleagues took over, and a drawing in place of a portrait."""

from __future__ import annotations

import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("honors", "0005_help_for_editors"),
        ("pages", "0010_picture_words_and_tone"),
    ]

    operations = [
        migrations.AddField(
            model_name="honoreepage",
            name="drawing",
            field=models.CharField(
                blank=True,
                choices=[
                    (None, "Chosen by the portal"),
                    ("initials", "Initials of the name"),
                    ("short-shirt", "Short hair, shirt"),
                    ("short-cardigan", "Short hair, glasses, cardigan"),
                    ("bob-collar", "Bobbed hair, stand-up collar"),
                    ("bob-ao-dai", "Bobbed hair, áo dài"),
                    ("long-ao-dai", "Long hair, áo dài"),
                    ("bun-ao-dai", "Hair in a bun, glasses, áo dài"),
                    ("turban-ao-dai", "Turban, áo dài"),
                    ("short-suit", "Short hair, suit"),
                    ("elder-suit", "Grey hair, glasses, suit"),
                    ("group", "Several people"),
                ],
                help_text="Without a choice the portal takes one that suits everybody.",
                max_length=20,
                verbose_name="drawing where there is no portrait",
            ),
        ),
        migrations.AddField(
            model_name="honoreepage",
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
                help_text="Up to four, each with what it counts, for example: 14 – năm công tác.",
                verbose_name="in figures",
            ),
        ),
        migrations.AddField(
            model_name="honoreepage",
            name="lessons",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="What others can do the same way, for example: Ghi nguyên văn lời trẻ, không sửa.",
                verbose_name="what colleagues took over",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                help_text="Shown only while a consent that includes the portrait is recorded; until then the drawing stands in its place.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pages.portalimage",
                verbose_name="portrait",
            ),
        ),
    ]
