"""From a file to its text: what kind it is, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extraction.errors import FileTooLargeError, UnsupportedFormatError
from extraction.extracted import Extracted
from extraction.formats import plain

MEGABYTE = 2**20
_LIMIT = 20
_FORMATS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html"}
_READERS: dict[str, Callable[[Path, str], Extracted]] = {
    "txt": plain.read,
    "md": plain.read,
    "html": plain.read,
}


def read_file(path: str | Path) -> Extracted:
    """The text of the file at `path`, whichever of the known kinds it is.

    Raises UnsupportedFormatError, UnknownEncodingError or FileTooLargeError (all ReadError), and
    OSError as opening a file does.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in _FORMATS:
        raise UnsupportedFormatError(
            f"No reader for {suffix or 'a file without suffix'}", suffix=suffix
        )
    if path.stat().st_size > _LIMIT * MEGABYTE:
        raise FileTooLargeError(f"Larger than {_LIMIT} MB", limit=str(_LIMIT))
    return _READERS[_FORMATS[suffix]](path, _FORMATS[suffix])
