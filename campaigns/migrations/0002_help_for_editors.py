"""What editors read beside the fields; pictures in bodies are read with their sizes."""

from __future__ import annotations

import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0001_initial"),
        ("organizations", "0001_initial"),
        ("pages", "0006_roles_and_workflow"),
    ]

    operations = [
        migrations.AlterField(
            model_name="campaignpage",
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
                help_text="What the fields above have no place for, for example the rounds of a contest.",
                verbose_name="further text",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="cover",
            field=models.ForeignKey(
                blank=True,
                help_text="A wide picture without words in it, for example the garden that the children planted.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pages.portalimage",
                verbose_name="picture",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="criteria",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="What is done and how it is judged, for example: Mỗi tổ có một sáng kiến được áp dụng.",
                verbose_name="content and criteria",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="ends_on",
            field=models.DateField(
                blank=True,
                help_text="The last day of the period, for example 20/11/2026.",
                null=True,
                verbose_name="to",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="final_review",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="How it is closed and rewarded, for example: Tổng kết, khen thưởng ở lễ bế giảng.",
                verbose_name="final review",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="goal",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="What is to be reached, for example: Mọi lớp đều có góc đọc sách trước Tết.",
                verbose_name="goal",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="inspection",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="Who looks at the progress, and when, for example: Công đoàn kiểm tra trong tháng 12.",
                verbose_name="inspection",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="interim_review",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="How it is looked at midway, for example: Sơ kết vào tuần cuối học kỳ I.",
                verbose_name="interim review",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("movement", "Emulation movement"),
                    ("campaign", "Campaign"),
                    ("drive", "Emulation drive"),
                    ("contest", "Contest"),
                ],
                default="movement",
                help_text="What the plan calls it, for example: Đợt thi đua for the weeks before 20/11.",
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="launched_by",
            field=models.ForeignKey(
                blank=True,
                help_text="The body that called for it, for example: Bộ Giáo dục và Đào tạo.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organizations.organization",
                verbose_name="launched by",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="participants",
            field=models.CharField(
                blank=True,
                help_text="Who takes part, for example: Toàn thể giáo viên, nhân viên nhà trường.",
                max_length=255,
                verbose_name="participants",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                help_text="The plan that it comes from, for example the plan of the school year.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="campaigns",
                to="campaigns.planpage",
                verbose_name="plan",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="scope",
            field=models.CharField(
                choices=[
                    ("national", "Nationwide"),
                    ("sector", "Ministry, sector or province"),
                    ("bloc", "Emulation cluster or bloc"),
                    ("unit", "Agency or unit"),
                ],
                default="unit",
                help_text="How far it reaches, for example: Cơ quan, đơn vị for a movement of one school.",
                max_length=12,
                verbose_name="scope",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="series",
            field=models.CharField(
                blank=True,
                help_text="The same words link the same movement over the years, for example: Đổi mới, sáng tạo.",
                max_length=160,
                verbose_name="series",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="starts_on",
            field=models.DateField(
                blank=True,
                help_text="The first day of the period, for example 05/09/2026.",
                null=True,
                verbose_name="from",
            ),
        ),
        migrations.AlterField(
            model_name="campaignpage",
            name="summary",
            field=models.TextField(
                blank=True,
                help_text="One or two sentences for the lists, for example: Mỗi lớp một giờ đọc sách mỗi tuần.",
                max_length=400,
                verbose_name="summary",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="abstract",
            field=models.TextField(
                blank=True,
                help_text="One sentence, without the type, for example: Công tác thi đua, khen thưởng năm 2026.",
                max_length=1000,
                verbose_name="abstract",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
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
            model_name="planpage",
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
            model_name="planpage",
            name="effective_on",
            field=models.DateField(
                blank=True,
                help_text="As the text states it, for example 01/01/2024. Empty: the day of issue, but not for laws.",
                null=True,
                verbose_name="in force from",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="expires_on",
            field=models.DateField(
                blank=True,
                help_text="The first day on which it is no longer in force, for example 01/03/2027.",
                null=True,
                verbose_name="expires on",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="issue_place",
            field=models.CharField(
                blank=True,
                help_text="The words before that date, for example: Hà Đông.",
                max_length=80,
                verbose_name="place",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="issued_on",
            field=models.DateField(
                blank=True,
                help_text="The date below the national motto, for example 24/09/2024.",
                null=True,
                verbose_name="issue date",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
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
            model_name="planpage",
            name="issuer_as_printed",
            field=models.CharField(
                blank=True,
                help_text="The bold line at the top left, for example: TRƯỜNG MẦM NON HOA SEN.",
                max_length=255,
                verbose_name="issuer as printed",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="parent_body_as_printed",
            field=models.CharField(
                blank=True,
                help_text="The line above the issuer, for example: ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG.",
                max_length=255,
                verbose_name="parent body as printed",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="period_from",
            field=models.DateField(
                blank=True,
                help_text="The first day that the plan covers, for example 01/01/2026.",
                null=True,
                verbose_name="period from",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="period_to",
            field=models.DateField(
                blank=True,
                help_text="The last day that the plan covers, for example 31/12/2026.",
                null=True,
                verbose_name="period to",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="signer",
            field=models.CharField(
                blank=True,
                help_text="The full name below the signature, for example: Nguyễn Thị Mẫu.",
                max_length=120,
                verbose_name="signer",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="signer_office",
            field=models.CharField(
                blank=True,
                help_text="The line above the signature, for example: HIỆU TRƯỞNG.",
                max_length=160,
                verbose_name="office of the signer",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="source_url",
            field=models.URLField(
                blank=True,
                help_text="Where the official text stands, for example a page of vbpl.vn.",
                max_length=500,
                verbose_name="official source",
            ),
        ),
    ]
