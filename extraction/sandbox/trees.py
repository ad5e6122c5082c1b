"""A process and all that it has started: LibreOffice starts others, and those again others."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

_PROC = Path("/proc")


def kill_tree(pid: int) -> None:
    """End process `pid`, which leads its own group and session, with all below it.

    The process must not have been waited for: its number would be somebody else's.
    """
    _signal_group(pid, signal.SIGSTOP)  # nobody starts another while the list is made
    kill_below(pid)
    _signal_group(pid, signal.SIGKILL)


def kill_below(pid: int) -> None:
    """End all processes that descend from `pid` or belong to its session, not itself."""
    for other in _below(pid):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(other, signal.SIGKILL)


def resident_mb(pid: int) -> float:
    """Memory of process `pid` in megabytes, without what it shares; 0 where it cannot be known."""
    try:
        pages = (_PROC / str(pid) / "statm").read_text().split()
    except OSError:
        return 0
    return (int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _signal_group(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)


def _below(pid: int) -> list[int]:
    rows = _processes()
    found = {pid} | {row[0] for row in rows if row[2] == pid}
    grown = True
    while grown:
        more = {row[0] for row in rows if row[1] in found} - found
        found |= more
        grown = bool(more)
    return sorted(found - {pid, os.getpid()})


def _processes() -> list[tuple[int, int, int]]:
    """Number, parent and session of every process: fields 4 and 6 of /proc/PID/stat."""
    rows: list[tuple[int, int, int]] = []
    with contextlib.suppress(OSError):
        for entry in _PROC.iterdir():
            if entry.name.isdigit():
                rows += _process(entry)
    return rows


def _process(entry: Path) -> list[tuple[int, int, int]]:
    try:
        fields = (entry / "stat").read_text(errors="replace")
    except OSError:  # it has ended meanwhile
        return []
    after = fields.rpartition(")")[2].split()
    return [(int(entry.name), int(after[1]), int(after[3]))]
