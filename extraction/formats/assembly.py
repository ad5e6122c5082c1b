"""Blocks become one text: paragraphs as lines, tables as rows, columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extraction.extracted import Conversion, Extracted, Note, NoteCode, Table
from extraction.fields import Span
from extraction.formats.blocks import Block, Columns, Grid, Paragraph, paragraphs_in
from extraction.formats.decoding import PAGE, Decoded, RunDecoder
from extraction.formats.typed_columns import set_columns
from vietnamese import LegacyEncoding

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
# Before and after of so many passages are kept: enough to check, few enough to look through.
_MOST_CONVERSIONS = 1000


def assemble(
    blocks: Sequence[Block],
    source: str,
    format: str,
    notes: Iterable[Note] = (),
    encoding: str = "utf-8",
) -> Extracted:
    """The text of `blocks`, with its tables and what was converted from old fonts.

    encoding: in which the file stores its letters.
    """
    runs = [run for paragraph in paragraphs_in(blocks) for run in paragraph.runs]
    writer = _Writer(RunDecoder(runs))
    writer.write(blocks)
    return writer.extracted(source, format, encoding, tuple(notes))


class _Writer:
    """Collects lines; knows at which offset of the text it stands."""

    def __init__(self, decoder: RunDecoder) -> None:
        self._decoder = decoder
        self._parts: list[str] = []
        self._length = 0
        self._has_gap = False
        self._pages: list[int] = []
        self._tables: list[Table] = []
        self._conversions: list[Conversion] = []
        self._converted: dict[str, int] = {}

    def write(self, blocks: Sequence[Block]) -> None:
        waiting: list[Decoded] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                waiting.append(self._decoder.decode(block.runs))
                continue
            self._paragraphs(waiting)
            waiting = []
            if isinstance(block, Columns):
                self._columns(block)
            else:
                self._grid(block)
        self._paragraphs(waiting)

    def _paragraphs(self, paragraphs: list[Decoded]) -> None:
        for piece in set_columns(paragraphs):
            for text, before in _lines(piece):
                self._line(text, piece.encoding, before)

    def _line(self, text: str, encoding: str, before: str) -> None:
        over, *pages = (_BLANKS.sub(" ", part).strip() for part in text.split(PAGE))
        if pages and not over:
            self._page_at_next_line()
        words = " ".join(filter(None, [over, *pages]))
        if not words:
            self._has_gap = True
            return
        start = self._begin()
        if pages and over:
            self._pages.append(start + len(over) + 1)
        self._add(words)
        if encoding:
            self._converted[encoding] = self._converted.get(encoding, 0) + 1
            self._note_change(start, encoding, before, words)

    def _page_at_next_line(self) -> None:
        self._pages.append(-1)

    def _begin(self) -> int:
        """Opens a line; returns where it starts."""
        if self._length:
            self._add("\n\n" if self._has_gap else "\n")
        self._has_gap = False
        self._pages = [self._length if place < 0 else place for place in self._pages]
        return self._length

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _note_change(self, start: int, encoding: str, before: str, after: str) -> None:
        if len(self._conversions) < _MOST_CONVERSIONS:
            span = Span(start, start + len(after))
            self._conversions.append(Conversion(span, encoding, before.strip(), after))

    def _columns(self, block: Columns) -> None:
        for column in block.columns:
            self._has_gap = True
            self.write(column)
        self._has_gap = True

    def _grid(self, grid: Grid) -> None:
        self._has_gap = True
        rows: list[tuple[str, ...]] = []
        first = -1
        for row in grid.rows:
            cells = [self._cell(cell) for cell in row]
            words = tuple(cell.text for cell in cells)
            if not any(words):
                continue
            start = self._row(words, cells)
            first = start if first < 0 else first
            rows.append(words)
        if rows:
            self._tables.append(Table(Span(first, self._length), tuple(rows)))
        self._has_gap = True

    def _row(self, words: tuple[str, ...], cells: Sequence[Decoded]) -> int:
        start = self._begin()
        self._add("\t".join(words).rstrip("\t"))
        place = start
        for cell in cells:
            if cell.encoding and cell.text:
                self._converted[cell.encoding] = self._converted.get(cell.encoding, 0) + 1
                self._note_change(place, cell.encoding, cell.before, cell.text)
            place += len(cell.text) + 1
        return start

    def _cell(self, blocks: Sequence[Block]) -> Decoded:
        parts = [self._decoder.decode(paragraph.runs) for paragraph in paragraphs_in(blocks)]
        if any(PAGE in part.text for part in parts):
            self._page_at_next_line()
        text = " ".join(" ".join(part.text.split()) for part in parts if part.text.strip())
        encodings = {part.encoding: None for part in parts if part.encoding}
        before = "\n".join(part.before for part in parts if part.before)
        return Decoded(text, next(iter(encodings), ""), before)

    def _encodings(self) -> str:
        found = {name for names in self._converted for name in names.split(", ")}
        return ", ".join(sorted(found - {LegacyEncoding.DECOMPOSED}))

    def extracted(
        self, source: str, format: str, encoding: str, notes: tuple[Note, ...]
    ) -> Extracted:
        changes = tuple(
            Note(NoteCode.LEGACY_ENCODING, {"encoding": str(name), "passages": str(count)})
            for name, count in self._converted.items()
        )
        pages = sorted({place for place in self._pages if 0 < place < self._length})
        return Extracted(
            "".join(self._parts),
            source,
            self._encodings() or encoding,
            format,
            page_starts=(0, *pages) if pages else (),
            tables=tuple(self._tables),
            conversions=tuple(self._conversions),
            notes=(*changes, *notes),
        )


def _lines(piece: Decoded) -> list[tuple[str, str]]:
    """The lines of a paragraph broken by hand, each with what was stored for it."""
    if "\n" not in piece.text:
        return [(piece.text, piece.before)]
    lines = piece.text.split("\n")
    before = piece.before.split("\n")
    if len(before) != len(lines):
        before = [piece.before] * len(lines)
    return [line for line in zip(lines, before, strict=True) if line[0].strip()] or [("", "")]
