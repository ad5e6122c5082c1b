"""The words of a PDF page, with their places, by few calls into PDFium.

The signs of a page come in one call; places are asked for the first and the last sign of a word
only. Places are turned into those of the page as it is shown (see `geometry`).
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from extraction.formats.pdf.geometry import View
from extraction.layout import Word

Shown = Callable[[int, str], tuple[str, str]]

_WORD = re.compile(r"\S+")
# PDFium writes a hyphen at the end of a line so, and the next line right behind it.
_BROKEN = re.compile("[\x02\ufffe].")
_PART = re.compile("[^\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_RAISED = re.compile(r"(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,3}|\*{1,3})")
_UNIT = re.compile(r"(?:^|[\W\d])[kcdm]?m$")  # m2, km2: no footnote
_MANY_SIGNS = 200_000
_SAMPLES = 16
_SMALLER = 0.85
_HIGHER = 0.12  # of the letters' height: how far a raised sign stands above the line


def signs_of(textpage: Any) -> str:
    """All signs of a page, one for each index of PDFium."""
    count = max(pdfium.FPDFText_CountChars(textpage), 0)
    count = min(count, _MANY_SIGNS)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    signs = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
    if len(signs) != count:
        codes = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))
        signs = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
    return signs


class WordReader:
    """Reads the words of one page. view: how it is shown. shown: signs as the file has them and
    the index of the first one in, the same as Unicode out.
    """

    def __init__(self, textpage: Any, view: View, shown: Shown) -> None:
        self._page = textpage
        self._view = view
        self._shown = shown
        self._scale = 0.0
        self._box = pdfium.FS_RECTF()
        self._box_pointer = ctypes.byref(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._origin_pointers = ctypes.byref(self._x), ctypes.byref(self._y)

    def words(self) -> Iterator[tuple[int, Word]]:
        """The words with the index of their first sign."""
        matches = list(_WORD.finditer(signs_of(self._page)))
        self._scale = self._usual_scale([match.start() for match in matches])
        for match in matches:
            if _BROKEN.search(match[0]):
                yield from self._broken(match)
            else:
                yield from self._parts(match.start(), match.end(), match[0])

    def _usual_scale(self, indices: list[int]) -> float:
        """How high a letter is for each point of its font's size, 0 if nothing tells.

        Fonts lie about their heights, pages may be scaled: one measure for the page is steadier.
        """
        scales: list[float] = []
        for index in indices[:: max(len(indices) // _SAMPLES, 1)]:
            place, size = self._place(index), pdfium.FPDFText_GetFontSize(self._page, index)
            if place and size > 0:
                scales.append((place[3] - place[1]) / size)
        return sorted(scales)[len(scales) // 2] if scales else 0.0

    def _broken(self, match: re.Match[str]) -> Iterator[tuple[int, Word]]:
        """A word with a hyphen at the end of a line: its parts, the second without a space."""
        is_open = False
        for part in _PART.finditer(match[0]):
            start, end = match.start() + part.start(), match.start() + part.end()
            for index, word in self._parts(start, end, part[0]):
                yield index, replace(word, glued=True) if is_open else word
                is_open = word.text.endswith("-") and len(word.text) > 1

    def _parts(self, start: int, end: int, text: str) -> Iterator[tuple[int, Word]]:
        word = self._word(start, end, text)
        if word is None:
            return
        if text[-1] in "0123456789)]*" or word.right < word.left:
            yield from self._split(start, end, text, word)
        else:
            yield start, word

    def _split(self, start: int, end: int, text: str, word: Word) -> Iterator[tuple[int, Word]]:
        """A footnote's number comes off its word; signs of two lines come apart."""
        last = self._word(end - 1, end, text[-1])
        if last is None or not _is_off(last, word):
            if word.size:
                yield start, word
            return
        cut = start + _tail(text)
        if cut == start and last.size < word.size * _SMALLER:
            cut = end - 1
        head = self._word(start, cut, text[: cut - start]) if cut > start else None
        tail = self._word(cut, end, text[cut - start :])
        if head:
            yield start, head
        if tail:
            yield cut, _placed(tail, head)

    def _word(self, start: int, end: int, text: str) -> Word | None:
        first = self._place(start)
        last = self._place(end - 1) if end - start > 1 else first
        if first is None or last is None:
            return None
        pdfium.FPDFText_GetCharOrigin(self._page, start, *self._origin_pointers)
        base = self._view.point(self._x.value, self._y.value)[1]
        left, top, right, bottom = (
            min(first[0], last[0]),
            min(first[1], last[1]),
            last[2],
            max(first[3], last[3]),
        )
        shown, encoding = self._shown(start, text)
        if not shown:
            return None
        before = text if encoding else ""
        size = self._scale * pdfium.FPDFText_GetFontSize(self._page, start)
        size = size if size > 0 else first[3] - first[1]
        return Word(shown, left, top, right, bottom, base, size, before=before, encoding=encoding)

    def _place(self, index: int) -> tuple[float, float, float, float] | None:
        box = self._box
        if not pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box_pointer):
            return None
        place = self._view.box(box.left, box.bottom, box.right, box.top)
        return place if place[3] > place[1] else None


def _tail(text: str) -> int:
    """Where the number of a footnote may begin at the end of `text`, 0 if all of it is one."""
    for cut in range(max(len(text) - 4, 0), len(text)):
        if _RAISED.fullmatch(text[cut:]):
            return cut
    return len(text) - 1


def _is_off(last: Word, word: Word) -> bool:
    return abs(last.base - word.base) > _HIGHER * word.size or last.size < _SMALLER * word.size


def _is_raised(tail: Word, head: Word) -> bool:
    if _UNIT.search(head.text):
        return False
    is_small = tail.size < _SMALLER * head.size
    return is_small and tail.base < head.base - _HIGHER * tail.size and tail.left >= head.left


def _placed(tail: Word, head: Word | None) -> Word:
    """The end of a word that was cut: a footnote's number, an exponent, or of another line."""
    if head is None or abs(tail.base - head.base) > head.size:
        return tail
    return replace(tail, base=head.base, glued=True, raised=_is_raised(tail, head))
