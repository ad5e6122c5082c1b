"""One run at a time makes the index anew; whoever dies makes room at once.

The lock belongs to a connection of its own (PostgreSQL) or to an open file (SQLite), so the end of
the process ends it. A database in memory belongs to one process.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections

from search.engine.state import writing_alias

# Any number that nothing else of the portal locks.
LOCK = 5_190_611
BETWEEN_TRIES = 0.5


@contextmanager
def alone() -> Iterator[bool]:
    """Wait until no other run is at it; whether there was one to wait for."""
    connection = connections[writing_alias()]
    locks = {"sqlite": _file, "postgresql": _advisory}
    with locks[connection.vendor](connection) as waited:
        yield waited


@contextmanager
def _advisory(connection: Any) -> Iterator[bool]:
    """Asked for again and again: a statement that waits would keep CREATE INDEX waiting for it."""
    own = connection.copy()
    waited = False
    try:
        with own.cursor() as cursor:
            while True:
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
                if cursor.fetchone()[0]:
                    break
                waited = True
                time.sleep(BETWEEN_TRIES)
            yield waited
    finally:
        own.close()


@contextmanager
def _file(connection: Any) -> Iterator[bool]:
    """A file beside the database."""
    if connection.is_in_memory_db():
        yield False
        return
    with Path(f"{connection.settings_dict['NAME']}.reindex").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            waited = False
        except BlockingIOError:
            fcntl.flock(file, fcntl.LOCK_EX)
            waited = True
        yield waited
