"""Packed texts begin with known phrases.

SQLite packs its rows anew; PostgreSQL, whose index 0007 emptied, has none.
"""

from __future__ import annotations

import zlib
from typing import Any

from django.db import migrations

from search.packed import pack

TWINS = ("", "_next")
EMPTIED = ("page", "passage", "words", "vocabulary", "suggestion", "totals")


def _anew(packed: bytes) -> bytes:
    return pack(zlib.decompress(packed).decode())


def pack_anew(apps: Any, schema_editor: Any) -> None:
    """Every text as `search.packed` reads it."""
    connection = schema_editor.connection
    if connection.vendor == "sqlite":
        connection.connection.create_function("search_anew", 1, _anew, deterministic=True)
    for twin in TWINS:
        if connection.vendor == "sqlite":
            schema_editor.execute(
                f"UPDATE search_passage{twin}"  # noqa: S608 - our own names
                " SET folded = search_anew(folded), body = search_anew(body)"
            )
        else:
            emptied = ", ".join(f"search_{table}{twin}" for table in EMPTIED)
            schema_editor.execute(f"TRUNCATE {emptied}")


class Migration(migrations.Migration):
    dependencies = [("search", "0007_folded_words_packed")]

    operations = [migrations.RunPython(pack_anew)]
