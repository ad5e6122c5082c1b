"""What editors read beside the fields; pictures in bodies are read with their sizes."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_help_for_editors"),
        ("honors", "0005_help_for_editors"),
        ("news", "0001_initial"),
        ("pages", "0006_roles_and_workflow"),
    ]

    operations = [
        migrations.AlterField(
            model_name="newspage",
            name="author",
            field=models.CharField(
                blank=True,
                help_text="Who wrote it, as it should be printed, for example: Tổ Truyền thông.",
                max_length=120,
                verbose_name="author",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("paragraph", 0),
                    ("figure", 3),
                    ("quote", 6),
                    ("table", 8),
                    ("document", 9),
                    ("page", 10),
                ],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "h2",
                                "h3",
                                "bold",
                                "italic",
                                "ol",
                                "ul",
                                "link",
                                "document-link",
                                "hr",
                            ],
                            "icon": "pilcrow",
                            "label": "Text",
                        },
                    ),
                    1: ("pages.blocks.PictureChooserBlock", (), {"label": "image"}),
                    2: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "caption", "max_length": 300, "required": False},
                    ),
                    3: ("wagtail.blocks.StructBlock", [[("image", 1), ("caption", 2)]], {}),
                    4: ("wagtail.blocks.TextBlock", (), {"label": "words", "max_length": 1000}),
                    5: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "who said it", "max_length": 160, "required": False},
                    ),
                    6: ("wagtail.blocks.StructBlock", [[("text", 4), ("attribution", 5)]], {}),
                    7: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "text", "max_length": 2000, "required": False},
                    ),
                    8: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 7)]],
                        {"label": "Table", "template": "components/table_block.html"},
                    ),
                    9: (
                        "wagtail.documents.blocks.DocumentChooserBlock",
                        (),
                        {
                            "icon": "doc-full",
                            "label": "File to download",
                            "template": "components/document_block.html",
                        },
                    ),
                    10: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {
                            "label": "Link to a page of the portal",
                            "template": "components/page_block.html",
                        },
                    ),
                },
                help_text="The story, with headings and quotations, for example: what was done, what came of it.",
                verbose_name="text",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="campaign",
            field=models.ForeignKey(
                blank=True,
                help_text="The movement that it belongs to, for example: Xây dựng trường học hạnh phúc.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="stories",
                to="campaigns.campaignpage",
                verbose_name="campaign",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="category",
            field=models.CharField(
                choices=[
                    ("su-kien", "News and events"),
                    ("guong-dien-hinh", "Exemplary people"),
                    ("nguoi-tot-viec-tot", "Good people, good deeds"),
                    ("phong-trao", "Emulation movements"),
                ],
                default="su-kien",
                help_text="The section in which readers find it, for example: Người tốt, việc tốt.",
                max_length=20,
                verbose_name="category",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="cover",
            field=models.ForeignKey(
                blank=True,
                help_text="The picture on top and in lists, for example the event itself; a child's face only with consent.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pages.portalimage",
                verbose_name="picture",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="cover_caption",
            field=models.CharField(
                blank=True,
                help_text="Who is seen, where and when, for example: Lớp A2 thu hoạch rau, tháng 10/2026.",
                max_length=300,
                verbose_name="caption",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="honorees",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="The profiles of those it tells of, for example: Vũ Minh An. Only published ones are shown.",
                related_name="stories",
                to="honors.honoreepage",
                verbose_name="honorees",
            ),
        ),
        migrations.AlterField(
            model_name="newspage",
            name="published_on",
            field=models.DateField(
                default=django.utils.timezone.localdate,
                help_text="The date printed with the story, for example 20/11/2026. The newest stands first.",
                verbose_name="date",
            ),
        ),
    ]
