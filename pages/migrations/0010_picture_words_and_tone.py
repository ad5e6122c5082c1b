"""Pictures are described or marked as decorative, and stand on a ground of their own colour."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from pages.picture_tone import tone_of


def find_tones(apps: Any, schema_editor: Any) -> None:
    """The colour of every picture that is there; none for one whose file is gone or damaged."""
    for picture in apps.get_model("pages", "PortalImage").objects.only("file").iterator():
        try:
            with picture.file.open("rb") as file:
                picture.tone = tone_of(file.read())
        except OSError:
            continue
        picture.save(update_fields=["tone"])


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0009_content_change"),
    ]

    operations = [
        migrations.AddField(
            model_name="portalimage",
            name="is_decorative",
            field=models.BooleanField(
                default=False,
                help_text="It tells nothing that the words beside it do not, for example a pattern. Screen readers pass over it.",
                verbose_name="decorative",
            ),
        ),
        migrations.AddField(
            model_name="portalimage",
            name="tone",
            field=models.CharField(blank=True, editable=False, max_length=12),
        ),
        migrations.RunPython(find_tones, migrations.RunPython.noop),
    ]
