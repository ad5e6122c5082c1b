"""A real server with one worker, and what its requests cost by the worker's own accounting."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 90.0
# Sockets of a keep-alive connection that gunicorn closes by itself are opened again.
PER_CONNECTION = 50
THREADS = 4
# Fields of /proc/<pid>/stat (proc(5)) after the name.
PARENT, USER, SYSTEM = 1, 11, 12


@dataclass(frozen=True, slots=True)
class Given:
    """Status, headers in lower case, and length of the body."""

    status: int
    headers: dict[str, str]
    length: int


class Worker:
    """Gunicorn with one worker of four threads, as `portal.serve` runs it; ended on leaving."""

    def __init__(self, application: str, **environment: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "--workers", "1", "--worker-class", "gthread"]
        command += ["--threads", str(THREADS), "--timeout", "300", "--log-level", "warning"]
        command += ["--bind", f"127.0.0.1:{self.port}", application]
        own = {"PORTAL_PORT": str(self.port), **environment}
        self.server = subprocess.Popen(command, env={**os.environ, **own})

    def __enter__(self) -> Self:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.ask("/", 1)
            except OSError:
                if time.monotonic() > end or self.server.poll() is not None:
                    raise
                time.sleep(0.2)
            else:
                return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.server.terminate()
        self.server.wait()

    def ask(self, address: str, times: int, **headers: str) -> Given:
        """Ask for `address` so many times; the last answer. Raises OSError, HTTPException."""
        sent = {"Accept-Encoding": "gzip, br", "Host": f"localhost:{self.port}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        for turn in range(times):
            if turn % PER_CONNECTION == 0:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            connection.request("GET", address, headers=sent)
            answer = connection.getresponse()
            length = len(answer.read())
        connection.close()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Given(answer.status, told, length)

    def cost(self, address: str, times: int, rounds: int = 5, **headers: str) -> float:
        """CPU milliseconds of a request: the best of so many rounds of `times` requests each."""
        self.ask(address, 3 * THREADS, **headers)
        spent = []
        for _ in range(rounds):
            before = self._milliseconds()
            self.ask(address, times, **headers)
            spent.append((self._milliseconds() - before) / times)
        return min(spent)

    def _milliseconds(self) -> float:
        """The processor time of the worker, all threads, in steps of the kernel's clock (10 ms)."""
        fields = [fields_of(path) for path in Path("/proc").glob("[0-9]*/stat")]
        own = [told for told in fields if told and told[PARENT] == str(self.server.pid)]
        ticks = sum(int(told[USER]) + int(told[SYSTEM]) for told in own)
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def fields_of(path: Path) -> list[str]:
    """What the kernel tells of a process after its name; nothing of one that has just ended."""
    try:
        return path.read_text().rpartition(")")[2].split()
    except OSError:
        return []
