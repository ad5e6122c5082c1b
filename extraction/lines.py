"""Lines of a text, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.fields import Span

TERMINAL = ".;:!?…"
_CLOSING = "”\"')»"
_LINE = re.compile(r"[^\n]+")
_LONE_LABEL = re.compile(r"[“\"]?(?:Điều|Chương|Mục|Phần)|(?:TM|KT|TL|TUQ)\.")
_RULE = re.compile(r"[\s_\-–—=*~.&+|]*(?:(?<=[_\-–—=*~.&+])\s*[o0O]{1,3}[\s_\-–—=*~.&+]*)?")
_BULLET = re.compile(r"[-–—+•*]\s*\S")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text` is `source[start:end]`, stripped; `number` counts from 1.

    rows: how many lines of the source it takes.
    """

    number: int
    start: int
    end: int
    text: str
    rows: int = 1

    def follows(self, before: Line) -> bool:
        """Whether no blank line stands between `before` and this one."""
        return self.number == before.number + before.rows

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_rule(self) -> bool:
        """Whether it only draws a line across the page."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def is_capitals(self) -> bool:
        return self.text.isupper()

    @property
    def is_bullet(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def is_finished(self) -> bool:
        """Whether a sentence, or a member of a list, ends with this line."""
        return self.text.rstrip(_CLOSING)[-1:] in TERMINAL


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank.

    A label that a web page broke from its number ("Điều / 13. ...") is put together again.
    """
    lines: list[Line] = []
    for line in _lines(text):
        if lines and line.follows(lines[-1]) and _LONE_LABEL.fullmatch(lines[-1].text):
            label = lines.pop()
            words = f"{label.text}{' ' * (line.start - label.end)}{line.text}"
            line = Line(label.number, label.start, line.end, words, 2)
        lines.append(line)
    return lines


def _lines(text: str) -> Iterator[Line]:
    number, counted = 1, 0
    for match in _LINE.finditer(text):
        number += text.count("\n", counted, match.start())
        counted = match.start()
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words[0])
            yield Line(number, start, start + len(words), words)


class LineNumbers:
    """Tells the number of the line on which a place of `text` stands."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, place: int) -> int:
        return bisect_right(self._starts, place)


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped; 0 when its lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 20 or lengths[-1] > 160:
        return 0
    return lengths[int(len(lengths) * 0.9)]
