"""Whether a table holds data or only sets the page: heads, feet, frames around text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.formats.blocks import Block, Columns, Grid, words_of
from vietnamese import fold

# How cells of the head and foot of a document begin (Decree 30/2020/NĐ-CP, annex I; Party
# layout), folded; also as TCVN3 and VNI fonts store them, in small letters.
_OPENINGS = (
    *("cong hoa xa hoi", "dang cong san viet nam", "noi nhan:", "noi nhan :", "doc lap - tu do"),
    *("céng hoµ x· héi", "céng hßa x· héi", "®¶ng céng s¶n", "n¬i nhën:", "®éc lëp"),
    *("coäng hoaø xaõ hoäi", "coäng hoøa xaõ hoäi", "ñaûng coäng saûn", "nôi nhaän:", "ñoäc laäp"),
)
_SIGNING = re.compile(r"\((?:ki|ký|kí|kyù),? (?:va |và |vaø )?(?:ghi|ten|tªn|teân|dong|®ãng|ñoùng)")
_MOST_ROWS = 6
_MOST_COLUMNS = 4
_HEAD_ROWS = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. column: the first column of the grid that it takes, span: how many it takes."""

    blocks: tuple[Block, ...]
    column: int
    span: int = 1

    @property
    def is_empty(self) -> bool:
        return not words_of(self.blocks).strip()


Rows = Sequence[Sequence[Cell]]


def table_blocks(rows: Rows, has_borders: bool) -> list[Block]:
    """The blocks of a table.

    A table without borders that is small, one around the head or the foot, and a frame of one
    column only set the page: their columns are read one after the other. All others are data.
    """
    rows = [row for row in rows if not all(cell.is_empty for cell in row)]
    if not rows:
        return []
    width = max(cell.column + cell.span for row in rows for cell in row)
    filled = max(sum(not cell.is_empty for cell in row) for row in rows)
    if filled == 1 and (width == 1 or len(rows) == 1 or not has_borders):
        return [block for row in rows for cell in row for block in cell.blocks]
    if _sets_the_page(rows, width, filled, has_borders):
        return _side_by_side(rows)
    return [Grid(tuple(_grid_row(row, width) for row in rows))]


def _sets_the_page(rows: Rows, width: int, filled: int, has_borders: bool) -> bool:
    is_short = len(rows) <= _HEAD_ROWS or not has_borders
    if filled <= _MOST_COLUMNS and is_short and _is_marked(rows):
        return True
    return not has_borders and len(rows) <= _MOST_ROWS and filled <= _MOST_COLUMNS


def _is_marked(rows: Rows) -> bool:
    return any(_opens_head_or_foot(words_of(cell.blocks)[:400]) for row in rows for cell in row)


def _opens_head_or_foot(words: str) -> bool:
    stored = " ".join(words.lower().split())
    folded = fold(words)
    return (
        folded.startswith(_OPENINGS)
        or stored.startswith(_OPENINGS)
        or _SIGNING.search(folded) is not None
        or _SIGNING.search(stored) is not None
    )


def _side_by_side(rows: Rows) -> list[Block]:
    """Rows in columns, read column by column; a row that spans the page ends the columns above."""
    blocks: list[Block] = []
    group: list[Sequence[Cell]] = []
    for row in rows:
        only = [cell for cell in row if not cell.is_empty]
        if len(only) == 1 and len(row) == 1 and only[0].span > 1:
            blocks += _columns(group)
            blocks += only[0].blocks
            group = []
        else:
            group.append(row)
    return [*blocks, *_columns(group)]


def _columns(rows: Rows) -> list[Block]:
    if not rows:
        return []
    widest = max(rows, key=lambda row: sum(not cell.is_empty for cell in row))
    starts = sorted({cell.column for cell in widest if not cell.is_empty})
    columns: dict[int, list[Block]] = {start: [] for start in starts}
    for row in rows:
        for cell in row:
            place = max((start for start in starts if start <= cell.column), default=starts[0])
            columns[place] += cell.blocks
    return [Columns(tuple(tuple(columns[start]) for start in starts))]


def _grid_row(row: Sequence[Cell], width: int) -> tuple[tuple[Block, ...], ...]:
    cells: list[tuple[Block, ...]] = [()] * width
    for cell in row:
        cells[cell.column] = cell.blocks
    return tuple(cells)
