"""What editors read beside the fields; pictures in bodies are read with their sizes."""

from __future__ import annotations

import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("honors", "0004_award_types_for_several_kinds"),
        ("organizations", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decisionpage",
            name="abstract",
            field=models.TextField(
                blank=True,
                help_text="One sentence, without the type, for example: Công tác thi đua, khen thưởng năm 2026.",
                max_length=1000,
                verbose_name="abstract",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="body",
            field=wagtail.fields.StreamField(
                [("legal_text", 0), ("table", 2), ("figure", 5)],
                blank=True,
                block_lookup={
                    0: (
                        "pages.blocks.LegalTextBlock",
                        (),
                        {
                            "help_text": "One paragraph a line, exactly as printed. Parts, chapters, articles, clauses and points are recognised on their own.",
                            "rows": 12,
                        },
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "text", "max_length": 2000, "required": False},
                    ),
                    2: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 1)]],
                        {"label": "Table", "template": "components/table_block.html"},
                    ),
                    3: ("pages.blocks.PictureChooserBlock", (), {"label": "image"}),
                    4: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "caption", "max_length": 300, "required": False},
                    ),
                    5: ("wagtail.blocks.StructBlock", [[("image", 3), ("caption", 4)]], {}),
                },
                help_text="The words of the document; a table or figure goes where it stands, for example an annex.",
                verbose_name="text",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="document_type",
            field=models.CharField(
                choices=[
                    ("constitution", "Constitution"),
                    ("code", "Code"),
                    ("law", "Law"),
                    ("ordinance", "Ordinance"),
                    ("resolution", "Resolution"),
                    ("decree", "Decree"),
                    ("circular", "Circular"),
                    ("joint-circular", "Joint circular"),
                    ("decision", "Decision"),
                    ("directive", "Directive"),
                    ("statute", "Statute"),
                    ("rules", "Rules"),
                    ("plan", "Plan"),
                    ("guideline", "Guideline"),
                    ("programme", "Programme"),
                    ("notice", "Notice"),
                    ("conclusion", "Conclusion"),
                    ("report", "Report"),
                    ("submission", "Submission"),
                    ("minutes", "Minutes"),
                    ("dispatch", "Official dispatch"),
                    ("other", "Other document"),
                ],
                help_text="As the title of the document says, for example: Kế hoạch.",
                max_length=20,
                verbose_name="document type",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="effective_on",
            field=models.DateField(
                blank=True,
                help_text="As the text states it, for example 01/01/2024. Empty: the day of issue, but not for laws.",
                null=True,
                verbose_name="in force from",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="expires_on",
            field=models.DateField(
                blank=True,
                help_text="The first day on which it is no longer in force, for example 01/03/2027.",
                null=True,
                verbose_name="expires on",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="issue_place",
            field=models.CharField(
                blank=True,
                help_text="The words before that date, for example: Hà Đông.",
                max_length=80,
                verbose_name="place",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="issued_on",
            field=models.DateField(
                blank=True,
                help_text="The date below the national motto, for example 24/09/2024.",
                null=True,
                verbose_name="issue date",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="issuer",
            field=models.ForeignKey(
                blank=True,
                help_text="The body in the register, also one that has ended, for example Phòng GDĐT quận Hà Đông.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organizations.organization",
                verbose_name="issuer",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="issuer_as_printed",
            field=models.CharField(
                blank=True,
                help_text="The bold line at the top left, for example: TRƯỜNG MẦM NON HOA SEN.",
                max_length=255,
                verbose_name="issuer as printed",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="parent_body_as_printed",
            field=models.CharField(
                blank=True,
                help_text="The line above the issuer, for example: ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG.",
                max_length=255,
                verbose_name="parent body as printed",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="signer",
            field=models.CharField(
                blank=True,
                help_text="The full name below the signature, for example: Nguyễn Thị Mẫu.",
                max_length=120,
                verbose_name="signer",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="signer_office",
            field=models.CharField(
                blank=True,
                help_text="The line above the signature, for example: HIỆU TRƯỞNG.",
                max_length=160,
                verbose_name="office of the signer",
            ),
        ),
        migrations.AlterField(
            model_name="decisionpage",
            name="source_url",
            field=models.URLField(
                blank=True,
                help_text="Where the official text stands, for example a page of vbpl.vn.",
                max_length=500,
                verbose_name="official source",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
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
                help_text="What was done and what came of it, in figures, for example: 28 trong 31 trẻ kể được chuyện.",
                verbose_name="achievement",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
            name="kind",
            field=models.CharField(
                choices=[("person", "Person"), ("collective", "Collective")],
                default="person",
                help_text="A person needs a recorded consent; a collective is a team, for example: Tổ Mẫu giáo lớn.",
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                help_text="Where they work, from the register, for example: Trường Mầm non Hoa Sen.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="honorees",
                to="organizations.organization",
                verbose_name="organization",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
            name="organization_as_printed",
            field=models.CharField(
                blank=True,
                help_text="As readers should see it, for example: Tổ Mẫu giáo lớn, Trường Mầm non Hoa Sen.",
                max_length=255,
                verbose_name="organization or team",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
            name="position",
            field=models.CharField(
                blank=True,
                help_text="Office or work, nothing private, for example: Giáo viên lớp Mẫu giáo lớn A2.",
                max_length=160,
                verbose_name="position",
            ),
        ),
        migrations.AlterField(
            model_name="honoreepage",
            name="summary",
            field=models.CharField(
                blank=True,
                help_text="One sentence, for example: Biến vườn rau sau lớp thành một cuốn truyện.",
                max_length=300,
                verbose_name="why they are honoured",
            ),
        ),
    ]
