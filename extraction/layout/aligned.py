"""Tables without ruled lines: at least three columns that stay apart over at least three rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.layout.grids import Grid
from extraction.layout.rows import Row

Gap = tuple[float, float]

_FEWEST_ROWS = 3
_FEWEST_GUTTERS = 2
_GUTTER = 0.5  # of the letters' height
_PITCH = 3.0  # of the letters' height: rows further apart are no table


def with_tables(rows: Sequence[Row]) -> Iterator[list[Row] | Grid]:
    """The rows in their order, those of a table as one."""
    waiting: list[Row] = []
    place = 0
    while place < len(rows):
        last, gutters = _stretch(rows, place)
        if last - place < _FEWEST_ROWS:
            waiting.append(rows[place])
            place += 1
            continue
        if waiting:
            yield waiting
        waiting = []
        yield _grid(rows[place:last], gutters)
        place = last
    if waiting:
        yield waiting


def _stretch(rows: Sequence[Row], first: int) -> tuple[int, list[Gap]]:
    """How far the columns that begin with a row go, and the gutters between them."""
    gutters = rows[first].gaps()
    last = first + 1
    if len(gutters) < _FEWEST_GUTTERS:
        return last, gutters
    while last < len(rows) and _is_near(rows[last - 1], rows[last]):
        left = _open(rows[last], gutters)
        if len(left) < _FEWEST_GUTTERS or not _is_split(rows[last], left):
            break
        gutters, last = left, last + 1
    return last, gutters


def _is_near(above: Row, row: Row) -> bool:
    return row.base - above.base < _PITCH * above.size


def _open(row: Row, gutters: Sequence[Gap]) -> list[Gap]:
    """The gutters that the row leaves open, as narrow as it makes them."""
    least = _GUTTER * row.size
    free = [(float("-inf"), row.left), *row.gaps(_GUTTER), (row.right, float("inf"))]
    narrowed = [(max(gap[0], empty[0]), min(gap[1], empty[1])) for gap in gutters for empty in free]
    return [gap for gap in narrowed if gap[1] - gap[0] >= least]


def _is_split(row: Row, gutters: Sequence[Gap]) -> bool:
    """Whether the row has words on both sides of a gutter."""
    return any(row.left < gap[0] and row.right > gap[1] for gap in gutters)


def _grid(rows: Sequence[Row], gutters: Sequence[Gap]) -> Grid:
    middles = sorted((gap[0] + gap[1]) / 2 for gap in gutters)
    cuts = [float("-inf"), *middles, float("inf")]
    cells = tuple(
        tuple(
            part.words if (part := row.within(left, right)) else ()
            for left, right in pairwise(cuts)
        )
        for row in rows
    )
    return Grid(
        rows[0].top,
        rows[-1].bottom,
        min(row.left for row in rows),
        max(row.right for row in rows),
        cells,
    )
