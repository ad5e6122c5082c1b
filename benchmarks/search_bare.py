"""The bare query that each engine offers, over the same folded words: what a search at least costs.

SQLite: FTS5 with its own bm25, `ORDER BY rank LIMIT 20`. PostgreSQL: a tsvector 'simple' with GIN,
`ORDER BY ts_rank DESC LIMIT 20`. No permission, facets, snippets, titles or effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

LIMIT = 20
CHUNK = 2000
_FTS5 = "SELECT rowid FROM bench_bare WHERE bench_bare MATCH %s ORDER BY rank LIMIT %s"
_TS_RANK = """SELECT id FROM bench_bare, to_tsquery('simple', %s) AS asked WHERE words @@ asked
    ORDER BY ts_rank(words, asked) DESC LIMIT %s"""


def fill() -> None:
    """Make the table of all indexed passages."""
    from django.db import connection, transaction

    is_sqlite = connection.vendor == "sqlite"
    with transaction.atomic(), connection.cursor() as cursor:
        if is_sqlite:
            cursor.execute("CREATE VIRTUAL TABLE bench_bare USING fts5(words, content='')")
            sql = "INSERT INTO bench_bare (rowid, words) VALUES (%s, %s)"
        else:
            cursor.execute("CREATE TABLE bench_bare (id bigint PRIMARY KEY, words tsvector)")
            sql = "INSERT INTO bench_bare VALUES (%s, to_tsvector('simple', %s))"
        rows = _rows()
        while chunk := list(islice(rows, CHUNK)):
            cursor.executemany(sql, chunk)
        if is_sqlite:
            cursor.execute("INSERT INTO bench_bare (bench_bare) VALUES ('optimize')")
        else:
            cursor.execute("CREATE INDEX ON bench_bare USING gin (words)")
    if not is_sqlite:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE bench_bare")


def _rows() -> Iterator[tuple[int, str]]:
    from search.models import Passage

    found = Passage.objects.order_by("pk").values_list("pk", "folded_label", "folded")
    for key, label, words in found.iterator(chunk_size=CHUNK):
        yield key, f"{label} {words}"


def ask(words: Sequence[str], *, any_of: bool) -> list[Any]:
    """The best LIMIT passages that have all of `words` (folded), or any of them."""
    from django.db import connection

    is_sqlite = connection.vendor == "sqlite"
    quote, every, some = ('"', " AND ", " OR ") if is_sqlite else ("'", " & ", " | ")
    wanted = (some if any_of else every).join(f"{quote}{word}{quote}" for word in words)
    with connection.cursor() as cursor:
        cursor.execute(_FTS5 if is_sqlite else _TS_RANK, [wanted, LIMIT])
        return list(cursor.fetchall())
