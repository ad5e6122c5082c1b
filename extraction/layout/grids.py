"""Tables with ruled lines: which cells they have, and which words stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.layout.rows import rows_of
from extraction.layout.word import Rule, Word

_NEAR = 3.0  # points: lines nearer than this are one, ends nearer than this touch
_MANY_RULES = 6000
_MANY_LINES = 400
_MOST_WORK = 20_000_000  # comparisons: two seconds

Cell = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, each with its words in reading order. top, bottom: its edges."""

    top: float
    bottom: float
    left: float
    right: float
    rows: tuple[tuple[Cell, ...], ...]


def grids_of(rules: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    """The tables that `rules` draw around `words`, from top to bottom."""
    found: list[Grid] = []
    for group in _groups(rules):
        grid = _Lines(group).grid(words)
        if grid:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.top)


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that touch each other, directly or through others; bands that overlap go together."""
    if len(rules) > _MANY_RULES or not any(rule.is_upright for rule in rules):
        return []
    groups: list[list[Rule]] = []
    reach = float("-inf")
    uprights = [rule for rule in rules if rule.is_upright]
    bands = _bands(uprights)
    for top, bottom in bands:
        inside = [
            rule for rule in rules if rule.top >= top - _NEAR and rule.bottom <= bottom + _NEAR
        ]
        if inside and top > reach - _NEAR:
            groups.append(inside)
        reach = bottom
    return groups


def _bands(uprights: Sequence[Rule]) -> list[tuple[float, float]]:
    """Stretches of the page, from top to bottom, that upright rules cover without a break."""
    bands: list[tuple[float, float]] = []
    for rule in sorted(uprights, key=lambda rule: rule.top):
        if bands and rule.top <= bands[-1][1] + _NEAR:
            bands[-1] = bands[-1][0], max(bands[-1][1], rule.bottom)
        else:
            bands.append((rule.top, rule.bottom))
    return bands


def _merged(values: Sequence[float]) -> list[float]:
    """The values in order, those that lie together as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


class _Lines:
    """The lines of one table."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._upright = [rule for rule in rules if rule.is_upright]
        self._level = [rule for rule in rules if not rule.is_upright]
        self._xs = _merged([(rule.left + rule.right) / 2 for rule in self._upright])
        self._ys = _merged([(rule.top + rule.bottom) / 2 for rule in self._level])
        self._walls: dict[tuple[int, int], bool] = {}
        self._floors: dict[tuple[int, int], bool] = {}

    def grid(self, words: Sequence[Word]) -> Grid | None:
        """The table with the words in it; None if these lines are no table, or an empty one."""
        xs, ys = self._xs, self._ys
        if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
            return None
        if len(xs) > _MANY_LINES or len(ys) > _MANY_LINES or self._cost() > _MOST_WORK:
            return None
        cells: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            place = self._place(word)
            if place:
                cells.setdefault(place, []).append(word)
        if len(cells) < 2:
            return None
        return Grid(ys[0], ys[-1], xs[0], xs[-1], tuple(self._rows(cells)))

    def _cost(self) -> int:
        """How often rules are compared when every wall is looked for."""
        return len(self._xs) * len(self._ys) * (len(self._upright) + len(self._level))

    def _place(self, word: Word) -> tuple[int, int] | None:
        """The cell in which a word stands; of merged cells the upper left one."""
        row = bisect_right(self._ys, (word.top + word.bottom) / 2) - 1
        column = bisect_right(self._xs, word.centre) - 1
        if not (0 <= row < len(self._ys) - 1 and 0 <= column < len(self._xs) - 1):
            return None
        while column and not self._has_wall(row, column):
            column -= 1
        while row and not self._has_floor(row, column):
            row -= 1
        return row, column

    def _has_wall(self, row: int, column: int) -> bool:
        """Whether a rule stands between this cell and the one left of it."""
        key = row, column
        if key not in self._walls:
            x, y = self._xs[column], (self._ys[row] + self._ys[row + 1]) / 2
            self._walls[key] = any(
                abs((rule.left + rule.right) / 2 - x) <= _NEAR and rule.top <= y <= rule.bottom
                for rule in self._upright
            )
        return self._walls[key]

    def _has_floor(self, row: int, column: int) -> bool:
        """Whether a rule lies between this cell and the one above it."""
        key = row, column
        if key not in self._floors:
            y, x = self._ys[row], (self._xs[column] + self._xs[column + 1]) / 2
            self._floors[key] = any(
                abs((rule.top + rule.bottom) / 2 - y) <= _NEAR and rule.left <= x <= rule.right
                for rule in self._level
            )
        return self._floors[key]

    def _rows(self, cells: dict[tuple[int, int], list[Word]]) -> list[tuple[Cell, ...]]:
        rows: list[tuple[Cell, ...]] = []
        for row in range(len(self._ys) - 1):
            columns = [
                column
                for column in range(len(self._xs) - 1)
                if column == 0 or self._has_wall(row, column)
            ]
            line = tuple(_in_order(cells.get((row, column), [])) for column in columns)
            if any(line):
                rows.append(line)
        return rows


def _in_order(words: Sequence[Word]) -> Cell:
    return tuple(word for row in rows_of(words) for word in row.words)
