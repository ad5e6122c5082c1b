"""What is done alike on both engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple


class Written(NamedTuple):
    """The terms of a passage. counted: those that the words and pairs of `stretches` are.

    stretches: the folded words of title, heading and text, a blank between two.
    """

    id: int
    terms: frozenset[str]
    counted: frozenset[str] | set[str]
    stretches: tuple[str, str, str]


def change_places(cursor: Any, names: Sequence[str]) -> None:
    """Each table gets the name of its twin, and the twin its name."""
    for name in names:
        cursor.execute(f"ALTER TABLE {name} RENAME TO {name}_old")
        cursor.execute(f"ALTER TABLE {name}_next RENAME TO {name}")
        cursor.execute(f"ALTER TABLE {name}_old RENAME TO {name}_next")


@contextmanager
def moment(connection: Any, begin: str) -> Iterator[None]:
    """What is read in the block is of one moment: of a transaction opened by `begin`, or of the
    one that is open."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
