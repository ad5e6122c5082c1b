"""The table of words on SQLite: a contentless FTS5 table of one column, without positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

from search.engine.alike import Written, change_places, moment
from search.engine.expression import Expression, to_fts5
from search.packed import unpack

MERGED_AT_ONCE = 500


def matching(expression: Expression, words: str) -> tuple[str, list[Any]]:
    """SQL and parameters for the passage ids (column `id`) that have `expression`."""
    return f"SELECT rowid AS id FROM {words} WHERE {words} MATCH %s", [to_fts5(expression)]


def holds(passage: str, words: str, phrase: str) -> tuple[str, list[Any]]:
    """The condition that a passage (an alias) has the folded words of `phrase` side by side."""
    return f"search_holds({passage}.folded, %s)", [phrase]


def prepare(connection: Any) -> None:
    """Teach a new connection what `holds` asks."""
    connection.create_function("search_holds", 2, _holds, deterministic=True)


def _holds(packed: bytes, phrase: str) -> bool:
    return f" {phrase} " in f" {unpack(packed)} "


def add_rows(cursor: Any, table: str, columns: Sequence[str], rows: Sequence[Any]) -> None:
    """Write rows, each a tuple of the values of `columns`."""
    marks = ", ".join(["%s"] * len(columns))
    cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def add_words(cursor: Any, words: str, rows: Iterable[Written]) -> None:
    """Write the terms of passages."""
    cursor.executemany(
        f"INSERT INTO {words} (rowid, terms) VALUES (%s, %s)",
        [(row.id, " ".join(row.terms)) for row in rows],
    )


def remove_words(cursor: Any, words: str, rows: Iterable[Written]) -> None:
    """Take out what `add_words` wrote; FTS5 must be told the very same terms."""
    cursor.executemany(
        f"INSERT INTO {words} ({words}, rowid, terms) VALUES ('delete', %s, %s)",
        [(row.id, " ".join(row.terms)) for row in rows],
    )


def add_counts(cursor: Any, vocabulary: str, changed: dict[str, int]) -> None:
    """Add to the frequencies of terms; those that come to nothing are gone."""
    cursor.executemany(
        f"INSERT INTO {vocabulary} (term, df) VALUES (%s, %s)"
        " ON CONFLICT (term) DO UPDATE SET df = df + excluded.df",
        list(changed.items()),
    )
    fewer = [(term,) for term, change in changed.items() if change < 0]
    cursor.executemany(f"DELETE FROM {vocabulary} WHERE term = %s AND df <= 0", fewer)


def remove_suggestions(
    cursor: Any, suggestions: str, rows: Sequence[tuple[str, str, int, int]]
) -> None:
    """Take out suggestions: `(audience, key, passage, kind)`."""
    cursor.executemany(
        f"DELETE FROM {suggestions} WHERE audience = %s AND key = %s AND passage = %s",
        [row[:3] for row in rows],
    )


def swap(cursor: Any, names: Sequence[str], *, is_patient: bool) -> None:
    """Every table changes places with its twin; readers are never in the way."""
    change_places(cursor, names)


def clear(cursor: Any, names: Sequence[str]) -> None:
    """The twins are empty; a contentless table of words has a word of its own for that."""
    for name in names:
        if name.endswith("_words"):
            cursor.execute(f"INSERT INTO {name}_next ({name}_next) VALUES ('delete-all')")
        else:
            cursor.execute(f"DELETE FROM {name}_next")


def tidy(cursor: Any, names: Sequence[str]) -> None:
    """Merge the segments of the twin of the table of words, so many pages at a time."""
    words = next(f"{name}_next" for name in names if name.endswith("_words"))
    pages = -MERGED_AT_ONCE
    while True:
        before = cursor.connection.total_changes
        cursor.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('merge', {pages})")
        # SQLite's documentation: a merge that changed fewer than two rows had nothing to do.
        if cursor.connection.total_changes - before < len("ab"):
            return
        pages = MERGED_AT_ONCE


def has_index(cursor: Any, words: str) -> bool:
    """Always: the table is the index."""
    return True


def frequencies(cursor: Any, words: str) -> Iterator[tuple[str, int]]:
    """Each term of the table of words, and how many passages have it."""
    cursor.execute(f"CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, {words}, row)")
    cursor.execute("SELECT term, doc FROM temp.search_terms")
    yield from cursor
    cursor.execute("DROP TABLE temp.search_terms")


def snapshot(connection: Any) -> AbstractContextManager[None]:
    """What is read in the block is of one moment; writers need not wait."""
    return moment(connection, "BEGIN DEFERRED")
