"""Reasons for which a document stands in the review queue; rooms above register their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

# What is counted is told up to here; more is "1000+".
MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the queue: the page, what is the matter, and the basis that it is about.

    facts: what to look at, in words. target, until: of a basis, None for other reasons.
    """

    page: Any
    sentence: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    target: Any = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """rows: the queryset of what stands there for a user on a day, checked lines left out.
    items: its rows (a page of them) as lines. otherwise: the rows where `rows` has none, for a
    queue that has to be looked for in two places.
    """

    code: str
    # Where it stands among the others.
    place: int
    label: Any
    help: Any
    rows: Callable[[Any, dt.date], Any]
    items: Callable[[list[Any], Any, dt.date], list[Item]]
    otherwise: Callable[[Any, dt.date], Any] | None = None

    def shown(self, user: Any, day: dt.date) -> Any:
        """The queryset of the lines to be shown; one query more where there are two places."""
        rows = self.rows(user, day)
        return rows if self.otherwise is None or rows.exists() else self.otherwise(user, day)

    def counted(self, user: Any, day: dt.date) -> tuple[str, list[Any]]:
        """An SQL expression for how many lines there are, at most `MOST_COUNTED` + 1; values."""
        sql, values = _count(self.rows(user, day))
        if self.otherwise is None:
            return sql, values
        further, further_values = _count(self.otherwise(user, day))
        return f"COALESCE(NULLIF({sql}, 0), {further})", [*values, *further_values]


def _count(rows: Any) -> tuple[str, list[Any]]:
    bounded = rows.order_by().values("pk")[: MOST_COUNTED + 1]
    sql, values = bounded.query.sql_with_params()
    # Nothing but SQL that Django wrote, with its parameters apart.
    return f"(SELECT COUNT(*) FROM ({sql}) AS lines)", list(values)  # noqa: S608


_registered: dict[str, Reason] = {}


def register(reason: Reason) -> None:
    """Add a reason; called once at start-up by the room that knows of it."""
    _registered[reason.code] = reason


def reason_registry() -> list[Reason]:
    """All reasons in their order."""
    return sorted(_registered.values(), key=lambda reason: reason.place)


def counts_of(user: Any, day: dt.date) -> list[tuple[Reason, int]]:
    """How many lines each reason has, at most `MOST_COUNTED` + 1; one query for all."""
    reasons = reason_registry()
    counted = [reason.counted(user, day) for reason in reasons]
    parts = [sql for sql, _values in counted]
    values = [value for _sql, given in counted for value in given]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return list(zip(reasons, cursor.fetchone(), strict=True))
