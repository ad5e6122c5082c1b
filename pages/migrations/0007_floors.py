"""An index for the upper floors of the tree, which every page shows."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0006_roles_and_workflow")]

    operations = [
        migrations.AddIndex(
            model_name="portalpage",
            index=models.Index(fields=["depth", "path"], name="page_floors"),
        ),
    ]
