"""Columns that stand side by side: head, foot, signatures.

Decree 30/2020, annex I: the issuing body and the number stand left, the motto, place and date
right; at the end the recipients stand left, the signature right. Two columns show themselves by
a gutter: a stretch that no line of theirs crosses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.layout.rows import Row

Gap = tuple[float, float]

_GUTTER = 0.35  # of the letters' height: the narrowest gutter
_MARKER = re.compile(r"(?:[-–—+*•·]|\(?[0-9]{1,3}[.)/]?|[IVXLC]+[.)]|[a-zđ][.)]|Điều|Số:?)")
_HEAD = re.compile(r"CỘNG\s*H[ÒO]|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s*[-–—]", re.IGNORECASE)
_FOOT = re.compile(r"[Nn]ơi\s+nhận\b|\b(?:TM|KT|TL|TUQ|TUN|Q)\.\s?[A-ZĐ]{2}")
_ENDS = re.compile(r"kính\s+(?:gửi|trình)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:!?]$")
_FAR = 3.0  # of the letters' height: a gap between signatures
_APART = 2.6


@dataclass(frozen=True, slots=True)
class Side:
    """`rows[first:last]` stand in columns with gutters around `cuts`."""

    first: int
    last: int
    cuts: tuple[float, ...]


def columns_in(rows: Sequence[Row], width: float) -> list[Side]:
    """The stretches of `rows` that stand in columns, from top to bottom. width: of the page."""
    found: list[Side] = []
    place = 0
    while place < len(rows):
        side = _side_from(rows, place, found[-1].last if found else 0, width)
        if side:
            found.append(side)
            place = side.last
        else:
            place += 1
    return found


def is_head_or_foot(text: str) -> bool:
    """Whether these are words of a head or a foot, which stand in columns, not in tables."""
    return _HEAD.search(text) is not None or _FOOT.search(text) is not None


def _side_from(rows: Sequence[Row], place: int, floor: int, width: float) -> Side | None:
    """The columns that begin with the row at `place` or above it, None if none do."""
    gutters = _gutters(rows[place], width)
    if not gutters:
        return None
    last, gutters = _grow(rows, place, gutters, width)
    if not _is_columns(rows, place, last, gutters):
        return None
    cut = max(gutters, key=lambda gap: gap[1] - gap[0])
    first = _first(rows, place, floor, cut, width)
    return Side(first, last, ((cut[0] + cut[1]) / 2,))


def _gutters(row: Row, width: float) -> list[Gap]:
    """Gaps of a row that could be gutters: not those behind a number or a bullet."""
    found: list[Gap] = []
    for gap in row.gaps():
        left = row.within(float("-inf"), (gap[0] + gap[1]) / 2)
        if left is None or (len(left.words) == 1 and _MARKER.fullmatch(left.words[0].text)):
            continue
        if 0.15 * width < (gap[0] + gap[1]) / 2 < 0.85 * width:
            found.append(gap)
    return found


def _grow(
    rows: Sequence[Row], place: int, gutters: list[Gap], width: float
) -> tuple[int, list[Gap]]:
    """How far down at least one gutter stays open, and the gutters that do."""
    last = place + 1
    while last < len(rows):
        row = rows[last]
        left = _open(row, gutters)
        if not left or _ends(rows, place, last, left, width):
            break
        gutters, last = left, last + 1
    return last, gutters


def _open(row: Row, gutters: Sequence[Gap]) -> list[Gap]:
    """What is left of the gutters below `row`."""
    least = _GUTTER * row.size
    free = [(float("-inf"), row.left), *row.gaps(_GUTTER), (row.right, float("inf"))]
    narrowed = [(max(gap[0], empty[0]), min(gap[1], empty[1])) for gap in gutters for empty in free]
    return [gap for gap in narrowed if gap[1] - gap[0] >= least]


def _ends(
    rows: Sequence[Row], first: int, place: int, gutters: Sequence[Gap], width: float
) -> bool:
    """Whether the columns end above `rows[place]`: it is centred on the page, or an addressee."""
    row, above = rows[place], rows[first:place]
    if _ENDS.match(row.text):
        return True
    gap = gutters[0]
    is_left, is_right = row.right <= gap[1], row.left >= gap[0]
    if not (is_left or is_right):
        return False
    edges = [other.left for other in above], [other.right for other in above]
    middle = (min(edges[0]) + max(edges[1])) / 2
    own = _centre_of_side(above, gap, is_left)
    if own is None:
        return is_centred(row, width) or abs(row.centre - middle) < row.size
    return abs(row.centre - middle) < abs(row.centre - own) and row.left > min(edges[0])


def _centre_of_side(rows: Sequence[Row], gap: Gap, is_left: bool) -> float | None:
    """Where the middle of one column lies."""
    cut = (gap[0] + gap[1]) / 2
    sides = (float("-inf"), cut) if is_left else (cut, float("inf"))
    parts = [part for row in rows if (part := row.within(*sides))]
    if not parts:
        return None
    return (min(part.left for part in parts) + max(part.right for part in parts)) / 2


def is_centred(row: Row, width: float) -> bool:
    """Whether the row stands in the middle of a page that is `width` wide."""
    return abs(row.centre - width / 2) < 0.04 * width


def _is_columns(rows: Sequence[Row], first: int, last: int, gutters: Sequence[Gap]) -> bool:
    """Whether `rows[first:last]` are columns and no sentence with a wide space."""
    text = "\n".join(row.text for row in rows[first:last])
    if is_head_or_foot(text):
        return True
    wide = [row for row in rows[first:last] if _is_split(row, gutters)]
    return len(wide) >= 2 and _are_signatures(wide)


def _is_split(row: Row, gutters: Sequence[Gap]) -> bool:
    return any(
        gap[0] <= gutter[0] + 1 and gap[1] >= gutter[1] - 1
        for gap in row.gaps(_FAR)
        for gutter in gutters
    )


def _are_signatures(rows: Sequence[Row]) -> bool:
    """Offices above, names below, both on either side: no digits, no sentences."""
    return rows[0].text.isupper() and all(
        not _SENTENCE.search(row.text) and not any(sign.isdigit() for sign in row.text)
        for row in rows
    )


def _first(rows: Sequence[Row], place: int, floor: int, cut: Gap, width: float) -> int:
    """The first row of the columns: rows above may stand on one side only."""
    first = place
    while first > floor:
        row, below = rows[first - 1], rows[first]
        is_left, is_right = row.right <= cut[1], row.left >= cut[0]
        if not (is_left or is_right) or below.base - row.base > _APART * row.size:
            break
        own = _centre_of_side(rows[place : place + 3], cut, is_left)
        if own is None or abs(row.centre - own) > 0.12 * width or _is_paragraph(row):
            break
        first -= 1
    return first


def _is_paragraph(row: Row) -> bool:
    """Whether a row above the columns is the last line of a paragraph."""
    return bool(_SENTENCE.search(row.text)) and not row.text.isupper()
