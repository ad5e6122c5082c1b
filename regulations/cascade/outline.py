"""The map in words: nested lists, up and down. A document that comes again is only named."""

from __future__ import annotations

from dataclasses import dataclass, field

from regulations.cascade.levels import LEVELS
from regulations.cascade.walk import Cascade, Node


@dataclass(slots=True)
class Line:
    """A document and what hangs on it; is_again: its own list stands further up."""

    node: Node
    level: str
    lines: list[Line] = field(default_factory=list)
    is_again: bool = False
    has_more: bool = False


def outline_of(cascade: Cascade, way: int) -> list[Line]:
    """What the document rests on (way -1), or what rests on it (1), as nested lines."""
    return _lines(cascade, cascade.nodes[cascade.root], way, {cascade.root})


def _lines(cascade: Cascade, node: Node, way: int, seen: set[int]) -> list[Line]:
    found = []
    for pk in node.above if way < 0 else node.below:
        other = cascade.nodes[pk]
        line = Line(other, str(LEVELS[other.level]), is_again=pk in seen)
        if not line.is_again:
            seen.add(pk)
            line.lines = _lines(cascade, other, way, seen)
            line.has_more = other.more_above if way < 0 else other.more_below
        found.append(line)
    return found
