from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """What tells that kept pages are out of date, and where the next page that ends is found."""

    dependencies = [
        ("pages", "0008_information_page"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentChange",
            fields=[
                ("writer", models.BigIntegerField(primary_key=True, serialize=False)),
                ("token", models.BigIntegerField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddIndex(
            model_name="portalpage",
            index=models.Index(
                condition=models.Q(("expire_at__isnull", False)),
                fields=["expire_at"],
                name="page_ends",
            ),
        ),
    ]
