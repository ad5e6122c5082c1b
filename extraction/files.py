"""From a file to its text: what kind it is, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from extraction.content import format_of
from extraction.errors import TextTooLongError
from extraction.extracted import Extracted
from extraction.limits import DEFAULT, Limits
from extraction.names import safe_name

Reader = Callable[[Path, str], Extracted]
# By name: a program that reads a text file does not load the readers of PDF and pictures.
_READERS: Final = {
    "txt": "plain.read",
    "md": "plain.read",
    "html": "html.read",
    "mhtml": "html.read",
    "docx": "word.read",
    "doc": "office.read",
    "odt": "office.read",
    "fodt": "office.read",
    "rtf": "office.read",
    "wordml": "office.read",
    "pdf": "pdf.read",
    "png": "scan.read_image",
    "jpeg": "scan.read_image",
    "tiff": "scan.read_image",
}
FORMATS: Final = frozenset(_READERS)
# What LibreOffice can print; only the kinds of `limits.SLOW_FORMATS` can be drawn as they are.
PRINTED: Final = frozenset({"docx", "doc", "odt", "fodt", "rtf", "wordml"})


def read_file(path: str | Path, limits: Limits = DEFAULT) -> Extracted:
    """The text of the file at `path`, whichever of the known kinds it is by its content.

    Reads in this process: a file from outside goes through `extraction.sandbox.read_safely`.
    Raises a ReadError that says why the file is not read, and OSError as opening a file does.
    """
    path = Path(path)
    format = format_of(path, limits)
    return read_as(path, format, limits)


def read_as(path: Path, format: str, limits: Limits = DEFAULT) -> Extracted:
    """The text of the file at `path`, known to be of kind `format`. Raises as `read_file` does."""
    extracted = _reader(format)(path, format)
    if len(extracted.text) > limits.letters:
        raise TextTooLongError(f"{len(extracted.text)} letters", limit=str(limits.letters))
    return replace(extracted, source=safe_name(path.name))


def load_readers() -> None:
    """Import all readers now: a confined process may not write what importing compiles."""
    for module in {place.split(".")[0] for place in _READERS.values()}:
        with suppress(ImportError):  # told when a file needs it
            import_module(f"extraction.formats.{module}")


def _reader(format: str) -> Reader:
    module, name = _READERS[format].split(".")
    return cast(Reader, getattr(import_module(f"extraction.formats.{module}"), name))
