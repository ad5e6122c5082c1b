"""Inserts rows by the hundred thousand, faster than a model instance each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, models

CHUNK = 5000


def insert(template: Any, names: list[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """Insert `rows` of the columns `names` into the template's own table; the rest is as in it.

    The table alone: rows of a page are inserted into the table of the base page first. Returns how
    many rows.
    """
    fields = template._meta.local_concrete_fields
    fixed = {
        f.attname: f.get_db_prep_save(getattr(template, f.attname), connection) for f in fields
    }
    varied = [next(f for f in fields if f.attname == name) for name in names]
    others = [f for f in fields if f.attname not in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(f.column) for f in [*varied, *others])
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quote(template._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608
    rest = tuple(fixed[f.attname] for f in others)
    made, source = 0, _prepared(varied, rest, rows)
    with connection.cursor() as cursor:
        while chunk := list(islice(source, CHUNK)):
            cursor.executemany(sql, chunk)
            made += len(chunk)
    return made


def _prepared(
    varied: list[Any], rest: tuple[Any, ...], rows: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    """Only what a database wants in another form is converted: 2 million rows take long enough."""
    odd = (models.DateField, models.DateTimeField, models.UUIDField)
    places = [place for place, field in enumerate(varied) if isinstance(field, odd)]
    for row in rows:
        values = list(row)
        for place in places:
            values[place] = varied[place].get_db_prep_save(values[place], connection)
        yield (*values, *rest)


@contextmanager
def roomy() -> Iterator[None]:
    """SQLite keeps a gigabyte of pages in memory while rows are made; then what the site has."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA cache_size").fetchone()
        cursor.execute("PRAGMA cache_size=-1000000")
        yield
        cursor.execute(f"PRAGMA cache_size={usual}")


def settle(*tables: type[models.Model]) -> None:
    """Sequences go on behind the rows, and a server's planner knows the tables, as it soon would.

    SQLite keeps no statistics by itself: there plans must be good without.
    """
    with connection.cursor() as cursor:
        from django.core.management.color import no_style

        for sql in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(sql)
        if connection.vendor != "sqlite":
            cursor.execute("ANALYZE")
