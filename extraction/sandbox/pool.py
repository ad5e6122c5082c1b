"""Several reading processes, kept warm: a start costs more than most files."""

from __future__ import annotations

import base64
import binascii
import os
import queue
import stat
from errno import EISDIR
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from extraction.document import DocumentDraft
from extraction.errors import OutOfMemoryError, ReaderDiedError, ReadError
from extraction.limits import DEFAULT, Limits
from extraction.sandbox.process import ReaderProcess
from extraction.sandbox.wire import WireError, draft_from

_FILES_EACH: Final = 100
_PICTURES: Final = (b"RIFF", b"\x89PNG", b"\xff\xd8\xff")
_WIDEST: Final = 4000
_MOST_PAGES: Final = 1_000_000


class ReaderPool:
    """At most `jobs` reading processes, shared by any number of threads.

    A process is renewed after `files_each` files, when it has grown to half of its memory, and
    when it died: the others do not notice. Not to be shared over a fork.
    """

    def __init__(
        self, jobs: int = 2, limits: Limits = DEFAULT, files_each: int = _FILES_EACH
    ) -> None:
        self.jobs = jobs
        self._places: queue.LifoQueue[_Place] = queue.LifoQueue()
        self._all = [_Place(limits, files_each) for _ in range(jobs)]
        for place in self._all:
            self._places.put(place)

    @property
    def started(self) -> int:
        """How many processes have been started so far."""
        return sum(place.started for place in self._all)

    @property
    def memory_mb(self) -> float:
        """Private memory, in megabytes, of the process that holds most of it now."""
        return max(place.memory_mb for place in self._all)

    def read(self, path: Path) -> DocumentDraft:
        """The draft of the file at `path`. Raises ReadError, and OSError if it cannot be opened."""
        try:
            return draft_from(self._ask("draft", path))
        except WireError as error:
            raise ReaderDiedError(f"The reader answered nonsense: {error}") from error

    def picture(self, path: Path, page: int, width: int) -> bytes:
        """Page `page` (from 1) as a picture `width` pixels wide. Raises as `read` does."""
        answer = self._ask("picture", path, page=page, width=min(width, _WIDEST))
        return _bytes(answer, _PICTURES)

    def pdf(self, path: Path) -> bytes | None:
        """A Word, OpenDocument or RTF file as LibreOffice prints it. Raises as `read` does.

        None for other kinds and without LibreOffice.
        """
        answer = self._ask("pdf", path)
        return _bytes(answer, (b"%PDF-",)) if answer else None

    def page_count(self, path: Path) -> int:
        """How many pages can be drawn: 0 for texts and Word files. Raises as `read` does."""
        answer = self._ask("pages", path)
        if type(answer) is not int or not 0 <= answer <= _MOST_PAGES:
            raise ReaderDiedError("The reader answered nonsense: no number of pages")
        return answer

    def close(self) -> None:
        """End all processes, once each has finished the file that it has in hand."""
        places = [self._places.get() for _ in range(self.jobs)]
        for place in places:
            place.close()
            self._places.put(place)

    def stop(self) -> None:
        """End all processes at once; who waits for an answer gets a ReaderDiedError."""
        for place in self._all:
            place.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _ask(self, act: str, path: Path, **more: int) -> Any:
        _check_can_be_opened(path)
        place = self._places.get()
        try:
            return place.ask(act, path, **more)
        finally:
            self._places.put(place)


class _Place:
    """Room for one reading process, which comes and goes."""

    def __init__(self, limits: Limits, files_each: int) -> None:
        self._limits, self._files_each = limits, files_each
        self._process: ReaderProcess | None = None
        self._is_stopped = False
        self.started = 0

    @property
    def memory_mb(self) -> float:
        process = self._process
        return process.memory_mb if process else 0

    def ask(self, act: str, path: Path, **more: int) -> Any:
        """The answer of a warm process, or of a new one."""
        was_warm = self._process is not None
        try:
            return self._ask(act, path, **more)
        except (ReaderDiedError, OutOfMemoryError):
            if not was_warm or self._is_stopped:
                raise
            # What an earlier file has left behind must not hurt this one.
            return self._ask(act, path, **more)

    def stop(self) -> None:
        """From another thread than the one that asks."""
        self._is_stopped = True
        process = self._process
        if process:
            process.stop()

    def close(self) -> None:
        if self._process:
            self._process.close()
            self._process = None

    def _ask(self, act: str, path: Path, **more: int) -> Any:
        if not self._process:
            self._process = ReaderProcess(self._limits)
            self.started += 1
        process = self._process
        try:
            if self._is_stopped:  # perhaps while the process was about to start
                process.close()
                raise ReaderDiedError("The pool was stopped")
            return process.ask(act, path, **more)
        except (ReadError, OSError):
            raise
        except BaseException:  # interrupted: its answer would be taken for that of the next file
            self.close()
            raise
        finally:
            if self._is_worn(process):
                self.close()

    def _is_worn(self, process: ReaderProcess) -> bool:
        return (
            not process.is_open
            or process.files_read >= self._files_each
            or process.memory_mb > self._limits.memory_mb / 2
        )


def _check_can_be_opened(path: Path) -> None:
    """A file that is not there or not allowed is no matter of the reader."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(EISDIR, "A folder", os.fspath(path))
    if stat.S_ISREG(mode):
        with path.open("rb"):
            pass


def _bytes(answer: Any, starts: tuple[bytes, ...]) -> bytes:
    try:
        data = base64.b64decode(answer, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise ReaderDiedError("The reader answered nonsense: no bytes") from error
    if not data.startswith(starts):
        raise ReaderDiedError("The reader answered nonsense: other bytes than asked for")
    return data
