"""Heads and feet whose two columns were set with blanks or tabs on the same lines.

Word files and texts of the time before tables in heads have "BỘ TÀI CHÍNH      CỘNG HÒA ...".
Such lines are read as Decree 30/2020 sets them out: the left column whole, then the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.formats.decoding import Decoded
from vietnamese import fold

_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_INDENT = re.compile(r"[ \t\u00a0]*")
_DAY = re.compile(r"ng.y[\s\d.…]*th.ng[\s\d.…]*n.m", re.IGNORECASE)
_HEAD_MARKS = ("cong hoa xa hoi", "dang cong san viet nam")
_FOOT_MARK = "noi nhan"
_REACH = {True: 30, False: 12}
_LONGEST = 60
_LONGEST_PAIR = 250
_LONGEST_MOTTO = 45
_TAB = 8
# A line begins in the right column when it begins at least so far on the way to it.
_ON_THE_WAY = 0.6
_GAP_LINE = Decoded("")


def set_columns(paragraphs: Sequence[Decoded]) -> list[Decoded]:
    """`paragraphs` with every head or foot in two typed columns set column by column."""
    result: list[Decoded] = []
    place = 0
    while place < len(paragraphs):
        if not _is_marked(paragraphs[place].text):
            result.append(paragraphs[place])
            place += 1
            continue
        end = _end_of_columns(paragraphs, place)
        start = _start_of_columns(result)
        group = [*result[start:], *paragraphs[place:end]]
        result = [*result[:start], *_by_column(group, _setting(paragraphs[place].text))]
        place = end
    return result


def _is_marked(text: str) -> bool:
    """Whether `text` is a line of two columns, one of which opens a head or the foot."""
    gap = _widest(text)
    if gap is None or len(text) > _LONGEST_PAIR:
        return False
    left, right = fold(text[: gap[0]]), fold(text[gap[1] :])
    is_motto = right.startswith(_HEAD_MARKS) and len(right) < _LONGEST_MOTTO
    return is_motto or left.startswith(_FOOT_MARK)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where the right column begins, by the line that has both.

    column: in letters, a tab counted as 8. tabs: before its first letter, 0 when set by blanks.
    """

    column: int
    tabs: int

    def begins_right(self, text: str) -> bool:
        """Whether a line that has one column only begins in the right one."""
        match = _INDENT.match(text)
        indent = match[0] if match else ""
        if self.tabs and indent.count("\t") >= self.tabs:
            return True
        return _width(indent) >= max(_TAB, _ON_THE_WAY * self.column)


def _setting(text: str) -> _Setting:
    gap = _widest(text) or (0, 0)
    before = text[: gap[1]]
    is_tabbed = "\t" in text[slice(*gap)]
    return _Setting(_width(before), before.count("\t") if is_tabbed else 0)


def _width(text: str) -> int:
    return len(text) + text.count("\t") * (_TAB - 1)


def _end_of_columns(paragraphs: Sequence[Decoded], place: int) -> int:
    """The end of the columns that begin with the marked line at `place`."""
    is_foot = fold(paragraphs[place].text).startswith(_FOOT_MARK)
    setting = _setting(paragraphs[place].text)
    between = _before_right_lines(paragraphs, place, setting)
    end = place + 1
    for number in range(place + 1, min(place + _REACH[is_foot], len(paragraphs))):
        text = paragraphs[number].text
        if _GAP.search(text) or setting.begins_right(text) or (is_foot and _goes_on(text)):
            end = number + 1
        elif text.strip() and (len(text) > _LONGEST or not (is_foot or number in between)):
            break
        if not is_foot and _DAY.search(text):
            break
    while is_foot and end < len(paragraphs) and 0 < len(paragraphs[end].text.strip()) < _LONGEST:
        end += 1
    return end


def _before_right_lines(paragraphs: Sequence[Decoded], place: int, setting: _Setting) -> set[int]:
    """Places of the lines in a head that stand right above one that begins in the right column."""
    return {
        number - 1
        for number in range(place + 2, min(place + _REACH[False], len(paragraphs)))
        if setting.begins_right(paragraphs[number].text)
    }


def _goes_on(text: str) -> bool:
    return text.lstrip().startswith(("-", "+")) and len(text) < _LONGEST


def _start_of_columns(before: Sequence[Decoded]) -> int:
    """Lines in two columns may stand above the one with the mark: the parent body."""
    start = len(before)
    while start and _GAP.search(before[start - 1].text) and len(before) - start < 2:
        start -= 1
    return start


def _by_column(group: Sequence[Decoded], setting: _Setting) -> list[Decoded]:
    left: list[Decoded] = []
    right: list[Decoded] = []
    for line in group:
        first, second = _halves(line, setting)
        if first.text.strip():
            left.append(first)
        if second.text.strip():
            right.append(second)
    return [*left, _GAP_LINE, *right, _GAP_LINE]


def _halves(line: Decoded, setting: _Setting) -> tuple[Decoded, Decoded]:
    place = _widest(line.text)
    if setting.begins_right(line.text):
        return _GAP_LINE, line
    if place is None:
        return line, _GAP_LINE
    halves = line.text[: place[0]], line.text[place[1] :]
    stored = _widest(line.before)
    before = (line.before[: stored[0]], line.before[stored[1] :]) if stored else ("", "")
    return (
        replace(line, text=halves[0], before=before[0] or line.before),
        replace(line, text=halves[1], before=before[1] or line.before),
    )


def _widest(text: str) -> tuple[int, int] | None:
    gaps = [match.span() for match in _GAP.finditer(text)]
    return max(gaps, key=lambda gap: text.count("\t", *gap) * 8 + gap[1] - gap[0], default=None)
