"""A reading process, seen from the process that wants to know: start, ask, end."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from extraction.errors import (
    ERRORS,
    OutOfMemoryError,
    ReaderDiedError,
    ReadError,
    ReadErrorCode,
    TookTooLongError,
)
from extraction.limits import MEGABYTE, Limits
from extraction.sandbox import frames, trees
from extraction.sandbox.wire import WireError, dumps, loads

_LAUNCH: Final = Path(__file__).with_name("launch.py")
_START_SECONDS: Final = 60  # a busy machine may take some; an idle one takes half of one
# The kernel when memory is short, and libraries that give up when they are refused memory.
_FULL: Final = frozenset({signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL})
_KEPT: Final = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")  # no key, no password goes along
_NOWHERE: Final = "http://127.0.0.1:9"  # the port "discard"
_WORDS: Final = 300


class ReaderProcess:
    """One child process that reads files, one at a time; not for two threads at once.

    Everything it writes lies in one folder of its own, which goes when it goes.
    """

    def __init__(self, limits: Limits) -> None:
        """Start the process. Raises ReaderDiedError when that is not possible."""
        self.limits = limits
        self.files_read = 0
        self._is_stopped = False
        self._format = ""
        self._folder = Path(tempfile.mkdtemp(prefix="reading-"))
        self._log = self._folder / "log"
        try:
            self._process = self._start()
        except OSError as error:
            self._remove()
            raise ReaderDiedError(f"Could not start a reader: {error}") from error
        if self._receive(time.monotonic(), _START_SECONDS) != ["ready"]:
            raise self._nonsense("no greeting")

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_open(self) -> bool:
        return self._process.returncode is None

    @property
    def memory_mb(self) -> float:
        """Private memory that the process holds now."""
        return trees.resident_mb(self.pid) if self.is_open else 0

    def ask(self, act: str, path: Path, **more: int) -> Any:
        """The answer to one job. Raises the ReadError that tells why there is none.

        After TookTooLong-, OutOfMemory- or ReaderDiedError the process is closed.
        """
        self.files_read += 1
        self._format = ""
        began = time.monotonic()
        # A name may be bytes of no encoding: each goes along as the letter of its number.
        name = os.fsencode(path.absolute()).decode("latin-1")
        job = dumps({"act": act, "path": name, **more})
        try:
            frames.send(self._stdin, job)
        except OSError:
            raise self._death() from None
        answer = self._receive(began, self.limits.seconds)
        if answer[0] == "format":
            self._format = str(answer[-1])
            answer = self._receive(began, self.limits.seconds_for(self._format))
        return self._content(answer, act)

    def close(self) -> None:
        """End the process and all that it started; remove its folder."""
        if not self.is_open:
            return
        trees.kill_tree(self.pid)
        self._wait()

    def stop(self) -> None:
        """End what the process does, from another thread than the one that waits for it."""
        self._is_stopped = True
        if self.is_open:
            trees.kill_tree(self.pid)

    def _start(self) -> subprocess.Popen[bytes]:
        limits = json.dumps(dataclasses.asdict(self.limits))
        with self._log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - the interpreter that runs already, no shell
                [sys.executable, "-I", str(_LAUNCH), limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=self._folder,
                env=self._environment(),
                start_new_session=True,
                bufsize=0,
            )

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
        own = {"HOME": str(self._folder), "TMPDIR": str(self._folder), "LANG": "C.UTF-8"}
        return {**kept, **proxies, **own, "OMP_THREAD_LIMIT": "1"}

    @property
    def _stdin(self) -> int:
        return self._process.stdin.fileno() if self._process.stdin else -1

    @property
    def _stdout(self) -> int:
        return self._process.stdout.fileno() if self._process.stdout else -1

    def _receive(self, began: float, seconds: float) -> list[Any]:
        """The next message, at most `seconds` after `began` (of time.monotonic)."""
        try:
            most = self.limits.answer_mb * MEGABYTE
            answer = loads(frames.receive(self._stdout, most, began + seconds))
        except TimeoutError:
            self.close()
            raise TookTooLongError(f"Stopped after {seconds:g} s", limit=f"{seconds:g}") from None
        except (frames.TooLongError, WireError) as error:
            raise self._nonsense(str(error)) from error
        except (frames.EndOfPipeError, OSError):
            raise self._death() from None
        if not isinstance(answer, list) or not answer:
            raise self._nonsense("no list")
        return answer

    def _content(self, answer: list[Any], act: str) -> Any:
        if answer[0] == "error" and len(answer) == 4:
            raise self._error(*answer[1:])
        if answer[0] != act or len(answer) != 2:
            raise self._nonsense("another answer than was asked for")
        return answer[1]

    def _error(self, code: object, message: object, data: object) -> ReadError:
        try:
            kind = ERRORS[ReadErrorCode(str(code))]
            pairs = dict(data) if isinstance(data, dict) else {}
        except ValueError:
            return self._nonsense("an unknown error")
        if kind is OutOfMemoryError:
            self.close()
        return kind(
            str(message)[:_WORDS], **{str(name): str(pairs[name])[:_WORDS] for name in pairs}
        )

    def _nonsense(self, words: str) -> ReaderDiedError:
        self.close()
        return ReaderDiedError(f"The reader answered nonsense: {words}")

    def _death(self) -> ReadError:
        """Why the process ended by itself."""
        words = self._last_words()
        trees.kill_tree(self.pid)
        code = self._wait()
        if self._is_stopped:
            return ReaderDiedError("The reader was stopped")
        if code == -signal.SIGXCPU:
            limit = str(self.limits.cpu_seconds_for(self._format))
            return TookTooLongError(f"Stopped after {limit} s of processor time", limit=limit)
        if -code in _FULL:
            return OutOfMemoryError(f"Ended by {code}", limit=str(self.limits.memory_mb))
        return ReaderDiedError(f"The reader ended with {code}: {words}")

    def _last_words(self) -> str:
        """The end of what the process wrote on its error output."""
        try:
            return self._log.read_bytes()[-_WORDS:].decode("utf-8", "replace").strip()
        except OSError:
            return ""

    def _wait(self) -> int:
        """Exit code (negative: the signal)."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        code = self._process.wait()
        self._remove()
        return code

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
