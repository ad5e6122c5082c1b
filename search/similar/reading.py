"""The text of a file that was sent to be compared: read in a process of its own, never kept."""

from __future__ import annotations

import threading
from typing import Any

from extraction.errors import ReadError
from extraction.limits import MEGABYTE, Limits
from extraction.sandbox import read_safely
from regulations.intake.receipt import at_path

# Somebody waits for the answer: a long scan is for the readers beside the server.
LIMITS = Limits(seconds=20, scan_seconds=25, cpu_seconds=15, scan_cpu_seconds=20, file_mb=20)
LARGEST = LIMITS.file_mb * MEGABYTE
# Of one process of the server; who comes second is asked to come again.
_at_once = threading.BoundedSemaphore(1)


class BusyError(Exception):
    """Another file is being read."""


def text_of(file: Any) -> str:
    """The text of an uploaded file. Raises BusyError, or the ReadError that tells why not."""
    if not _at_once.acquire(blocking=False):
        raise BusyError
    try:
        with at_path(file) as path:
            return read_safely(path, LIMITS).text
    except OSError as error:
        raise ReadError(str(error)) from error
    finally:
        _at_once.release()
