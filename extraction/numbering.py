"""Where the numbering of a document leaves something out or says it twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.fields import Span
from extraction.lines import LineNumbers
from extraction.markers import NodeKind
from extraction.ordinals import ordinal, spelled
from extraction.problem import Problem, ProblemCode
from extraction.provisions import Start

# These count through the whole text, whatever they stand in.
_RUNNING = {NodeKind.ARTICLE, NodeKind.CHAPTER}


def numbering_problems(starts: Sequence[Start], lines: LineNumbers) -> Iterator[Problem]:
    """Gaps and repeats among provisions of one kind under one parent."""
    open_starts: list[Start] = []
    last: dict[tuple[NodeKind, int], Start] = {}
    for start in starts:
        if start.marker.kind is NodeKind.ANNEX:
            last.clear()
        level = start.marker.level
        open_starts = [parent for parent in open_starts if parent.marker.level < level]
        parent = open_starts[-1].start if open_starts else -1
        key = (start.marker.kind, -1 if start.marker.kind in _RUNNING else parent)
        problem = _compare(last.get(key), start, lines)
        if problem:
            yield problem
        if ordinal(start.marker) is not None:
            last[key] = start
        open_starts.append(start)


def _compare(before: Start | None, start: Start, lines: LineNumbers) -> Problem | None:
    now = ordinal(start.marker)
    then = ordinal(before.marker) if before else 0
    if now is None or then is None or now == then + 1 or start.marker.kind is NodeKind.ANNEX:
        return None
    span = Span(start.start, start.rest)
    line = lines.at(start.start)
    if now <= then:
        if now == 1 and start.marker.kind in {NodeKind.CHAPTER, NodeKind.SECTION}:
            return None  # chapters may count anew in each part
        return Problem(ProblemCode.OUTLINE_REPEAT, span, line, {"label": start.marker.label})
    missing = ", ".join(spelled(start.marker, place) for place in range(then + 1, now))
    after = before.marker.label if before else ""
    data = {"label": start.marker.label, "after": after, "missing": missing}
    return Problem(ProblemCode.OUTLINE_GAP, span, line, data)
