"""The national motto, and the Party's name in its place: the right column of a head."""

from __future__ import annotations

import re

from extraction.lines import Line
from vietnamese import fold

_STATE = "cong hoa xa hoi chu nghia viet nam"
_LIBERTY = "doc lap tu do hanh phuc"
_PARTY = "dang cong san viet nam"
# With a letter or two read wrong, as on a scan.
_OPENS = re.compile(
    r"c[o0]ng h[o0]a xa\b|c[o0]ng h[o0]a x|d[o0]c l[ae]p\b|dang c[o0]ng san\b|cong h[o0]a$|"
    r"c[o0]ng (?:h|b|l)\w{1,2} xa h"
)
_ENDS = re.compile(r"nghia vi[e]?t nam$|h[ao]n?[hb] ph[uo]c$|^xa hoi chu nghia|^chu nghia viet nam")


def motto_cells(cells: list[Line]) -> set[int]:
    """Places of the cells that print a motto or a piece of one broken over lines."""
    found: set[int] = set()
    rest = ""
    for place, cell in enumerate(cells):
        if cell.is_rule or len(cell.text) > 90:
            continue
        words = fold(cell.text.strip(" *-–—_"))
        if rest and words and rest.startswith(words):
            rest = rest[len(words) :].strip()
            found.add(place)
        elif _OPENS.match(words) or _ENDS.search(words) or _is_broken(cells, place, words):
            rest = _rest(words)
            found.add(place)
    return found


def _is_broken(cells: list[Line], place: int, words: str) -> bool:
    """Whether a motto begins with this single word and goes on in the next cell."""
    rest = _rest(words)
    if not words or not rest or place + 1 >= len(cells):
        return False
    after = fold(cells[place + 1].text[:90].strip(" *-–—_"))
    return len(after) > 3 and (rest.startswith(after) or after.startswith(rest))


def _rest(words: str) -> str:
    """What is still to come of the motto that `words` begin."""
    whole = next((one for one in (_STATE, _LIBERTY, _PARTY) if one.startswith(words)), "")
    return whole[len(words) :].strip()
