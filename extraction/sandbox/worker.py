"""The reading process: takes one job after another from a pipe, answers on another.

Answers: ["ready"], ["format", name] as soon as it is known, then ["draft", fields],
["picture", base64], ["pages", number], ["pdf", base64] or ["error", code, message, data].
"""

from __future__ import annotations

import base64
import contextlib
import logging
import os
import select
import shutil
import struct
import tempfile
import threading
import traceback
import zipfile
import zlib
from collections.abc import Callable
from errno import EFBIG, ENOSPC
from pathlib import Path
from typing import Any

from extraction.content import format_of
from extraction.document import draft_of
from extraction.errors import (
    DamagedFileError,
    NoSuchPageError,
    OutOfMemoryError,
    ReaderFailedError,
    ReadError,
    TextTooLongError,
    UnpacksTooLargeError,
)
from extraction.files import PRINTED, load_readers, read_as
from extraction.limits import MEGABYTE, SLOW_FORMATS, Limits
from extraction.sandbox import frames, trees
from extraction.sandbox.confinement import allow_seconds, confine
from extraction.sandbox.wire import dumps, loads

_LONGEST_JOB = 65_536
_LONGEST_MESSAGE = 500
# What libraries raise for broken input, by the names of their modules: importing them costs time.
_FOREIGN = ("lxml", "pypdfium2", "PIL", "olefile", "zipfile", "html")
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, UnicodeError, RecursionError)


def serve(limits: Limits) -> None:
    """Read jobs from standard input until it closes or memory runs out."""
    load_readers()
    confine(limits)
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # libraries print what they like
    threading.stack_size(256 * 1024)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        frames.send(answers, dumps(["ready"]))
        is_well = True
        while is_well:
            job = loads(frames.receive(0, _LONGEST_JOB))
            is_well = _Job(job, answers, limits).do()
    except (frames.EndOfPipeError, BrokenPipeError):
        _end()


def _end_with_parent() -> None:
    """When the parent is gone, nobody else would end this process or remove its folder."""
    poll = select.poll()
    poll.register(0, 0)  # tells of a closed pipe even when no event is asked for
    poll.poll()
    _end()


def _end() -> None:
    shutil.rmtree(Path.cwd(), ignore_errors=True)
    trees.kill_below(os.getpid())
    os._exit(0)


class _Job:
    """One file: what to do with it, and where the answer goes."""

    def __init__(self, job: dict[str, Any], answers: int, limits: Limits) -> None:
        self._job, self._answers, self._limits = job, answers, limits
        self._path = Path(os.fsdecode(job["path"].encode("latin-1")))

    def do(self) -> bool:
        """Answer. Whether this process may go on."""
        allow_seconds(self._limits.cpu_seconds)
        folder = tempfile.mkdtemp(dir=Path.cwd())
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        answer, is_well = self._answer()
        shutil.rmtree(folder, ignore_errors=True)
        _end_children()
        frames.send(self._answers, answer)
        return is_well

    def _answer(self) -> tuple[bytes, bool]:
        try:
            answer = dumps(_ACTS[self._job["act"]](self))
            if len(answer) <= self._limits.answer_mb * MEGABYTE:
                return answer, True
            return _error(TextTooLongError(limit=str(self._limits.letters))), True
        except ReadError as error:
            return _error(error), True
        except MemoryError:
            return _error(OutOfMemoryError(limit=str(self._limits.memory_mb))), False
        except Exception as error:
            # The border of the house: whatever a hostile file provokes becomes one clear sentence.
            logging.exception("Could not read the file")
            return _error(self._known(error)), True

    def draft(self) -> list[object]:
        format = format_of(self._path, self._limits)
        frames.send(self._answers, dumps(["format", format]))
        allow_seconds(self._limits.cpu_seconds_for(format))
        return ["draft", draft_of(read_as(self._path, format, self._limits))]

    def picture(self) -> list[object]:
        from extraction.pictures import page_picture

        if format_of(self._path, self._limits) not in SLOW_FORMATS:
            raise NoSuchPageError("Nothing that can be drawn", page=str(self._job["page"]))
        data = page_picture(self._path, self._job["page"], self._job["width"])
        return ["picture", base64.b64encode(data).decode("ascii")]

    def pages(self) -> list[object]:
        from extraction.pictures import page_count

        can_be_drawn = format_of(self._path, self._limits) in SLOW_FORMATS
        return ["pages", page_count(self._path) if can_be_drawn else 0]

    def pdf(self) -> list[object]:
        from extraction.formats.office import as_pdf

        format = format_of(self._path, self._limits)
        data = as_pdf(self._path, format) if format in PRINTED else None
        return ["pdf", base64.b64encode(data or b"").decode("ascii")]

    def _known(self, error: Exception) -> ReadError:
        place = traceback.extract_tb(error.__traceback__)[-1]
        words = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        if isinstance(error, OSError) and error.errno in {EFBIG, ENOSPC}:
            return UnpacksTooLargeError(words, limit=str(self._limits.written_mb))
        if isinstance(error, _FAULTS) or type(error).__module__.split(".")[0] in _FOREIGN:
            return DamagedFileError(words)
        return ReaderFailedError(words)


_ACTS: dict[str, Callable[[_Job], list[object]]] = {
    "draft": _Job.draft,
    "picture": _Job.picture,
    "pages": _Job.pages,
    "pdf": _Job.pdf,
}


def _error(error: ReadError) -> bytes:
    return dumps(["error", error.code, str(error)[:_LONGEST_MESSAGE], error.data])


def _end_children() -> None:
    """Programs that a reader has left behind."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
        trees.kill_below(os.getpid())
        while True:
            os.waitpid(-1, 0)
