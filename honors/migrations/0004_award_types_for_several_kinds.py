"""An award type may go to persons, to collectives and to households at once."""

from __future__ import annotations

import csv
from pathlib import Path

from django.db import migrations, models

TABLE = Path(__file__).parents[1] / "data" / "award_types.csv"
FIELDS = {
    "individual": "for_individuals",
    "collective": "for_collectives",
    "household": "for_households",
}
LABELS = {
    "individual": "given to persons",
    "collective": "given to collectives",
    "household": "given to households",
}


def recipients_of_the_table() -> dict[str, list[str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["recipients"].split() for row in csv.DictReader(file)}


def fill(apps, schema_editor) -> None:
    listed = recipients_of_the_table()
    for award_type in apps.get_model("honors", "AwardType").objects.all():
        for kind in {award_type.recipient_kind, *listed.get(award_type.code, [])}:
            setattr(award_type, FIELDS[kind], True)
        award_type.save()


def empty(apps, schema_editor) -> None:
    for award_type in apps.get_model("honors", "AwardType").objects.all():
        kinds = [kind for kind, field in FIELDS.items() if getattr(award_type, field)]
        award_type.recipient_kind = kinds[0] if kinds else "individual"
        award_type.save()


class Migration(migrations.Migration):
    dependencies = [("honors", "0003_register_rights")]

    operations = [
        *(
            migrations.AddField(
                "awardtype", field, models.BooleanField(LABELS[kind], default=False)
            )
            for kind, field in FIELDS.items()
        ),
        migrations.AlterField(
            "awardtype", "recipient_kind", models.CharField(default="individual", max_length=12)
        ),
        migrations.RunPython(fill, empty),
        migrations.RemoveField("awardtype", "recipient_kind"),
    ]
