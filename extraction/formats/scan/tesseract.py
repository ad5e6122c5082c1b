"""The program Tesseract: picture in, words with places and confidences out."""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

LANGUAGE = "vie"
PROGRAM = "tesseract"
PACKAGE = "tesseract-ocr-vie"
DPI = 300

_AUTOMATIC, _ONE_LINE = 3, 7  # its modes of page segmentation
_PAGE_SECONDS = 90
_COLUMNS = 12
_WORD_LEVEL = "5"
_LETTER = re.compile(
    r"<span class='ocrx_cinfo' title='x_bboxes (\d+) (\d+) (\d+) (\d+); x_conf ([\d.]+)'>([^<]+)<"
)


class GaveUpError(Exception):
    """Tesseract failed on a picture, or took too long."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that Tesseract saw. confidence: 0 to 100. line: the same for words of one line.

    Places are pixels from the upper left corner. glued: no space stands before it. doubtful: the
    letters cannot be trusted.
    """

    text: str
    confidence: float
    left: int
    top: int
    width: int
    height: int
    line: tuple[int, int, int]
    glued: bool = False
    doubtful: bool = False

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter that Tesseract saw. confidence: 0 to 100. Places are pixels."""

    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int


@lru_cache(maxsize=1)
def is_installed() -> bool:
    """Whether Tesseract and its Vietnamese are there."""
    program = shutil.which(PROGRAM)
    if program is None:
        return False
    try:
        answer = _run([program, "--list-langs"], b"")
    except (OSError, subprocess.SubprocessError):
        return False
    return LANGUAGE in answer.split()


def see(picture: Image.Image) -> list[Seen]:
    """The words on a page (grey, 300 dpi). Raises GaveUpError."""
    rows = _answer(picture, "--psm", str(_AUTOMATIC), "tsv").splitlines()[1:]
    return [seen for row in rows if (seen := _seen(row))]


def see_letters(picture: Image.Image) -> list[Letter]:
    """The letters in a picture of one line, without spaces."""
    options = ["--psm", str(_ONE_LINE), "-c", "hocr_char_boxes=1", "hocr"]
    return _letters(picture, options)


def see_digits(picture: Image.Image) -> list[Letter]:
    """The digits in a picture that has nothing but digits, or what looks most like some."""
    options = ["--psm", str(_ONE_LINE), "-c", "hocr_char_boxes=1"]
    options += ["-c", "tessedit_char_whitelist=0123456789", "hocr"]
    return _letters(picture, options)


def _letters(picture: Image.Image, options: list[str]) -> list[Letter]:
    """A second look at a line: where it fails, the first one stands."""
    try:
        answer = _answer(picture, *options)
    except GaveUpError:
        return []
    return [_letter(match) for match in _LETTER.finditer(answer)]


def _answer(picture: Image.Image, *options: str) -> str:
    data = io.BytesIO()
    picture.save(data, "PPM")
    program = shutil.which(PROGRAM) or PROGRAM
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DPI), *options]
    try:
        return _run(command, data.getvalue())
    except (OSError, subprocess.SubprocessError) as error:
        raise GaveUpError(str(error)) from error


def _run(command: list[str], data: bytes) -> str:
    """What the program prints. One thread: files, not pages, are read side by side."""
    done = subprocess.run(  # noqa: S603 - fixed program and options, the picture goes in by a pipe
        command,
        input=data,
        capture_output=True,
        timeout=_PAGE_SECONDS,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", "replace")


def _letter(match: re.Match[str]) -> Letter:
    left, top, right, bottom = (int(match[place]) for place in range(1, 5))
    return Letter(html.unescape(match[6]), float(match[5]), left, top, right, bottom)


def _seen(row: str) -> Seen | None:
    cells = row.split("\t")
    if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
        return None
    block, paragraph, line = (int(cell) for cell in cells[2:5])
    left, top, width, height = (int(cell) for cell in cells[6:10])
    place = left, top, width, height
    return Seen(cells[11].strip(), float(cells[10]), *place, (block, paragraph, line))
