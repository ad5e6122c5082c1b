"""Pictures of the pages of an incoming file: drawn in a child process once, then kept.

Word files are printed to PDF by LibreOffice first, where it is installed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from extraction.errors import ReadError
from extraction.files import PRINTED
from extraction.limits import DEFAULT
from extraction.sandbox import page_count_safely, pdf_safely, picture_safely, read_safely
from regulations.intake.reading import local_copy
from regulations.models import IntakeFile

FOLDER = "nhap-trang"
DAY, TEN_MINUTES = 24 * 60 * 60, 10 * 60
# A page takes a second; a file that takes longer is made to.
DRAWING = replace(DEFAULT, seconds=20, cpu_seconds=20)
# A page that is scrolled fast asks for many pictures; the site's readers must not wait for them:
# two are drawn at once, and who waits longer than PATIENCE (seconds) is asked to come again.
PATIENCE = 5
_AT_ONCE = threading.BoundedSemaphore(2)


class BusyError(Exception):
    """Others are being drawn: to be asked again in a moment."""


def count_of(row: IntakeFile) -> int:
    """How many pages can be shown, 0 for none. Raises ReadError, OSError or BusyError."""
    key = f"intake-pages-{row.sha256}"
    known = cache.get(key)
    if known is None:
        with _turn(), _drawable(row) as path:
            known = 0 if path is None else page_count_safely(path, DRAWING)
        cache.set(key, known, DAY)
    return int(known)


def picture_of(row: IntakeFile, number: int, width: int) -> bytes:
    """Page `number` (from 1) as WebP, `width` pixels wide; b"" when nothing can be drawn.

    Raises ReadError, NoSuchPageError among them, OSError or BusyError. A page that could not be
    drawn is not tried again at once.
    """

    def draw() -> bytes:
        with _turn(), _drawable(row) as path:
            return b"" if path is None else picture_safely(path, number, width, DRAWING)

    failed = f"intake-undrawn-{row.sha256}-{number}-{width}"
    if cache.get(failed):
        return b""
    try:
        return _kept(f"{FOLDER}/{row.sha256}/{number}-{width}.webp", draw)
    except ReadError:
        cache.set(failed, True, TEN_MINUTES)
        raise


def text_of(row: IntakeFile) -> str:
    """The text as it is read, where no page can be drawn. Raises as `count_of` does."""
    with _turn(), local_copy(row) as path:
        return read_safely(path, DRAWING).text


@contextmanager
def _turn() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _AT_ONCE.release()


@contextmanager
def _drawable(row: IntakeFile) -> Iterator[Path | None]:
    """A file whose pages can be drawn: the original, or what LibreOffice prints of it."""
    if row.format not in PRINTED:
        with local_copy(row) as path:
            yield path
        return

    def printed() -> bytes:
        with local_copy(row) as path:
            return pdf_safely(path) or b""

    data = _kept(f"{FOLDER}/{row.sha256}/ban-in.pdf", printed)
    if not data:
        yield None
        return
    with NamedTemporaryFile(prefix="ban-in-", suffix=".pdf") as copy:
        copy.write(data)
        copy.flush()
        yield Path(copy.name)


def _kept(place: str, make: Callable[[], bytes]) -> bytes:
    """What lies at `place`; made and put there when nothing does."""
    if default_storage.exists(place):
        with default_storage.open(place) as kept:
            return bytes(kept.read())
    data = make()
    if data and not default_storage.exists(place):
        default_storage.save(place, ContentFile(data))
    return data
