"""Queries that are put into SQL once a process.

Django writes the SQL of a query anew each time it runs, which costs many times what the database
takes to answer: half of what a page cost. Here the SQL is written once, and each run only fills in
the values that are left open (`pages.late`). The rows are the same objects as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import local
from typing import Any

from django.db import connections
from django.db.models import QuerySet

from pages.late import filled, left_open


class Statement:
    """A query by its shape: `build(*shape)` gives the queryset, with `Given` for what varies.

    shape: all that the SQL itself depends on, for example for which audiences or how many
    numbers. It must come from few: each is kept for the life of the process.
    """

    def __init__(self, build: Callable[..., QuerySet]) -> None:
        self._build = build
        # A connection belongs to a thread, and what is written belongs to a connection.
        self._of_thread = local()

    def rows(self, *shape: Hashable, **given: Any) -> list[Any]:
        """What the query gives now; one query, and those that it prefetches.

        Raises KeyError when a value that is left open does not come.
        """
        written = self._of_thread.__dict__.setdefault("written", {})
        kept = written.get(shape)
        if kept is None or not kept.is_current:
            kept = written[shape] = _Written(self._build(*shape))
        return kept.run(given)


class _Written:
    """A queryset whose SQL is there; stands where Django looks for the query of a queryset."""

    def __init__(self, queryset: QuerySet) -> None:
        self._queryset = queryset
        self._connection = connections[queryset.db]
        self._compiler = queryset.query.get_compiler(connection=self._connection)
        with left_open():
            self._sql, self._parameters = self._compiler.as_sql()
        columns = [column for column, *_ in self._compiler.select[: self._compiler.col_count]]
        converters = self._compiler.get_converters(columns)
        self._compiler.get_converters = lambda expressions: converters

    def __getattr__(self, name: str) -> Any:
        return getattr(self._queryset.query, name)

    @property
    def is_current(self) -> bool:
        """Whether it was written for the connection that this thread has now."""
        return connections[self._queryset.db] is self._connection

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        """The compiler that knows the SQL already."""
        return self._compiler

    def run(self, given: dict[str, Any]) -> list[Any]:
        """The rows with these values."""
        parameters = filled(self._parameters, self._connection, given)
        self._compiler.as_sql = lambda *args, **kwargs: (self._sql, parameters)
        asked = self._queryset
        run = type(asked)(model=asked.model, query=self, using=asked.db)
        for name in ("_iterable_class", "_fields", "_prefetch_related_lookups"):
            setattr(run, name, getattr(asked, name))
        return list(run)
