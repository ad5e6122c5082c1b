"""Files from outside are read in a child process that can be lost.

The child has limits of memory, time, file size and programs, no network where the system allows
that, an empty environment and a folder of its own. Whatever happens to it, the parent gets a
draft or one clear `ReadError`; it never waits longer than the limit.
"""

from __future__ import annotations

from pathlib import Path

from extraction.document import DocumentDraft
from extraction.limits import DEFAULT, Limits
from extraction.sandbox.pool import ReaderPool

__all__ = [
    "ReaderPool",
    "page_count_safely",
    "pdf_safely",
    "picture_safely",
    "read_safely",
]


def read_safely(path: Path, limits: Limits = DEFAULT) -> DocumentDraft:
    """The draft of the file at `path`, read in a process of its own.

    Raises the ReadError that tells why there is none, and OSError if the file cannot be opened.
    For many files see `ReaderPool`.
    """
    with ReaderPool(1, limits) as pool:
        return pool.read(path)


def picture_safely(path: Path, page: int, width: int, limits: Limits = DEFAULT) -> bytes:
    """Page `page` (from 1) as a picture `width` pixels wide. Raises as `read_safely` does."""
    with ReaderPool(1, limits) as pool:
        return pool.picture(path, page, width)


def page_count_safely(path: Path, limits: Limits = DEFAULT) -> int:
    """How many pages can be drawn: 0 for texts and Word files. Raises as `read_safely` does."""
    with ReaderPool(1, limits) as pool:
        return pool.page_count(path)


def pdf_safely(path: Path, limits: Limits = DEFAULT) -> bytes | None:
    """A Word, OpenDocument or RTF file as LibreOffice prints it. Raises as `read_safely` does.

    None for other kinds and without LibreOffice.
    """
    with ReaderPool(1, limits) as pool:
        return pool.pdf(path)
