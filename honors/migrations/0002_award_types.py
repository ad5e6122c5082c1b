"""The catalogue of award types, from the cited table in honors/data; editable afterwards."""

from __future__ import annotations

import csv
from pathlib import Path

from django.db import migrations

from vietnamese import fold

TABLE = Path(__file__).parents[1] / "data" / "award_types.csv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add(apps, schema_editor) -> None:
    award_type = apps.get_model("honors", "AwardType")
    for row in rows():
        fields = dict(row)
        code = fields.pop("code")
        # The table of that day had room for one kind; `0004` fills in the others.
        fields["recipient_kind"] = fields.pop("recipients").split()[0]
        fields["valid_from"] = fields["valid_from"] or None
        fields["checked_on"] = fields["checked_on"] or None
        fields["is_verified"] = fields["is_verified"] == "1"
        fields["folded_name"] = fold(fields["name"])
        award_type.objects.get_or_create(code=code, defaults=fields)


def remove(apps, schema_editor) -> None:
    award_type = apps.get_model("honors", "AwardType")
    award_type.objects.filter(code__in=[row["code"] for row in rows()], awards=None).delete()


class Migration(migrations.Migration):
    dependencies = [("honors", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
