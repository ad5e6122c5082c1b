"""What is drawn on a PDF page besides text: ruled lines, pictures; and how its text is drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extraction.formats.pdf.geometry import Box, Matrix, View, combined, through
from extraction.layout import Rule

_MANY_OBJECTS = 20_000
_DEPTH = 4
_SAMPLE, _EVERY = 60, 20  # pieces of text: all of the first ones, then some
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MANY_SEGMENTS = 4000
_BOX_SEGMENTS = 5
_PALE = 230
_THIN = 3.0
_LONG = 5.0
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


@dataclass(slots=True)
class Drawn:
    """rules: ruled lines, and edges of boxes. covered: share of the page under its largest
    picture. curves: number of drawn figures that are no rules. fonts: names of the fonts.
    texts, invisible_texts: pieces of text that were looked at, and those without ink, as programs
    of scanners write what they recognised. is_text_covered: the picture lies over all text.
    """

    rules: list[Rule] = field(default_factory=list)
    covered: float = 0.0
    curves: int = 0
    fonts: set[str] = field(default_factory=set)
    texts: int = 0
    invisible_texts: int = 0
    is_text_covered: bool = False

    @property
    def is_invisible(self) -> bool:
        """Whether most text of the page is not to be seen."""
        return self.invisible_texts > self.texts // 2


class _Objects:
    """Goes through the objects of one page."""

    def __init__(self, view: View) -> None:
        self.drawn = Drawn()
        self._view = view
        self._area = max(view.width * view.height, 1.0)
        self._handles: dict[int, str] = {}
        self._left = _MANY_OBJECTS
        self._texts = 0
        self._sides = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
        self._pointers = [ctypes.byref(side) for side in self._sides]
        self._mode, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._stroke_pointer = ctypes.byref(self._stroke)
        self._ink = [ctypes.c_uint() for _ in range(4)]
        self._ink_pointers = [ctypes.byref(part) for part in self._ink]

    def visit(self, item: Any, matrix: Matrix, depth: int, is_own: bool) -> None:
        """Takes note of one object and of what it holds. is_own: no annotation put it there."""
        self._left -= 1
        if self._left < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.drawn.is_text_covered &= not is_own
            self._text(item)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            own = combined(matrix_of(item), matrix)
            for inner in _inner(item):
                self.visit(inner, own, depth + 1, is_own)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            self._picture(self._box(item, matrix))

    def _text(self, item: Any) -> None:
        self._texts += 1
        if self._texts > _SAMPLE and self._texts % _EVERY:
            return
        self.drawn.texts += 1
        if pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
            self.drawn.invisible_texts += 1
        font = pdfium.FPDFTextObj_GetFont(item)
        address = address_of(font)
        if address not in self._handles:
            self._handles[address] = font_name(font)
            self.drawn.fonts.add(self._handles[address])

    def _box(self, item: Any, matrix: Matrix) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(item, *self._pointers):
            return None
        left, bottom, right, top = (side.value for side in self._sides)
        return self._view.box(*through(matrix, (left, bottom, right, top)))

    def _path(self, item: Any, matrix: Matrix) -> None:
        box = self._box(item, matrix)
        if box is None:
            return
        width, height = box[2] - box[0], box[3] - box[1]
        if min(width, height) <= _THIN:
            if max(width, height) >= _LONG and not self._is_white(item):
                self.drawn.rules.append(Rule(*box))
        elif width > _LONG and height > _LONG:
            self.drawn.curves += 1
            self.drawn.rules.extend(self._figure(item, matrix, box))

    def _is_stroked(self, item: Any) -> bool:
        if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(self._mode), self._stroke_pointer):
            return False
        return bool(self._stroke.value)

    def _is_white(self, item: Any) -> bool:
        """Whether a line or a box is drawn in the colour of paper, or not at all."""
        colour = pdfium.FPDFPageObj_GetFillColor
        if self._is_stroked(item):
            colour = pdfium.FPDFPageObj_GetStrokeColor
        if not colour(item, *self._ink_pointers):
            return False
        return min(part.value for part in self._ink[:3]) > _PALE or self._ink[3].value == 0

    def _figure(self, item: Any, matrix: Matrix, box: Box) -> Iterator[Rule]:
        """The level and upright lines of a figure: strokes, edges of a box, slim filled boxes."""
        is_stroked = self._is_stroked(item)
        if self._is_white(item):
            return
        if pdfium.FPDFPath_CountSegments(item) <= _BOX_SEGMENTS:
            if is_stroked:
                yield from _edges(box)
            return
        own = combined(matrix_of(item), matrix)
        for points in self._outlines(item):
            if is_stroked:
                for start, end in pairwise(points):
                    yield from self._line((start, end), own)
            else:
                yield from self._line(points, own)

    def _outlines(self, item: Any) -> Iterator[list[tuple[float, float]]]:
        """The corners of each part of a figure."""
        points: list[tuple[float, float]] = []
        for index in range(min(pdfium.FPDFPath_CountSegments(item), _MANY_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, self._pointers[0], self._pointers[1])
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            points.append((self._sides[0].value, self._sides[1].value))
        if len(points) > 1:
            yield points

    def _line(self, points: Sequence[tuple[float, float]], matrix: Matrix) -> Iterator[Rule]:
        """The rule that the points draw, if they draw one."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = self._view.box(*through(matrix, (min(xs), min(ys), max(xs), max(ys))))
        width, height = box[2] - box[0], box[3] - box[1]
        if min(width, height) <= _THIN / 2 and max(width, height) >= _LONG:
            yield Rule(*box)

    def _picture(self, box: Box | None) -> None:
        if box is None:
            return
        view = self._view
        width = min(box[2], view.width) - max(box[0], 0.0)
        height = min(box[3], view.height) - max(box[1], 0.0)
        share = max(width, 0.0) * max(height, 0.0) / self._area
        self.drawn.covered = max(self.drawn.covered, share)
        self.drawn.is_text_covered |= share > 0.8


def _edges(box: Box) -> Iterator[Rule]:
    left, top, right, bottom = box
    yield Rule(left, top, right, top)
    yield Rule(left, bottom, right, bottom)
    yield Rule(left, top, left, bottom)
    yield Rule(right, top, right, bottom)


def drawn_on(page: Any, view: View, own: int) -> Drawn:
    """What is drawn on `page`, with places as it is shown. own: objects before annotations."""
    objects = _Objects(view)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MANY_OBJECTS)):
        objects.visit(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0, index < own)
    return objects.drawn


def matrix_of(item: Any) -> Matrix:
    """The transformation matrix of a page object."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def address_of(handle: Any) -> int:
    """A number for a thing of PDFium, the same as long as its page is open; 0 for nothing."""
    return ctypes.addressof(handle.contents) if handle else 0


def font_name(font: Any) -> str:
    """The name that a font calls itself, "" without one."""
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not size or size > 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _inner(form: Any) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFFormObj_CountObjects(form), _MANY_OBJECTS)):
        yield pdfium.FPDFFormObj_GetObject(form, index)
