"""Lines that make one paragraph.

A line goes on in the next one when the first word of the next had no room left in it; a
paragraph begins with its indent, its number or bullet, or wider spacing. Vietnamese breaks lines
between words only, so lines are joined by a space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extraction.layout.rows import Row
from extraction.layout.word import Word

_MARKER = re.compile(
    r"(?:[-–—+*•·▪➢]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVXLC]+[.)]|\(?[a-zđ]{1,2}\))$"
)
_LABEL = re.compile(r"(?:Điều|Chương|Mục|Phần|Khoản)\s+(?:thứ|\d|[IVXLC])", re.IGNORECASE)
# A heading, not a reference that a line happens to begin with.
_HEADING = re.compile(
    r"(?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC)\s+(?:thứ\s+)?\w+(?:$|[.:]\s*(?:$|[A-ZĐÀ-Ỹ]))"
)
_TERMINAL = re.compile(r"[.;:!?…][”\"')»]*$")
_ABSTRACT = re.compile(r"(?:V/v|Về việc)\b", re.IGNORECASE)
_INDENT = 0.7  # of the letters' height
_SPACE = 0.2
_SPACING = 1.3  # of the usual pitch
_SIZE_CHANGE = 0.15
_GAP = 1.7  # of the usual pitch
_TOGETHER, _SAME = 0.15, 1.5  # share of the lines, points: lines that end at the right edge
_MOST_PITCH = 2.2  # of the letters' height


@dataclass(frozen=True, slots=True)
class Frame:
    """The column in which lines stand. pitch: the usual distance of lines, 0 if unknown.

    is_narrow: a column of a head or a foot, whose lines are made by hand.
    """

    left: float
    right: float
    pitch: float = 0.0
    is_narrow: bool = False

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. is_apart: more room than usual stands above."""

    rows: list[Row] = field(default_factory=list)
    is_apart: bool = False

    @property
    def words(self) -> list[Word]:
        return [word for row in self.rows for word in row.words]


def paragraphs_of(rows: Sequence[Row], frame: Frame) -> list[Paragraph]:
    """The paragraphs of one column."""
    found: list[Paragraph] = []
    for row in rows:
        if found and continues(found[-1], row, frame):
            found[-1].rows.append(row)
        else:
            above = found[-1].rows[-1] if found else None
            found.append(Paragraph([row], above is not None and _has_gap(above, row, frame)))
    return found


def frame_of(rows: Sequence[Row], width: float, is_narrow: bool = False) -> Frame:
    """The column that `rows` fill. width: of the page."""
    lefts = sorted(row.left for row in rows)
    rights = sorted(row.right for row in rows)
    long = [row for row in rows if row.right - row.left > 0.6 * (rights[-1] - lefts[0])]
    pitches = sorted(
        below.base - above.base
        for above, below in pairwise(rows)
        if 0 < below.base - above.base < _MOST_PITCH * above.size
    )
    # The smallest third: lines within paragraphs, not those between them.
    pitch = pitches[len(pitches) // 3] if pitches else 0.0
    left = min((row.left for row in long), default=lefts[0])
    return Frame(left, rights[-1] if is_narrow else _edge(rights, width), pitch, is_narrow)


def _edge(rights: Sequence[float], width: float) -> float:
    """The right edge of the text: where several lines end together; a few may stick out."""
    least = max(3, _TOGETHER * len(rights))
    for right in reversed(rights):
        if sum(abs(other - right) <= _SAME for other in rights) >= least:
            return right + _SAME
    while len(rights) > 8 and rights[-1] - rights[-4] > 0.03 * width:
        rights = rights[:-1]
    return rights[-1]


def continues(paragraph: Paragraph, row: Row, frame: Frame) -> bool:
    """Whether `row`, the next line, belongs to the paragraph."""
    above = paragraph.rows[-1]
    if not _is_alike(above, row):
        return False
    if _is_apart(above, row, frame) and not _is_open(above, row, frame):
        return False
    if frame.is_narrow:
        return _continues_by_hand(paragraph, row)
    if _is_middle(above, frame) and _is_middle(row, frame):
        return _continues_centred(above, row)
    return continues_over(paragraph, row, frame)


def continues_over(paragraph: Paragraph, row: Row, frame: Frame) -> bool:
    """The same without a look at the distance: the line may stand on the next page."""
    above = paragraph.rows[-1]
    if _has_room(above, row, frame) or _HEADING.match(row.text):
        return False
    if _is_marked(row) and _TERMINAL.search(above.text):
        return False
    indent = _INDENT * row.size
    return row.left <= frame.left + indent or _hangs(paragraph, row, indent)


def _hangs(paragraph: Paragraph, row: Row, indent: float) -> bool:
    """Whether `row` stands where the lines of this paragraph stand, behind its bullet."""
    first = paragraph.rows[0]
    if len(paragraph.rows) > 1:
        return abs(row.left - paragraph.rows[-1].left) < indent
    if not _is_marked(first) or len(first.words) < 2:
        return False
    return first.left - 1 <= row.left < first.words[1].left + indent


def _is_alike(above: Row, row: Row) -> bool:
    return abs(above.size - row.size) <= _SIZE_CHANGE * max(above.size, row.size)


def _is_apart(above: Row, row: Row, frame: Frame) -> bool:
    pitch = row.base - above.base
    if pitch > _MOST_PITCH * above.size:
        return True
    return bool(frame.pitch) and pitch > _SPACING * max(frame.pitch, above.size)


def _is_open(above: Row, row: Row, frame: Frame) -> bool:
    """Whether the wide spacing is that of the lines: a full one goes on in small letters."""
    if row.base - above.base > _MOST_PITCH * above.size or frame.is_narrow:
        return False
    is_unfinished = not _TERMINAL.search(above.text) and not _is_marked(row)
    return is_unfinished and row.text[0].islower() and not _has_room(above, row, frame)


def _has_gap(above: Row, row: Row, frame: Frame) -> bool:
    """Whether the author left a blank line, or nearly so."""
    return row.base - above.base > _GAP * max(frame.pitch, above.size)


def _has_room(above: Row, row: Row, frame: Frame) -> bool:
    """Whether the first word of `row` would have fitted behind `above`."""
    word = row.words[0]
    return above.right + _SPACE * row.size + word.right - word.left < frame.right - 1.0


def _is_marked(row: Row) -> bool:
    """Whether the line begins with a number, a letter or a bullet of a list."""
    return _MARKER.match(row.words[0].text) is not None or _LABEL.match(row.text) is not None


def _is_middle(row: Row, frame: Frame) -> bool:
    """Whether the line is centred in its column, with room on both sides."""
    room = min(row.left - frame.left, frame.right - row.right)
    off = abs(row.centre - frame.centre)
    width = frame.right - frame.left
    return (room > 1.2 * row.size and off < 0.06 * width) or (
        room > 0.4 * row.size and off < 0.015 * width
    )


def _continues_centred(above: Row, row: Row) -> bool:
    """Lines of a title: capitals stay on their own, and so do labels and what is in brackets."""
    if above.text.isupper() or row.text.isupper() or _TERMINAL.search(above.text):
        return False
    if row.text[0].islower():
        return True
    return not (_is_marked(row) or row.text.startswith("(") or _LABEL.match(above.text))


def _continues_by_hand(paragraph: Paragraph, row: Row) -> bool:
    """In a head or a foot: small letters go on, and so do abstracts and members of a list."""
    above, first = paragraph.rows[-1].text, paragraph.rows[0]
    if _is_marked(row) or _TERMINAL.search(above) or row.text.isupper():
        return False
    if row.text[0].islower():
        return not above.isupper()
    return _ABSTRACT.match(first.text) is not None or (_is_marked(first) and above[-1:] in ",-–&")
