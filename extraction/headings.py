"""Where the heading of a provision ends and its text begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extraction.lines import Line
from extraction.markers import NodeKind
from extraction.provisions import Start

_TITLED = {NodeKind.ANNEX, NodeKind.PART, NodeKind.CHAPTER, NodeKind.SECTION}
_ALWAYS_HEADED = {NodeKind.ARTICLE, NodeKind.ROMAN}
_LONGEST = 400
_TITLE_LINES = 6


def heading_end(start: Start, end: int, reader: tuple[Sequence[Line], int, bool]) -> int:
    """The place where the heading of `start` ends; its `rest` when it has none.

    end: where the provision's own words end; reader: all lines, the width they were wrapped at
    (0: not wrapped), and whether a deeper provision follows.
    """
    lines, width, has_children = reader
    first = bisect_left(lines, start.line.start, key=lambda line: line.start)
    own = [line for line in lines[first : first + _TITLE_LINES * 3] if line.start < end]
    if start.marker.kind in _TITLED:
        return _title_end(start, own, has_children=has_children)
    return _sentence_end(start, own, width, has_children=has_children)


def _title_end(start: Start, own: Sequence[Line], *, has_children: bool) -> int:
    """Chapters and the like: the words beside the label, and capitals on the lines below."""
    beside = own[0].end > start.rest
    below = own[1 : 1 + _TITLE_LINES]
    end = own[0].end if beside else start.rest
    if beside and not own[0].is_capitals and not own[0].text[_offset(start) :].isupper():
        return end
    for line in below:
        if not line.is_capitals or line.is_rule:
            break
        end = line.end
    if end == start.rest and has_children and len(own) == 2 and not own[1].is_finished:
        return own[1].end
    return end


def _offset(start: Start) -> int:
    return start.rest - start.line.start


def _sentence_end(start: Start, own: Sequence[Line], width: int, *, has_children: bool) -> int:
    """Articles and the like: the first paragraph, unless it is a sentence or a list's lead."""
    last = 0
    while last + 1 < len(own) and runs_on(own[last], own[last + 1], width):
        last += 1
    end = own[last].end
    is_followed = has_children or last + 1 < len(own)
    if start.marker.kind not in _ALWAYS_HEADED and not is_followed:
        return start.rest
    if own[last].is_finished or own[last].text[-1] in ",/" or end - start.rest > _LONGEST:
        return start.rest
    return max(end, start.rest)


def runs_on(before: Line, line: Line, width: int) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if not line.follows(before) or before.is_finished or line.is_bullet:
        return False
    if not line.text.lstrip("“‘\"'")[:1].isupper():
        return True
    if before.is_capitals and line.is_capitals:
        return True
    first_word = line.text.split(maxsplit=1)[0]
    if width and len(before.text.split()) < 4:
        return True  # "Điều 2. Sở / Công Thương": a web page broke the line after its bold part
    return bool(width) and len(before.text) + 1 + len(first_word) > width
