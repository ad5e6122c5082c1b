"""Where provisions begin: markers that really open one, not numbers that happen to stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from extraction.lines import Line
from extraction.markers import Marker, NodeKind, annex_marker, legal_marker, plan_marker
from extraction.ordinals import ordinal
from extraction.quoting import quoted_lines

_BELOW_ARTICLE = {NodeKind.CLAUSE, NodeKind.POINT}


@dataclass(frozen=True, slots=True)
class Start:
    """A provision begins at `start`; its words begin at `rest`; `line` is where it was seen."""

    marker: Marker
    start: int
    rest: int
    line: Line


def find_starts(
    lines: Sequence[Line], *, is_annex: bool, skipped: Set[int] = frozenset()
) -> list[Start]:
    """The starts in `lines` of one segment, in order; an annex itself is the first of them.

    skipped: numbers of lines that open nothing, such as rows of tables.
    """
    quoted = quoted_lines(lines)
    quoted.update(place for place, line in enumerate(lines) if line.number in skipped)
    is_legal = any(_is_article(line) for place, line in enumerate(lines) if place not in quoted)
    scan = _Scan(legal_marker if is_legal else plan_marker)
    if is_annex:
        scan.add(_annex(lines[0]))
    for place, line in enumerate(lines):
        if place in quoted or (is_annex and place == 0):
            continue
        scan.read(line, lines[place - 1] if place else None)
    return scan.found


def _annex(line: Line) -> Start:
    marker = annex_marker(line.text) or Marker(NodeKind.ANNEX, line.text, "", 0, len(line.text))
    return Start(marker, line.start, line.start + marker.rest, line)


def _is_article(line: Line) -> bool:
    marker = legal_marker(line.text)
    return marker is not None and marker.kind is NodeKind.ARTICLE


def _is_at_start(line: Line, before: Line | None) -> bool:
    """Whether nothing runs on from the line before."""
    if before is None or not line.follows(before):
        return True
    return before.is_finished or before.is_rule or before.is_capitals


class _Scan:
    """Reads lines in order; `open` is the provision now open at each level, outermost first."""

    def __init__(self, marker_of: Callable[[str], Marker | None]) -> None:
        self.marker_of = marker_of
        self.found: list[Start] = []
        self.open: list[Start] = []

    def add(self, start: Start) -> None:
        self.found.append(start)
        level = start.marker.level
        self.open = [one for one in self.open if one.marker.level < level] + [start]

    def read(self, line: Line, before: Line | None) -> None:
        marker = self.marker_of(line.text)
        if marker is None or not self._opens(marker, line, before):
            return
        start = Start(marker, line.start, line.start + marker.rest, line)
        self.add(start)
        is_article = marker.kind is NodeKind.ARTICLE
        inner = legal_marker(line.text[marker.rest :]) if is_article else None
        if inner and inner.kind is NodeKind.CLAUSE and inner.number == "1":
            # "Điều 2. 1. ...": the article has no words of its own.
            self.add(replace(start, marker=inner, start=start.rest, rest=start.rest + inner.rest))

    def _opens(self, marker: Marker, line: Line, before: Line | None) -> bool:
        if not self._has_place(marker):
            return False
        is_below_heading = bool(self.found) and self.found[-1].line is before
        if is_below_heading or _is_at_start(line, before):
            return True
        if marker.kind is NodeKind.ARTICLE:
            return line.text[marker.rest : marker.rest + 1].isupper()
        return self._is_expected(marker)

    def _has_place(self, marker: Marker) -> bool:
        """Whether something is open in which such a provision can stand."""
        above = [one.marker for one in self.open if one.marker.level < marker.level]
        if marker.kind in _BELOW_ARTICLE:
            return bool(above) and above[-1].kind in {NodeKind.ARTICLE, NodeKind.CLAUSE}
        is_dotted = marker.kind is NodeKind.NUMBER and "." in marker.number
        if is_dotted and marker.label[-1] not in ".)/-":
            return bool(above) and above[-1].number == marker.number.rpartition(".")[0]
        return True

    def _is_expected(self, marker: Marker) -> bool:
        """Whether the count goes on here, so that it cannot be a number inside a sentence."""
        now = ordinal(marker)
        if now == 1:
            return True
        same = [one.marker for one in self.open if one.marker.level == marker.level]
        then = ordinal(same[0]) if same else None
        return now is not None and then is not None and now == then + 1
