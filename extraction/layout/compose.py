"""Pages of words to a text in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extraction.layout.aligned import with_tables
from extraction.layout.columns import Side, columns_in, is_head_or_foot
from extraction.layout.footnotes import Footnote, marks_of, split_footnotes
from extraction.layout.furniture import Sheet, without_furniture
from extraction.layout.grids import Grid, grids_of
from extraction.layout.paragraphs import (
    Frame,
    Paragraph,
    continues_over,
    frame_of,
    paragraphs_of,
)
from extraction.layout.rows import Row, rows_of, text_of
from extraction.layout.word import Page
from extraction.layout.writing import Composed, Writer

Block = list[Row] | Grid
_SHORT = 0.6  # of the width of a page: no line is long enough to show the right edge
_RIGHT = 0.9
_FEW_ROWS = 4


@dataclass(slots=True)
class _Document:
    """What is known of the whole document while its pages are written."""

    writer: Writer
    body_size: float
    edges: tuple[float, float]
    open: Paragraph | None = None
    frame: Frame | None = None
    notes: list[Footnote] = field(default_factory=list)


def compose(pages: Sequence[Page]) -> Composed:
    """The text of `pages`: columns one after the other, paragraphs joined, furniture left out."""
    grids = {page.number: _tables(page) for page in pages}
    sheets = [_sheet(page, grids[page.number]) for page in pages]
    sheets, running = without_furniture(sheets)
    rows = [row for sheet in sheets for row in sheet.rows]
    document = _Document(Writer(), _usual_size(rows), _edges(sheets))
    for sheet in sheets:
        _write_page(document, sheet, grids[sheet.number])
    _close(document)
    _write_notes(document)
    _write_stamps(document.writer, pages)
    return document.writer.composed(running)


def _tables(page: Page) -> list[Grid]:
    """The ruled tables of a page; a head or a foot with lines around it is none."""
    return [grid for grid in grids_of(page.rules, page.words) if not _is_head_or_foot(grid)]


def _is_head_or_foot(grid: Grid) -> bool:
    is_small = len(grid.rows) <= _FEW_ROWS and max(map(len, grid.rows)) == 2
    words = " ".join(text_of(cell) for row in grid.rows for cell in row)
    return is_small and is_head_or_foot(words)


def _sheet(page: Page, grids: Sequence[Grid]) -> Sheet:
    inside = {id(word) for grid in grids for row in grid.rows for cell in row for word in cell}
    words = [word for word in page.words if id(word) not in inside]
    return Sheet(page.number, page.width, page.height, tuple(rows_of(words)))


def _usual_size(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    weights: dict[float, int] = {}
    for row in rows:
        size = round(row.size, 1)
        weights[size] = weights.get(size, 0) + len(row.words)
    return max(weights, key=lambda size: weights[size]) if weights else 0.0


def _edges(sheets: Sequence[Sheet]) -> tuple[float, float]:
    """Left and right edge of the text on most pages that are as wide as the first."""
    width = sheets[0].width if sheets else 0.0
    frames = [
        frame_of(sheet.rows, sheet.width)
        for sheet in sheets
        if len(sheet.rows) > 8 and abs(sheet.width - width) < 1
    ]
    if not frames:
        return 0.0, 0.0
    lefts = sorted(frame.left for frame in frames)
    rights = sorted(frame.right for frame in frames)
    return lefts[len(lefts) // 2], rights[len(rights) // 2]


def _write_page(document: _Document, sheet: Sheet, grids: Sequence[Grid]) -> None:
    rows, notes = split_footnotes(
        sheet.rows, document.body_size, sheet.height, marks_of(sheet.rows)
    )
    document.notes.extend(notes)
    document.writer.page()
    for block in _blocks(rows, grids):
        if isinstance(block, Grid):
            _write_grid(document, block)
        else:
            _write_rows(document, block, sheet.width)


def _blocks(rows: Sequence[Row], grids: Sequence[Grid]) -> Iterator[Block]:
    """Rows and tables from top to bottom."""
    left = list(rows)
    for grid in grids:
        above = [row for row in left if row.base < (grid.top + grid.bottom) / 2]
        if above:
            yield above
        left = left[len(above) :]
        yield grid
    if left:
        yield left


def _write_rows(document: _Document, rows: list[Row], width: float) -> None:
    place = 0
    for side in columns_in(rows, width):
        _write_body(document, rows[place : side.first], rows, width)
        _close(document)
        _write_sides(document.writer, rows, side, width)
        place = side.last
    _write_body(document, rows[place:], rows, width)


def _write_sides(writer: Writer, rows: Sequence[Row], side: Side, width: float) -> None:
    """Each column whole, the left one first, a blank line between them."""
    cuts = (float("-inf"), *side.cuts, float("inf"))
    for left, right in pairwise(cuts):
        parts = [part for row in rows[side.first : side.last] if (part := row.within(left, right))]
        if not parts:
            continue
        writer.gap()
        frame = frame_of(parts, width, is_narrow=True)
        for paragraph in paragraphs_of(parts, frame):
            writer.words(paragraph.words)
            writer.line()
        writer.gap()


def _write_body(
    document: _Document, rows: list[Row], all_rows: Sequence[Row], width: float
) -> None:
    if not rows:
        return
    frame = _frame(document, rows, all_rows, width)
    for part in with_tables(rows):
        if isinstance(part, Grid):
            _write_grid(document, part)
        else:
            _write_paragraphs(document, part, frame)


def _write_paragraphs(document: _Document, rows: Sequence[Row], frame: Frame) -> None:
    for place, paragraph in enumerate(paragraphs_of(rows, frame)):
        if place == 0 and _goes_on(document, paragraph.rows[0]):
            document.writer.words(paragraph.words)
        else:
            _close(document)
            if paragraph.is_apart:
                document.writer.gap()
            document.writer.words(paragraph.words)
        document.open, document.frame = paragraph, frame


def _write_grid(document: _Document, grid: Grid) -> None:
    _close(document)
    document.writer.gap()
    document.writer.grid(grid)
    document.writer.gap()


def _frame(
    document: _Document, rows: Sequence[Row], all_rows: Sequence[Row], width: float
) -> Frame:
    """The column of the body on this page: as wide as on others when the page has little text."""
    frame = frame_of(rows, width)
    left, right = document.edges
    if not right and frame.right - frame.left < _SHORT * width:
        # Nothing but short lines: the margins of Decree 30/2020, annex I (15 to 20 mm right).
        frame = replace(frame, right=_RIGHT * width)
    if right and (frame.right < right or len(all_rows) < 8):
        frame = replace(frame, right=max(right, frame.right))
    if right and abs(frame.left - left) > 1 and frame.left > left:
        frame = replace(frame, left=left)
    return frame


def _goes_on(document: _Document, row: Row) -> bool:
    """Whether the paragraph that was open at the end of the last page goes on here."""
    before = document.open
    if before is None or document.frame is None:
        return False
    if abs(before.rows[-1].size - row.size) > 0.15 * row.size:
        return False
    return continues_over(before, row, document.frame)


def _close(document: _Document) -> None:
    if document.open is not None:
        document.writer.line()
    document.open = None


def _write_notes(document: _Document) -> None:
    if document.notes:
        document.writer.gap()
    for note in document.notes:
        document.writer.text(f"[{note.number}] ")
        document.writer.words(note.words)
        document.writer.line()


def _write_stamps(writer: Writer, pages: Sequence[Page]) -> None:
    stamps = [stamp for page in pages for stamp in page.stamps]
    if stamps:
        writer.gap()
    for stamp in stamps:
        writer.aside(stamp)
