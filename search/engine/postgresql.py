"""The table of words on PostgreSQL: a GIN index of a tsvector without positions.

The tsvector itself is kept nowhere, since pairs of neighbours make it five times the text: rows
hold what `search_terms` (a function of the database, see migration 0007) makes it of. This text in
turn lies apart from its row (`APART`): many rows to a page of the table make short postings in the
index, and a search that finds many of them reads few pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

from search.engine.alike import Written, change_places, moment
from search.engine.expression import Expression, to_tsquery

TERMS = "search_terms(words)"
SAMPLED = 10
# PostgreSQL compresses and moves out of the row only what is longer than 2 kB; blanks are packed to
# nothing. See migration 0008.
APART = " " * 2048
WAIT_FOR_UPKEEP, WAIT_FOR_READERS = "2s", "700ms"


def matching(expression: Expression, words: str) -> tuple[str, list[Any]]:
    """SQL and parameters for the passage ids (column `id`) that have `expression`."""
    return f"SELECT id FROM {words} WHERE {TERMS} @@ %s::tsquery", [to_tsquery(expression)]


def holds(passage: str, words: str, phrase: str) -> tuple[str, list[Any]]:
    """The condition that a passage (an alias) has the folded words of `phrase` side by side."""
    held = "' ' || split_part(w.words, E'\\n', 1) || ' ' LIKE %s"
    return f"EXISTS (SELECT FROM {words} w WHERE w.id = {passage}.id AND {held})", [f"% {phrase} %"]


def add_rows(cursor: Any, table: str, columns: Sequence[str], rows: Sequence[Any]) -> None:
    """Write rows, each a tuple of the values of `columns`."""
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def add_words(cursor: Any, words: str, rows: Iterable[Written]) -> None:
    """Write the terms of passages: a line of folded stretches, one of all other terms, and one that
    nobody reads."""
    with cursor.copy(f"COPY {words} (id, words) FROM STDIN") as copy:
        for row in rows:
            stretches = " | ".join(filter(None, row.stretches))
            copy.write_row((row.id, f"{stretches}\n{' '.join(row.others)}\n{APART}"))


def remove_words(cursor: Any, words: str, rows: Iterable[Written]) -> None:
    """Take out what `add_words` wrote."""
    cursor.execute(f"DELETE FROM {words} WHERE id = ANY(%s)", [[row.id for row in rows]])


def add_counts(cursor: Any, vocabulary: str, changed: dict[str, int]) -> None:
    """Add to the frequencies of terms; those that come to nothing are gone."""
    cursor.execute(
        f"INSERT INTO {vocabulary} AS v (term, df)"
        " SELECT * FROM unnest(%s::text[], %s::integer[])"
        " ON CONFLICT (term) DO UPDATE SET df = v.df + excluded.df",
        [list(changed), list(changed.values())],
    )
    fewer = [term for term, change in changed.items() if change < 0]
    if fewer:
        cursor.execute(f"DELETE FROM {vocabulary} WHERE term = ANY(%s) AND df <= 0", [fewer])


def remove_suggestions(
    cursor: Any, suggestions: str, rows: Sequence[tuple[str, str, int, int]]
) -> None:
    """Take out suggestions: `(audience, key, passage, kind)`."""
    audiences, keys, passages = ([row[place] for row in rows] for place in range(3))
    cursor.execute(
        f"DELETE FROM {suggestions} WHERE (audience, key, passage) IN"
        " (SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[]))",
        [audiences, keys, passages],
    )


def swap(cursor: Any, names: Sequence[str], *, is_patient: bool) -> None:
    """Every table changes places with its twin. Raises OperationalError while somebody reads.

    Nobody reads the twins but the database's own upkeep, which gives way to who waits longer than
    `deadlock_timeout` (1 s). Of the others all locks or none: a reader who holds one table and
    asks for the next would else wait in a circle with this. is_patient: wait for readers, all
    together for less than `deadlock_timeout`, so that it is never a reader who is sent away.
    """
    cursor.execute(f"SET LOCAL lock_timeout = '{WAIT_FOR_UPKEEP}'")
    twins = ", ".join(f"{name}_next" for name in names)
    cursor.execute(f"LOCK TABLE {twins} IN ACCESS EXCLUSIVE MODE")
    cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
    if is_patient:
        cursor.execute(f"SET LOCAL statement_timeout = '{WAIT_FOR_READERS}'")
    how = "" if is_patient else "NOWAIT"
    cursor.execute(f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE {how}")
    cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
    change_places(cursor, names)


def clear(cursor: Any, names: Sequence[str]) -> None:
    """The twins are empty, and without the index of words: to make it at the end costs far less."""
    cursor.execute(f"TRUNCATE {', '.join(f'{name}_next' for name in names)}")
    for index in _indexes_of_words(cursor, "search_words_next"):
        cursor.execute(f"DROP INDEX {index}")


def tidy(cursor: Any, names: Sequence[str]) -> None:
    """The twin of the table of words gets its index, without keeping writers waiting; the planner
    learns of all twins."""
    words = "search_words_next"
    # Half an index is left where a run was killed.
    for index in _indexes_of_words(cursor, words):
        cursor.execute(f"DROP INDEX {index}")
    # Indexes keep their names when tables change theirs, so one of the two names is taken.
    cursor.execute("SELECT to_regclass('search_words_terms') IS NULL")
    name = "search_words_terms" if cursor.fetchone()[0] else "search_words_next_terms"
    how = "" if cursor.db.in_atomic_block else "CONCURRENTLY"
    cursor.execute(
        f"CREATE INDEX {how} {name} ON {words} USING gin ({TERMS}) WITH (fastupdate = off)"
    )
    # The planner learns from few rows: to make their terms costs more than to read them.
    cursor.execute(f"ALTER INDEX {name} ALTER COLUMN 1 SET STATISTICS {SAMPLED}")
    for name in names:
        cursor.execute(f"ANALYZE {name}_next")


def has_index(cursor: Any, words: str) -> bool:
    """Whether the table of words has the whole of its index."""
    cursor.execute(
        "SELECT EXISTS (SELECT FROM pg_index WHERE indrelid = %s::regclass"
        " AND NOT indisprimary AND indisvalid)",
        [words],
    )
    return bool(cursor.fetchone()[0])


def _indexes_of_words(cursor: Any, words: str) -> list[str]:
    cursor.execute(
        "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " WHERE i.indrelid = %s::regclass AND NOT i.indisprimary",
        [words],
    )
    return [name for (name,) in cursor.fetchall()]


def frequencies(cursor: Any, words: str) -> Iterator[tuple[str, int]]:
    """Each term of the table of words, and how many passages have it."""
    cursor.execute("SELECT word, ndoc FROM ts_stat(%s)", [f"SELECT {TERMS} FROM {words}"])
    yield from cursor


def snapshot(connection: Any) -> AbstractContextManager[None]:
    """What is read in the block is of one moment; writers need not wait."""
    return moment(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
