"""Provisions quoted inside others, as amending laws do."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.lines import Line
from extraction.markers import legal_marker

_LONGEST = 400


def quoted_lines(lines: Sequence[Line]) -> set[int]:
    """Places of the lines between a quotation mark that opens a provision and the one that ends it.

    A quotation that never ends is none: the missing mark is then the oddity, not the text.
    """
    quoted: set[int] = set()
    place = 0
    while place < len(lines):
        end = _end(lines, place) if _opens_provision(lines[place].text) else None
        if end is not None:
            quoted.update(range(place, end + 1))
            place = end
        place += 1
    return quoted


def _opens_provision(line: str) -> bool:
    return line[:1] in '“"' and legal_marker(line[1:].lstrip()) is not None


def _end(lines: Sequence[Line], first: int) -> int | None:
    depth = 0
    straight = lines[first].text.startswith('"')
    for place in range(first, min(len(lines), first + _LONGEST)):
        text = lines[place].text
        if straight:
            depth = (depth + text.count('"')) % 2
        else:
            depth += text.count("“") - text.count("”")
        if depth <= 0 and text.rstrip(".;:, ")[-1:] in '”"':
            return place
    return None
