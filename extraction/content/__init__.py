"""What a file really is, by its bytes; its name is not believed.

`format_of` names the kind for which a reader exists, or raises the `ReadError` that tells why
there is none. All checks are made before anything is unpacked or drawn.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from extraction.content import compound, packages, pages, pictures, text
from extraction.content.peek import Peek
from extraction.content.signatures import ARCHIVES, PICTURES, signature_of
from extraction.errors import (
    AmbiguousFileError,
    ArchiveError,
    EmptyFileError,
    FileTooLargeError,
    UnsupportedFormatError,
)
from extraction.limits import DEFAULT, MEGABYTE, Limits

_CHECKED: dict[str, Callable[[Peek, Limits], str]] = {
    "zip": packages.format_of,
    "ole": compound.format_of,
    "pdf": pages.format_of,
    **dict.fromkeys(PICTURES, pictures.format_of),
    "": text.format_of,
}


def format_of(path: Path, limits: Limits = DEFAULT) -> str:
    """The kind of the file at `path`, one of `extraction.files.FORMATS`.

    Raises a ReadError that says why the file is not read, and OSError as opening a file does.
    """
    peek, kind = _peeked(path, limits)
    if kind == "rtf":
        return kind
    return _CHECKED[kind](peek, limits)


def glance(path: Path, limits: Limits = DEFAULT) -> str:
    """What `format_of` can tell from a few bytes, for a process that must neither die nor wait.

    The kind as its first bytes name it ("zip" for every package, "" for text). Raises as
    `format_of` does, for fewer reasons: what lies inside is for the reading process to see.
    """
    return _peeked(path, limits)[1]


def _peeked(path: Path, limits: Limits) -> tuple[Peek, str]:
    """The outer bytes of the file, and the kind they name: one for which a reader may exist."""
    _check_size(path, limits)
    peek = Peek.at(path)
    kind = signature_of(peek.head)
    _check_one_kind(peek, kind)
    if kind in ARCHIVES:
        raise ArchiveError(f"An archive ({kind})", format=kind)
    if not kind and peek.pdf_offset is not None:
        kind = "pdf"
    if kind not in _CHECKED and kind != "rtf":
        raise UnsupportedFormatError(f"No reader for {kind}", format=kind)
    return peek, kind


def _check_size(path: Path, limits: Limits) -> None:
    """Only an ordinary file of a sensible size is opened: a pipe would never end."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(f"A folder: {path}")
    if not stat.S_ISREG(status.st_mode):
        raise UnsupportedFormatError("A pipe or a device", format="device")
    if not status.st_size:
        raise EmptyFileError
    if status.st_size > limits.file_mb * MEGABYTE:
        raise FileTooLargeError(
            f"{status.st_size} bytes, the limit is {limits.file_mb} MB", limit=str(limits.file_mb)
        )


def _check_one_kind(peek: Peek, kind: str) -> None:
    """A file of two kinds shows one face to this reader and another to the next program."""
    first = kind or ("html" if text.looks_like_web_page(peek.head) else "")
    second = ""
    if first and first != "pdf" and peek.pdf_offset is not None:
        second = "pdf"
    elif kind != "zip" and peek.zip_end is not None:
        first, second = first or "data", "zip"
    if second:
        raise AmbiguousFileError(f"Both {first} and {second}", formats=f"{first}, {second}")
