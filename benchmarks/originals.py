"""Sound files from which broken ones are made: real ones, and a few that are made here."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from extraction import ReadError
from extraction.content import format_of
from tests.extraction import hostile
from tests.extraction.samples import document

_LARGEST = 3_000_000
_TEXT_OF_A_PAGE = 100  # letters
# How often a file of a kind is taken: LibreOffice needs a second or two, a scanned page several.
_WEIGHTS = {
    "docx": 3.0,
    "pdf": 3.0,
    "doc": 0.15,
    "rtf": 0.15,
    "odt": 0.1,
    "scan": 0.03,
    "png": 0.03,
    "jpeg": 0.03,
}


@dataclass(frozen=True, slots=True)
class Original:
    """A sound file. weight: how often it is taken, against others."""

    kind: str
    data: bytes
    weight: float


def originals(folder: Path | None) -> list[Original]:
    """The files of `folder` and below for which there is a reader, and those made here."""
    found = [_made(kind, data) for kind, data in _own()]
    for path in sorted(folder.rglob("*")) if folder else ():
        with contextlib.suppress(ReadError, OSError):
            if path.is_file() and path.stat().st_size <= _LARGEST:
                kind, data = _real(format_of(path), path)
                found.append(_made(kind, data))
    return _balanced(found)


def _own() -> list[tuple[str, bytes]]:
    words = document("Điều 1. Khen thưởng\n1. Tập thể;\n2. Cá nhân.\n")
    return [
        ("docx", hostile.docx(*words.split("\n"))),
        ("odt", hostile.odt()),
        ("pdf", hostile.pdf(3)),
        ("html", f"<html><body><p>{words}</p></body></html>".encode()),
        ("txt", words.encode()),
        ("txt", words.encode("utf-16")),
        ("rtf", b"{\\rtf1\\ansi\\ansicpg1258 Dieu 1. Thi dua\\par}"),
        ("doc", hostile.compound("WordDocument", "1Table")),
        ("png", hostile.png(300, 200)),
    ]


def _made(kind: str, data: bytes) -> Original:
    return Original(kind, data, _WEIGHTS.get(kind, 1.0))


def _balanced(found: list[Original]) -> list[Original]:
    """Each kind as often as its weight says, however many files of it there are."""
    counts = {original.kind: 0 for original in found}
    for original in found:
        counts[original.kind] += 1
    return [Original(o.kind, o.data, o.weight / counts[o.kind]) for o in found]


def _real(kind: str, path: Path) -> tuple[str, bytes]:
    """A scanned file gives its first page only: recognising takes seconds for each."""
    if kind != "pdf" or not is_scan(path):
        return kind, path.read_bytes()
    with pypdfium2.PdfDocument(path) as pdf, pypdfium2.PdfDocument.new() as first:
        first.import_pages(pdf, [0])
        file = io.BytesIO()
        first.save(file)
    return "scan", file.getvalue()


def is_scan(path: Path) -> bool:
    """Whether the first page of the PDF file at `path` has almost no text."""
    with pypdfium2.PdfDocument(path) as pdf:
        return bool(pdf[0].get_textpage().count_chars() <= _TEXT_OF_A_PAGE)
