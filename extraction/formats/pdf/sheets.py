"""The pages of a PDF file: opened one by one, with what stands on them."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from extraction.formats.pdf.drawn import Drawn, drawn_on
from extraction.formats.pdf.geometry import Box, View, view_of
from extraction.formats.pdf.spelling import Spelling
from extraction.formats.pdf.stamps import form_boxes, is_inside, stamp_lines, stamp_words
from extraction.formats.pdf.words import WordReader, signs_of
from extraction.formats.scan.rendering import rendered
from extraction.layout import Page, Word

_FEW_SIGNS = 40
_MOST_OF_PAGE = 0.5
_MANY_CURVES = 150
_SAMPLES = 12
_LONG_WORD = re.compile(r"\w{3,}")


class Sheet:
    """An open page. signs: its text as the file has it. boxes: its form fields."""

    def __init__(self, number: int, page: Any, textpage: Any, boxes: tuple[Box, ...], own: int):
        self.number = number
        self.page = page
        self.textpage = textpage
        self.boxes = boxes
        self.signs = signs_of(textpage)
        self.view = _upright(textpage, view_of(page), self.signs)
        self._own = own

    @cached_property
    def drawn(self) -> Drawn:
        """What is drawn on it."""
        return drawn_on(self.page, self.view, self._own)


class Sheets:
    """The pages of a PDF file. untouched: opens the file once more, for `picture`."""

    def __init__(self, pdf: Any, untouched: Callable[[], Any]) -> None:
        self._pdf = pdf
        self._untouched = untouched
        self._boxes: dict[int, tuple[Box, ...]] = {}

    @property
    def numbers(self) -> range:
        """From 1."""
        return range(1, len(self._pdf) + 1)

    @contextmanager
    def opened(self, number: int) -> Iterator[Sheet]:
        """Page `number`, what was filled into forms and signatures included."""
        page = self._pdf[number - 1]
        own = pdfium.FPDFPage_CountObjects(page)
        if pdfium.FPDFPage_GetAnnotCount(page) > 0:
            page = self._flat(number, page)
        textpage = page.get_textpage()
        try:
            yield Sheet(number, page, textpage, self._boxes.get(number, ()), own)
        finally:
            textpage.close()
            page.close()

    def picture(self, sheet: Sheet) -> Image.Image:
        """The page as it was scanned, without the stamps of signatures."""
        if not sheet.boxes:
            return rendered(sheet.page)
        pdf = self._untouched()
        try:
            return rendered(pdf[sheet.number - 1])
        finally:
            pdf.close()

    def _flat(self, number: int, page: Any) -> Any:
        """The page with its annotations made part of it; they are gone when it is opened again."""
        self._boxes.setdefault(number, tuple(form_boxes(page, view_of(page))))
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        return self._pdf[number - 1]


def _upright(textpage: Any, view: View, signs: str) -> View:
    """The view, turned so that most words run from left to right."""
    turns: Counter[int] = Counter()
    words = list(_LONG_WORD.finditer(signs))
    for match in words[:: max(len(words) // _SAMPLES, 1)]:
        first, last = _origin(textpage, match.start()), _origin(textpage, match.end() - 1)
        x, y = last[0] - first[0], last[1] - first[1]
        if x or y:
            turns[round(math.atan2(y, x) / (math.pi / 2)) % 4] += 1
    return replace(view, turns=turns.most_common(1)[0][0]) if turns else view


def _origin(textpage: Any, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def page_of(sheet: Sheet, spelling: Spelling) -> Page:
    """The words, rules and stamps of a page."""
    reader = WordReader(sheet.textpage, sheet.view, spelling)
    words = [word for _, word in reader.words() if _is_on_page(word, sheet.view)]
    stamps = stamp_words(words, sheet.boxes) if words else []
    stamped = {id(word) for stamp in stamps for word in stamp}
    kept = [_placed(word, sheet.boxes) for word in words if id(word) not in stamped]
    return Page(
        sheet.number,
        sheet.view.width,
        sheet.view.height,
        tuple(kept),
        tuple(sheet.drawn.rules),
        tuple(line for stamp in stamps for line in stamp_lines(stamp)),
    )


def _is_on_page(word: Word, view: View) -> bool:
    middle = (word.top + word.bottom) / 2
    return 0 <= word.centre <= view.width and 0 <= middle <= view.height


def _placed(word: Word, boxes: tuple[Box, ...]) -> Word:
    """What stands in a form field is marked: it may stand a little off its line."""
    is_filled = any(is_inside(word, box) for box in boxes)
    return replace(word, filled=True) if is_filled else word


def is_scan(sheet: Sheet, page: Page) -> bool:
    """Whether the page is a picture: hardly any text, or text that is not to be seen."""
    drawn = sheet.drawn
    if drawn.covered > _MOST_OF_PAGE and (drawn.is_invisible or drawn.is_text_covered):
        return True
    signs = sum(len(word.text) for word in page.words)
    is_drawn = drawn.covered > _MOST_OF_PAGE or drawn.curves > _MANY_CURVES
    return signs < _FEW_SIGNS and is_drawn
