"""Folded words are packed, and what is packed begins with known phrases (`search.packed`);
PostgreSQL keeps no tsvector beside its index.

SQLite rewrites its rows, and nothing has to be indexed anew. PostgreSQL begins with an empty index,
which `manage.py prepare` (or `reindex`) fills.
"""

from __future__ import annotations

import zlib
from typing import Any

from django.db import migrations

from search.packed import PackedTextField, pack

TWINS = ("", "_next")
MODELS = ("Passage", "NextPassage")
EMPTIED = ("page", "passage", "vocabulary", "suggestion", "totals")
# First line: folded words, "|" between stretches, of which the words and pairs of neighbours are
# terms; second line: other terms. The cost is high enough that rows are never gone through one by
# one, low enough that no search seems worth compiling (`jit_above_cost`).
FUNCTION = """CREATE FUNCTION search_terms(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100 AS $$
    SELECT array_to_tsvector(
        array_remove(word, '|') || string_to_array(split_part(words, E'\\n', 2), ' ')
        || ARRAY(SELECT first || '_' || second FROM unnest(word, word[2:]) AS pair(first, second)
            WHERE first <> '|' AND second <> '|'))
    FROM string_to_array(split_part(words, E'\\n', 1), ' ') AS word $$"""
WORDS = (
    "CREATE TABLE search_words{twin} (id bigint NOT NULL PRIMARY KEY, words text NOT NULL)",
    # The planner learns from few rows: to make their terms costs more than to read them.
    "ALTER TABLE search_words{twin} ALTER id SET STATISTICS 10, ALTER words SET STATISTICS 0",
    """CREATE INDEX search_words{twin}_terms ON search_words{twin}
        USING gin (search_terms(words)) WITH (fastupdate = off)""",
    "ALTER INDEX search_words{twin}_terms ALTER COLUMN 1 SET STATISTICS 10",
)


def empty(apps: Any, schema_editor: Any) -> None:
    """PostgreSQL: no pages, and a table of words of the new make."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(FUNCTION, params=None)
    # Both before either is made: the indexes of twins that changed places have changed names.
    schema_editor.execute("DROP TABLE search_words, search_words_next")
    for twin in TWINS:
        for statement in WORDS:
            schema_editor.execute(statement.format(twin=twin))
        for table in EMPTIED:
            schema_editor.execute(f"TRUNCATE search_{table}{twin}")
    apps.get_model("search", "IndexState").objects.update(is_building=False)


def _packed_anew(packed: bytes) -> bytes:
    return pack(zlib.decompress(packed).decode())


def pack_texts(apps: Any, schema_editor: Any) -> None:
    """SQLite: both texts as `search.packed` reads them, row by row."""
    connection = schema_editor.connection
    if connection.vendor != "sqlite":
        return
    functions = {"search_packed": pack, "search_packed_anew": _packed_anew}
    for name, function in functions.items():
        connection.connection.create_function(name, 1, function, deterministic=True)
    for twin in TWINS:
        schema_editor.execute(
            f"UPDATE search_passage{twin}"  # noqa: S608 - our own names
            " SET folded = search_packed(folded), body = search_packed_anew(body)"
        )


class Migration(migrations.Migration):
    dependencies = [("search", "0006_shingles")]

    operations = [
        migrations.RunPython(empty),
        *(migrations.AlterField(name, "folded", PackedTextField(blank=True)) for name in MODELS),
        migrations.RunPython(pack_texts),
    ]
