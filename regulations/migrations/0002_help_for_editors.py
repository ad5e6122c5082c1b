"""What editors read beside the fields; pictures in bodies are read with their sizes."""

from __future__ import annotations

import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0001_initial"),
        ("regulations", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="documentrecord",
            name="document_type",
            field=models.CharField(
                blank=True,
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
                db_index=True,
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="abstract",
            field=models.TextField(
                blank=True,
                help_text="One sentence, without the type, for example: Công tác thi đua, khen thưởng năm 2026.",
                max_length=1000,
                verbose_name="abstract",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
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
            model_name="regulationpage",
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
            model_name="regulationpage",
            name="effective_on",
            field=models.DateField(
                blank=True,
                help_text="As the text states it, for example 01/01/2024. Empty: the day of issue, but not for laws.",
                null=True,
                verbose_name="in force from",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="expires_on",
            field=models.DateField(
                blank=True,
                help_text="The first day on which it is no longer in force, for example 01/03/2027.",
                null=True,
                verbose_name="expires on",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="issue_place",
            field=models.CharField(
                blank=True,
                help_text="The words before that date, for example: Hà Đông.",
                max_length=80,
                verbose_name="place",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="issued_on",
            field=models.DateField(
                blank=True,
                help_text="The date below the national motto, for example 24/09/2024.",
                null=True,
                verbose_name="issue date",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
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
            model_name="regulationpage",
            name="issuer_as_printed",
            field=models.CharField(
                blank=True,
                help_text="The bold line at the top left, for example: TRƯỜNG MẦM NON HOA SEN.",
                max_length=255,
                verbose_name="issuer as printed",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="parent_body_as_printed",
            field=models.CharField(
                blank=True,
                help_text="The line above the issuer, for example: ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG.",
                max_length=255,
                verbose_name="parent body as printed",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="signer",
            field=models.CharField(
                blank=True,
                help_text="The full name below the signature, for example: Nguyễn Thị Mẫu.",
                max_length=120,
                verbose_name="signer",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="signer_office",
            field=models.CharField(
                blank=True,
                help_text="The line above the signature, for example: HIỆU TRƯỞNG.",
                max_length=160,
                verbose_name="office of the signer",
            ),
        ),
        migrations.AlterField(
            model_name="regulationpage",
            name="source_url",
            field=models.URLField(
                blank=True,
                help_text="Where the official text stands, for example a page of vbpl.vn.",
                max_length=500,
                verbose_name="official source",
            ),
        ),
    ]
