"""The ends of plans and campaigns get an index: the review queue looks for them."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_help_for_editors"),
    ]

    operations = [
        migrations.AlterField(
            model_name="campaignpage",
            name="ends_on",
            field=models.DateField(
                blank=True,
                db_index=True,
                help_text="The last day of the period, for example 20/11/2026.",
                null=True,
                verbose_name="to",
            ),
        ),
        migrations.AlterField(
            model_name="planpage",
            name="period_to",
            field=models.DateField(
                blank=True,
                db_index=True,
                help_text="The last day that the plan covers, for example 31/12/2026.",
                null=True,
                verbose_name="period to",
            ),
        ),
    ]
