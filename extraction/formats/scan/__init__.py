"""Pictures of pages: recognised by Tesseract where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageSequence

from extraction.errors import DamagedFileError, PictureTooLargeError
from extraction.extracted import Extracted, Note, NoteCode
from extraction.formats.scan.cleaning import Clean, cleaned, has_ink
from extraction.formats.scan.handwriting import with_blanks
from extraction.formats.scan.places import words_on
from extraction.formats.scan.rendering import shrunk
from extraction.formats.scan.tesseract import (
    DPI,
    PACKAGE,
    PROGRAM,
    GaveUpError,
    Seen,
    is_installed,
    see,
)
from extraction.layout import Page, compose
from extraction.limits import DEFAULT

MOST_PAGES = 120
_POINTS = 72
_ENOUGH_WORDS, _FEW_WORDS, _CLEAR = 12, 5, 80.0


@dataclass(slots=True)
class Recogniser:
    """Recognises the scanned pages of one file, as far as it may and can.

    pages: those that were recognised. unread: those that were not, because Tesseract is missing,
    there are too many, or it gave up.
    """

    pages: dict[int, Page] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)

    def page(self, number: int, picture: Image.Image, width: float) -> Page | None:
        """Page `number`, which is `width` points wide; None, and noted, if Tesseract gave up."""
        try:
            page = recognised(number, picture, width)
        except GaveUpError:
            self.unread.append(number)
            return None
        self.pages[number] = page
        return page

    def may_read(self, number: int) -> bool:
        """Whether page `number` is to be recognised; if not, that is noted."""
        if is_installed() and len(self.pages) < MOST_PAGES:
            return True
        self.unread.append(number)
        return False

    def notes(self) -> tuple[Note, ...]:
        """What a person must know of the recognition."""
        notes: list[Note] = []
        read = [number for number, page in self.pages.items() if page.words]
        if read:
            notes.append(Note(NoteCode.SCANNED, {"pages": listed(read)}))
        if self.unread and not is_installed():
            data = {"program": PROGRAM, "package": PACKAGE, "pages": listed(self.unread)}
            notes.append(Note(NoteCode.PROGRAM_MISSING, data))
        elif self.unread:
            notes.append(Note(NoteCode.PAGES_UNREADABLE, {"pages": listed(self.unread)}))
        return tuple(notes)


def recognised(number: int, picture: Image.Image, width: float) -> Page:
    """The page on `picture`. width: of the page, in points. Raises GaveUpError."""
    points = width / picture.width
    clean = cleaned(picture)
    if not has_ink(clean.grey):
        return Page(number, width, picture.height * points)
    clean, seen = _upright(clean)
    words = words_on(with_blanks(_lines(seen), clean), points)
    return Page(number, clean.grey.width * points, clean.grey.height * points, tuple(words))


def _upright(clean: Clean) -> tuple[Clean, list[Seen]]:
    """The page as it is to be read, and the words on it: sheets go into scanners any way round."""
    best = clean, see(clean.grey)
    most = _clear(best[1])
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180):
        if most >= _ENOUGH_WORDS and 3 * most > len(best[1]):
            break
        coloured = clean.coloured.transpose(turn) if clean.coloured else None
        turned = Clean(clean.grey.transpose(turn), coloured)
        seen = see(turned.grey)
        if _clear(seen) > most + _FEW_WORDS:
            best, most = (turned, seen), _clear(seen)
    return best


def _clear(seen: list[Seen]) -> int:
    """How many words are read without doubt. Tesseract reads upright lines, too: not those."""
    return sum(word.confidence > _CLEAR and _is_level(word) for word in seen)


def _is_level(word: Seen) -> bool:
    return len(word.text) > 2 and word.width > word.height


def _lines(seen: list[Seen]) -> list[list[Seen]]:
    lines: dict[tuple[int, int, int], list[Seen]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    return list(lines.values())


def listed(numbers: list[int]) -> str:
    """Page numbers as people write them: "1-3, 7"."""
    parts: list[str] = []
    for number in sorted(set(numbers)):
        first, _, last = parts[-1].partition("-") if parts else ("", "", "")
        if parts and int(last or first) == number - 1:
            parts[-1] = f"{first}-{number}"
        else:
            parts.append(str(number))
    return ", ".join(parts)


def read_image(path: Path, format: str) -> Extracted:
    """The text of a PNG, JPEG or TIFF picture; a TIFF file may have many pages.

    Raises PictureTooLargeError and DamagedFileError, and OSError as opening a file does.
    """
    recogniser = Recogniser()
    pages = [
        page
        for number, picture in enumerate(_pictures(path), 1)
        if recogniser.may_read(number)
        and (page := recogniser.page(number, picture, picture.width * _POINTS / DPI))
    ]
    composed = compose(pages)
    scanned = [page.number for page in pages if page.words]
    return Extracted(
        composed.text,
        path.name,
        "",
        format,
        page_starts=composed.page_starts,
        scanned_pages=tuple(scanned),
        tables=composed.tables,
        notes=recogniser.notes(),
        doubtful=composed.doubtful,
        furniture=composed.furniture,
    )


def _pictures(path: Path) -> Iterator[Image.Image]:
    """The pictures in a file, one after the other; sizes are looked at before points are read."""
    try:
        with Image.open(path) as picture:
            for frame in ImageSequence.Iterator(picture):
                if frame.width * frame.height > DEFAULT.megapixels * 1_000_000:
                    raise PictureTooLargeError(
                        f"{frame.width} × {frame.height} points", limit=str(DEFAULT.megapixels)
                    )
                yield shrunk(frame)
    except Image.DecompressionBombError as error:
        raise PictureTooLargeError(str(error), limit=str(DEFAULT.megapixels)) from error
    except (OSError, SyntaxError, ValueError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        raise DamagedFileError(f"A damaged picture: {error}") from error
