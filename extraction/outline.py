"""The outline of a document: its provisions as a tree, as printed, never renumbered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from extraction.anchors import name_anchors
from extraction.fields import Span
from extraction.headings import heading_end
from extraction.lines import Line, LineNumbers, lines_of, wrap_width
from extraction.markers import NodeKind
from extraction.numbering import numbering_problems
from extraction.problem import Problem
from extraction.provisions import Start, find_starts
from extraction.zones import Zones, zones_of


@dataclass(frozen=True, slots=True)
class Node:
    """A provision.

    number and label as printed ("23", "Điều 23"); heading and text: the words of its own, without
    those of `children`; heading_span, text_span: where they stand (None when empty); span: all of
    it, children included; depth: 0 for the outermost; anchor: see `extraction.anchors`.
    """

    kind: NodeKind
    number: str
    label: str
    heading: str
    text: str
    anchor: str
    depth: int
    span: Span
    heading_span: Span | None
    text_span: Span | None
    children: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """This node and all below it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """The provisions of a document.

    preamble: what stands before the first; foot: from the last words of the document to the end
    or the first annex (None when there is neither); annexes are nodes after the others.
    """

    nodes: tuple[Node, ...]
    preamble: Span
    foot: Span | None
    problems: tuple[Problem, ...]

    def walk(self) -> Iterator[Node]:
        """All nodes in reading order."""
        for node in self.nodes:
            yield from node.walk()

    def find(self, anchor: str) -> Node | None:
        """The node of this anchor, or None."""
        return next((node for node in self.walk() if node.anchor == anchor), None)


def parse_outline(text: str) -> Outline:
    """The outline of `text`. Gaps and repeats of the numbering come back as problems.

    Text in quotation marks that an amending law inserts elsewhere is no part of the outline.
    """
    lines = lines_of(text)
    return outline_in(text, lines, zones_of(lines))


def outline_in(
    text: str, lines: Sequence[Line], zones: Zones, tables: Sequence[Span] = ()
) -> Outline:
    """The same, for lines whose zones are known.

    tables: where tables stand; what their cells count is no provision.
    """
    in_tables = _inside(lines, tables)
    width = wrap_width(lines)
    segments = [
        (find_starts(lines[first:last], is_annex=is_annex, skipped=in_tables), last)
        for first, last, is_annex in _segments(zones, len(lines))
    ]
    starts = [start for found, _ in segments for start in found]
    anchors = iter(name_anchors([start.marker for start in starts]))
    nodes: list[Node] = []
    for found, last in segments:
        end = lines[last].start if last < len(lines) else len(text)
        own_anchors = list(islice(anchors, len(found)))
        nodes += _Tree(text, lines, width, found, own_anchors, end).nodes()
    foot = _foot_span(text, lines, zones)
    begin = nodes[0].span.start if nodes else (foot.start if foot else len(text))
    return Outline(
        tuple(nodes), Span(0, begin), foot, tuple(numbering_problems(starts, LineNumbers(text)))
    )


def _inside(lines: Sequence[Line], tables: Sequence[Span]) -> frozenset[int]:
    """Numbers of the lines that stand in one of `tables`."""
    found: set[int] = set()
    for span in tables:
        first = bisect_left(lines, span.start, key=lambda line: line.start)
        for line in lines[first:]:
            if line.end > span.end:
                break
            found.add(line.number)
    return frozenset(found)


def _segments(zones: Zones, count: int) -> Iterator[tuple[int, int, bool]]:
    """First and last line of the main text and of each annex: each numbers on its own."""
    yield zones.body, zones.foot, False
    for first, last in pairwise([*zones.annexes, count]):
        yield first, last, True


def _foot_span(text: str, lines: Sequence[Line], zones: Zones) -> Span | None:
    if zones.foot >= len(lines) or zones.foot == zones.end_of_foot:
        return None
    end = zones.end_of_foot
    return Span(lines[zones.foot].start, len(text) if end is None else lines[end].start)


class _Tree:
    """Turns the starts of one segment into nodes."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        width: int,
        starts: Sequence[Start],
        anchors: Sequence[str],
        end: int,
    ) -> None:
        self.text, self.lines, self.width, self.end = text, lines, width, end
        self.starts, self.anchors = starts, anchors

    def nodes(self) -> list[Node]:
        return list(self._siblings(0, len(self.starts), 0))

    def _siblings(self, first: int, last: int, depth: int) -> Iterator[Node]:
        """The nodes among `starts[first:last]` that are not inside one another."""
        place = first
        while place < last:
            after = self._after(place, last)
            yield self._node(place, after, depth)
            place = after

    def _after(self, place: int, last: int) -> int:
        level = self.starts[place].marker.level
        after = place + 1
        while after < last and self.starts[after].marker.level > level:
            after += 1
        return after

    def _node(self, place: int, after: int, depth: int) -> Node:
        start = self.starts[place]
        end = self._begin(after)
        own_end = self._begin(place + 1)
        heading = self._stripped(start.rest, heading_end(start, own_end, self._reader(place)))
        text = self._stripped(heading.end if heading else start.rest, own_end)
        return Node(
            start.marker.kind,
            start.marker.number,
            start.marker.label,
            heading.of(self.text) if heading else "",
            self.text[text.start : text.end] if text else "",
            self.anchors[place],
            depth,
            self._stripped(start.start, end) or Span(start.start, end),
            heading,
            text,
            tuple(self._siblings(place + 1, after, depth + 1)),
        )

    def _begin(self, place: int) -> int:
        return self.starts[place].start if place < len(self.starts) else self.end

    def _reader(self, place: int) -> tuple[Sequence[Line], int, bool]:
        """What a heading may run over: lines, width, whether a deeper provision follows."""
        follower = self.starts[place + 1] if place + 1 < len(self.starts) else None
        level = self.starts[place].marker.level
        return self.lines, self.width, follower is not None and follower.marker.level > level

    def _stripped(self, start: int, end: int) -> Span | None:
        piece = self.text[start:end]
        words = piece.strip()
        if not words:
            return None
        start += piece.index(words[0])
        return Span(start, start + len(words))
