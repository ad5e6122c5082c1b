"""The map as shapes: boxes in bands of levels, lines from what rests to what it rests on.

All in the units of the drawing (pixels at full width); the template writes them as SVG.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from regulations.cascade.levels import LEVELS
from regulations.cascade.walk import Cascade, Node

WIDTH = 1180
LABEL = 150
BOX_WIDTH, BOX_HEIGHT = 236, 92
GAP_X, GAP_Y, PAD = 18, 34, 24
IN_A_ROW = 4
COLUMN = BOX_WIDTH + GAP_X
# How far from a row lines run along it.
CHANNEL = 14
LETTERS = 29
LINES = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A document: its place, the lines of its title."""

    node: Node
    x: int
    y: int
    lines: tuple[tuple[int, str], ...]
    is_root: bool
    width: int = BOX_WIDTH
    height: int = BOX_HEIGHT

    @property
    def text_x(self) -> int:
        """Where its words begin."""
        return self.x + 12

    @property
    def number_y(self) -> int:
        """The line of its number."""
        return self.y + 24


@dataclass(frozen=True, slots=True)
class Band:
    """A level: its name, in lines, and from where to where it goes."""

    lines: tuple[tuple[int, str], ...]
    y: int
    height: int
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, back to front."""

    width: int
    height: int
    bands: list[Band]
    lines: list[str]
    boxes: list[Box]


def drawing_of(cascade: Cascade) -> Drawing:
    """The drawing of `cascade`."""
    rows = list(_rows(cascade.nodes.values()))
    boxes: dict[int, Box] = {}
    bands: list[Band] = []
    y = 0
    for level, lines in rows:
        height = PAD * 2 + len(lines) * BOX_HEIGHT + (len(lines) - 1) * GAP_Y
        name = textwrap.wrap(str(LEVELS[level]), 16)
        words = tuple((y + PAD + 22 + 20 * place, line) for place, line in enumerate(name))
        bands.append(Band(words, y, height))
        for place, nodes in enumerate(lines):
            top = y + PAD + place * (BOX_HEIGHT + GAP_Y)
            boxes |= {box.node.page.pk: box for box in _boxes(nodes, top, cascade.root)}
        y += height
    tops = sorted({box.y for box in boxes.values()})
    paths = [_path(boxes[rests], boxes[basis], tops) for rests, basis in cascade.links]
    return Drawing(WIDTH, max(y, 1), bands, paths, list(boxes.values()))


def _rows(nodes: Iterable[Node]) -> Iterable[tuple[str, list[list[Node]]]]:
    """(level, its lines of documents); within a level what rests stands below its basis."""
    by_level: dict[str, dict[int, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        by_level[node.level][node.steps].append(node)
    for level in LEVELS:
        lines = []
        for steps in sorted(by_level.get(level, {})):
            found = sorted(by_level[level][steps], key=lambda node: node.label)
            lines += [found[i : i + IN_A_ROW] for i in range(0, len(found), IN_A_ROW)]
        if lines:
            yield level, lines


def _boxes(nodes: list[Node], top: int, root: int) -> Iterable[Box]:
    """A row in the middle of the four columns, so that the gaps between columns stay free."""
    first = (IN_A_ROW - len(nodes)) // 2
    for column, node in enumerate(nodes, first):
        title = textwrap.wrap(node.page.title, LETTERS, max_lines=LINES, placeholder=" …")
        lines = tuple((top + 46 + 20 * line, words) for line, words in enumerate(title))
        yield Box(node, LABEL + column * COLUMN, top, lines, node.page.pk == root)


def _path(rests: Box, basis: Box, rows: list[int]) -> str:
    """An SVG path from the box that rests to its basis, by the sides that face each other.

    Straight to the next row; through a gap between columns where rows lie between.
    """
    upward = basis.y <= rests.y
    x1, x2 = rests.x + BOX_WIDTH // 2, basis.x + BOX_WIDTH // 2
    y1, y2 = (rests.y, basis.y + BOX_HEIGHT) if upward else (rests.y + BOX_HEIGHT, basis.y)
    away = -CHANNEL if upward else CHANNEL
    if basis.y == rests.y:
        return f"M{x1} {y1} V{y1 + away} H{x2} V{basis.y}"
    low, high = sorted((basis.y, rests.y))
    if not any(low < row < high for row in rows):
        middle = (y1 + y2) // 2
        return f"M{x1} {y1} C{x1} {middle} {x2} {middle} {x2} {y2}"
    # Beside the lower box, on the side of its basis.
    gap = rests.x + BOX_WIDTH + GAP_X // 2 if x2 > x1 else rests.x - GAP_X // 2
    return f"M{x1} {y1} V{y1 + away} H{gap} V{y2 - away} H{x2} V{y2}"
