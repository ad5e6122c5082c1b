"""Statements of other rooms' rules, made once: to make one costs more than to run it.

A statement is kept with the parameters of its making; for each run `given` puts the present moment
and the ids asked about in their places.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from copy import copy
from typing import Any

from django.db import connections
from django.utils import timezone

MOST_KEPT = 64


def places(count: int) -> range:
    """What stands for at least `count` ids while a statement is made: no row has these.

    Of few different lengths, so that few statements are kept.
    """
    return range(-(1 << max(count - 1, 1).bit_length()), 0)


def given(parameters: Iterable[Any], alias: str, ids: Sequence[int] = ()) -> list[Any]:
    """The parameters for a run: moments are now, and `places` the ids, the last repeated.

    alias: the database that is asked.
    """
    now = connections[alias].ops.adapt_datetimefield_value(timezone.now())
    following = _for_ever(ids)
    return [
        now if _is_moment(value) else next(following) if _is_place(value) else value
        for value in parameters
    ]


class KeptQuery:
    """Rows of a model by ids, with what the query selects beside them; each kind made once.

    made: the query of a kind for these ids, from whatever else it needs.
    """

    def __init__(self, made: Callable[..., Any]) -> None:
        self._made = made
        self._kept: dict[Hashable, tuple[Any, Any, str, tuple[Any, ...]]] = {}

    def rows(self, ids: Sequence[int], kind: Hashable, *needed: Any) -> list[Any]:
        """The rows that there are of `ids`. One statement, none without ids.

        kind: all that `needed` changes of the query. Raises ValueError for a query that finds
        nothing whatever is asked.
        """
        if not ids:
            return []
        stand_ins = places(len(ids))
        key = (kind, len(stand_ins))
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                # As many days as readers can name: those in use are soon there again.
                self._kept.clear()
            kept = self._kept[key] = self._compiled(self._made(list(stand_ins), *needed))
        query, compiler, sql, parameters = kept
        asked, again = query.all(), copy(compiler)
        again.connection = connections[asked.db]
        values = tuple(given(parameters, asked.db, ids))
        again.as_sql = lambda *_args, **_options: (sql, values)
        asked.query.get_compiler = lambda *_args, **_options: again
        return list(asked)

    @staticmethod
    def _compiled(query: Any) -> tuple[Any, Any, str, tuple[Any, ...]]:
        compiler = query.query.get_compiler(using=query.db)
        sql, parameters = compiler.as_sql()
        return query, compiler, sql, parameters


def _for_ever(ids: Sequence[int]) -> Iterator[int]:
    yield from ids
    while ids:
        yield ids[-1]


def _is_place(value: Any) -> bool:
    return isinstance(value, int) and value < 0


def _is_moment(value: Any) -> bool:
    """Whether a parameter is a moment; of words, states and days none has a blank."""
    return isinstance(value, dt.datetime) or (isinstance(value, str) and " " in value)
