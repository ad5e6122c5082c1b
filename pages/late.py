"""Values of a query that are asked for when it runs, not when it is written down.

With them a query can be put into SQL once a process (`pages.statement`); anywhere else they are
values like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import BigAutoField, DateField, DateTimeField, Field, Value
from django.utils import timezone

_left_open: ContextVar[bool] = ContextVar("late_values_left_open", default=False)


class Late(Value):
    """What `ask` answers when the query runs: `Late(timezone.now, DateTimeField())`."""

    def __init__(self, ask: Callable[[], Any], output_field: Field) -> None:
        super().__init__(ask, output_field=output_field)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """One parameter: the value now, or this expression itself while a statement is written."""
        return "%s", [self if _left_open.get() else self.told(connection, {})]

    def told(self, connection: Any, given: dict[str, Any]) -> Any:
        """The value as the database takes it; `given`: what came with the run, by name."""
        return self.output_field.get_db_prep_value(self.value(), connection, prepared=False)


class Given(Late):
    """What comes under `name` with each run of a `Statement`; nowhere else.

    Raises KeyError when nothing does.
    """

    def __init__(self, name: str, output_field: Field) -> None:
        Value.__init__(self, name, output_field=output_field)

    def told(self, connection: Any, given: dict[str, Any]) -> Any:
        """The value that came, as the database takes it."""
        return self.output_field.get_db_prep_value(given[self.value], connection, prepared=False)


def this_moment() -> Late:
    """The moment at which the query runs."""
    return Late(lambda: timezone.now(), DateTimeField())


def this_day() -> Late:
    """The day on which the query runs, in the portal's time zone."""
    return Late(lambda: timezone.localdate(), DateField())


def row(name: str) -> Given:
    """The number of a row, which comes as `name`."""
    return Given(name, BigAutoField())


def several(name: str, many: int) -> list[Given]:
    """So many numbers of rows, which come as `name0`, `name1`, ..."""
    return [row(f"{name}{place}") for place in range(many)]


def rounded(rows: Sequence[int]) -> list[int]:
    """The same numbers, the last repeated up to a power of two: of any number of rows come few
    statements. Raises IndexError without rows.
    """
    last = rows[-1]
    return [*rows, *[last] * ((1 << (len(rows) - 1).bit_length()) - len(rows))]


def numbered(name: str, rows: Iterable[int]) -> dict[str, int]:
    """Numbers of rows as `several` of the same name waits for them."""
    return {f"{name}{place}": number for place, number in enumerate(rows)}


@contextmanager
def left_open() -> Iterator[None]:
    """Queries put into SQL meanwhile keep their late values open."""
    token = _left_open.set(True)
    try:
        yield
    finally:
        _left_open.reset(token)


def filled(
    parameters: Iterable[Any], connection: Any, given: dict[str, Any] | None = None
) -> tuple[Any, ...]:
    """Parameters of a statement for a run: what was left open is asked for now.

    Raises KeyError when a value that is left open does not come.
    """
    come = given or {}
    return tuple(one.told(connection, come) if isinstance(one, Late) else one for one in parameters)
