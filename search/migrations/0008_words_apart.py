"""PostgreSQL keeps the words of a passage apart from the rows that its index leads to.

What is there stays as it is and answers; `manage.py reindex` writes it anew.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

TABLES = ("search_words", "search_words_next")


def move_apart(apps: Any, schema_editor: Any) -> None:
    """Whatever is long is moved out, until the row is short."""
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"ALTER TABLE {table} SET (toast_tuple_target = 128)")


def keep_together(apps: Any, schema_editor: Any) -> None:
    """The reverse of `move_apart`."""
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"ALTER TABLE {table} RESET (toast_tuple_target)")


class Migration(migrations.Migration):
    dependencies = [("search", "0007_folded_words_packed")]

    operations = [migrations.RunPython(move_apart, keep_together)]
