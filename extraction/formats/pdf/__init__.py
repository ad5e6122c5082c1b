"""PDF files: text where the file holds text, recognition where it holds pictures of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2

from extraction.errors import DamagedFileError, EncryptedFileError, TooManyPagesError
from extraction.extracted import Extracted, Note, NoteCode
from extraction.formats.pdf.sheets import Sheet, Sheets, is_scan, page_of
from extraction.formats.pdf.spelling import OldSpelling, looks_old, plain
from extraction.formats.scan import Recogniser, listed
from extraction.layout import Page, Word, compose
from extraction.limits import DEFAULT


@dataclass(slots=True)
class _Reading:
    """What has been read of one file. old: how its old encodings are read, if it has any.

    damaged: pages that could not be opened.
    """

    recogniser: Recogniser
    pages: list[Page] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    old: OldSpelling | None = None
    damaged: list[int] = field(default_factory=list)


def read(path: Path, format: str = "pdf") -> Extracted:
    """The text of a PDF file.

    Raises EncryptedFileError, DamagedFileError and TooManyPagesError, and OSError as opening a
    file does.
    """
    with open_pdf(path) as pdf:
        sheets = Sheets(pdf, partial(pypdfium2.PdfDocument, path))
        reading = _read_pages(sheets, Recogniser(), None)
        if reading.old:
            reading = _read_pages(sheets, reading.recogniser, reading.old)
    return _extracted(reading, path.name, format)


@contextmanager
def open_pdf(path: Path) -> Iterator[Any]:
    """The PDF file at `path`, checked for a password and for the number of its pages.

    Raises EncryptedFileError, DamagedFileError and TooManyPagesError.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFileError("A PDF file with a password") from error
        raise DamagedFileError(f"A damaged PDF file: {error}") from error
    try:
        if not len(pdf):
            raise DamagedFileError("A PDF file without pages")
        if len(pdf) > DEFAULT.pages:
            raise TooManyPagesError(
                f"{len(pdf)} pages", pages=str(len(pdf)), limit=str(DEFAULT.pages)
            )
        yield pdf
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(f"A damaged PDF file: {error}") from error
    finally:
        pdf.close()


def _read_pages(sheets: Sheets, recogniser: Recogniser, old: OldSpelling | None) -> _Reading:
    """All pages; or, when one is in an old encoding and `old` is not given, what that needs."""
    reading = _Reading(recogniser)
    for number in sheets.numbers:
        with _on_page(reading, number), sheets.opened(number) as sheet:
            if old is None and looks_old(sheet.drawn.fonts, sheet.signs):
                break
            _read_sheet(reading, sheets, sheet, old)
    else:
        return reading
    reading.old = OldSpelling()
    for number in sheets.numbers:
        with _on_page(reading, number), sheets.opened(number) as sheet:
            reading.old.learn(sheet.textpage)
    reading.old.settle()
    return reading


@contextmanager
def _on_page(reading: _Reading, number: int) -> Iterator[None]:
    """A page that PDFium cannot open is noted; the others are read."""
    try:
        yield
    except pypdfium2.PdfiumError:
        reading.damaged.append(number)


def _read_sheet(reading: _Reading, sheets: Sheets, sheet: Sheet, old: OldSpelling | None) -> None:
    page = page_of(sheet, old.of(sheet.textpage) if old else plain)
    if not is_scan(sheet, page):
        reading.pages.append(page)
        return
    reading.scanned.append(sheet.number)
    known = reading.recogniser.pages.get(sheet.number)
    if known is None and reading.recogniser.may_read(sheet.number):
        picture = sheets.picture(sheet)
        known = reading.recogniser.page(sheet.number, picture, sheet.view.width)
    filled = tuple(word for word in page.words if word.filled)
    if known is None:
        # What a scanner's program recognised is better than nothing, but nobody looked at it.
        reading.pages.append(replace(page, words=tuple(map(_doubted, page.words))))
    else:
        reading.pages.append(replace(known, words=known.words + filled, stamps=page.stamps))


def _doubted(word: Word) -> Word:
    return replace(word, doubtful=True)


def _extracted(reading: _Reading, name: str, format: str) -> Extracted:
    if reading.damaged and not reading.pages:
        raise DamagedFileError("A PDF file of damaged pages")
    composed = compose(reading.pages)
    passages = Counter(conversion.encoding for conversion in composed.conversions)
    notes = [
        Note(NoteCode.LEGACY_ENCODING, {"encoding": encoding, "passages": str(count)})
        for encoding, count in sorted(passages.items())
    ]
    if composed.running:
        notes.append(Note(NoteCode.RUNNING_HEADER, {"text": " / ".join(composed.running)}))
    if reading.damaged:
        notes.append(Note(NoteCode.PAGES_UNREADABLE, {"pages": listed(reading.damaged)}))
    words = {page.number for page in reading.pages if page.words}
    return Extracted(
        composed.text,
        name,
        next(iter(passages)) if len(passages) == 1 else "",
        format,
        page_starts=composed.page_starts,
        scanned_pages=tuple(number for number in reading.scanned if number in words),
        tables=composed.tables,
        conversions=composed.conversions,
        notes=(*notes, *reading.recogniser.notes()),
        doubtful=composed.doubtful,
        furniture=composed.furniture,
    )
