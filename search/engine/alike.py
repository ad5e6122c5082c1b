"""What is done alike on both engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from itertools import chain
from typing import Any, NamedTuple


class Written(NamedTuple):
    """The terms of a passage. counted: the words and pairs of `stretches`; others: all others.

    stretches: the folded words of title, heading and text, a blank between two.
    """

    id: int
    counted: Set[str]
    others: Set[str]
    stretches: tuple[str, str, str]

    @property
    def terms(self) -> Iterator[str]:
        """All terms, each once."""
        return chain(self.counted, self.others)


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
