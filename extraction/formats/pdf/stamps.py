"""Stamps of digital signatures: who signed, when, with which certificate.

Their time is not the date of the document, their signer may be an archive: they are kept, but not
in the text of the document.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extraction.formats.pdf.geometry import Box, View
from extraction.layout import Word
from extraction.layout.rows import Row, rows_of

_STAMP = re.compile(
    r"(?:ký bởi|người ký|thời gian ký|ngày ký|ký ngày|cơ quan\s*:|email\s*:|signature|digitally"
    r"|signed by|date\s*:|reason\s*:|location\s*:|\d{1,2}:\d{2}:\d{2}|\+0?7[:']?00|@)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:(?:được )?ký (?:số )?bởi|người ký|thời gian ký|signature (?:valid|not verified)"
    r"|digitally signed)\b",
    re.IGNORECASE,
)
_MOST_ROWS = 7
_MANY_ANNOTATIONS = 2000


def form_boxes(page: Any, view: View) -> list[Box]:
    """Where the form fields of a page stand: a signature is one, and so is a typed number."""
    found: list[Box] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MANY_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        box = pdfium.FS_RECTF()
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET and pdfium.FPDFAnnot_GetRect(
            annotation, ctypes.byref(box)
        ):
            left, right = sorted((box.left, box.right))
            bottom, top = sorted((box.bottom, box.top))
            found.append(view.box(left, bottom, right, top))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def stamp_words(words: Sequence[Word], boxes: Sequence[Box]) -> list[list[Word]]:
    """The words of each stamp: what stands in a form field, or opens, like one."""
    found: list[list[Word]] = []
    taken: set[int] = set()
    for box in boxes:
        inside = [word for word in words if is_inside(word, box) and id(word) not in taken]
        if inside and _STAMP.search(" ".join(word.text for word in inside)):
            found.append(inside)
            taken.update(map(id, inside))
    others = [word for word in words if id(word) not in taken]
    if _OPENS.search(" ".join(word.text for word in others)):
        found.extend(_printed(others))
    return found


def is_inside(word: Word, box: Box) -> bool:
    """Whether the middle of `word` lies in `box`."""
    left, top, right, bottom = box
    return left <= word.centre <= right and top <= (word.top + word.bottom) / 2 <= bottom


def stamp_lines(stamp: Sequence[Word]) -> list[str]:
    """The lines of a stamp as text."""
    return [row.text for row in rows_of(stamp)]


def _printed(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Stamps that are part of the page: their first line and those right below it."""
    parts = [part for row in rows_of(words) for part in _parts(row)]
    place = 0
    while place < len(parts):
        if not _OPENS.match(parts[place].text):
            place += 1
            continue
        stamp, last = [parts[place]], parts[place]
        for part in parts[place + 1 :]:
            if len(stamp) < _MOST_ROWS and _is_below(part, last):
                stamp.append(part)
                last = part
        yield [word for part in stamp for word in part.words]
        taken = {id(part) for part in stamp}
        parts = [part for part in parts if id(part) not in taken]


def _parts(row: Row) -> Iterator[Row]:
    """A row cut at its wide gaps."""
    cuts = [float("-inf"), *((a + b) / 2 for a, b in row.gaps(1.5)), float("inf")]
    for left, right in pairwise(cuts):
        part = row.within(left, right)
        if part:
            yield part


def _is_below(part: Row, above: Row) -> bool:
    is_near = 0 < part.base - above.base < 1.5 * above.size
    return is_near and abs(part.left - above.left) < above.size and part.size < 1.15 * above.size
