"""CPU time of this process and, with a server, of the process that serves this connection."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


class Clock:
    """`python` and `server`: seconds of CPU since they began; a file engine has no server.

    The server's are those of one backend: parallel workers are switched off for the session.
    Raises ProcessLookupError when the server is on another machine.
    """

    def __init__(self) -> None:
        from django.db import connection

        self._clock: int | None = None
        connection.ensure_connection()
        if connection.vendor != "postgresql":
            return
        with connection.cursor() as cursor:
            cursor.execute("SET max_parallel_workers_per_gather = 0")
            cursor.execute("SELECT pg_backend_pid()")
            (process,) = cursor.fetchone()
        if "postgres" not in Path(f"/proc/{process}/comm").read_text(encoding="ascii"):
            raise ProcessLookupError("The server is on another machine: its CPU cannot be read.")
        # clock_getcpuclockid(3) of Linux: /proc/PID/stat counts in steps of 10 ms only.
        self._clock = (~process << 3) | 2

    @property
    def python(self) -> float:
        """Of this process."""
        return time.process_time()

    @property
    def server(self) -> float:
        """Of the backend."""
        return time.clock_gettime(self._clock) if self._clock else 0.0

    def spent(self, act: Callable[[], Any]) -> tuple[float, float]:
        """Milliseconds of CPU of Python and of the server that `act` takes."""
        python, server = self.python, self.server
        act()
        return (self.python - python) * 1000, (self.server - server) * 1000


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
