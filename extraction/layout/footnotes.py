"""Notes at the foot of a page, in small letters, each with the number that stands in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.layout.rows import Row
from extraction.layout.word import Word

_NUMBER = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?\.?")
_SMALL = 0.93  # of the size of the body
_LOW = 0.45  # share of the page: notes stand below


@dataclass(slots=True)
class Footnote:
    """number: as printed. words: without the number."""

    number: str
    words: list[Word]


def split_footnotes(
    rows: Sequence[Row], body_size: float, height: float, marks: frozenset[str]
) -> tuple[list[Row], list[Footnote]]:
    """The rows without the footnotes below them, and the footnotes.

    marks: numbers that stand raised in the text of the page: only they have notes.
    """
    first = _first_note(rows, body_size, height, marks)
    if first is None:
        return list(rows), []
    notes: list[Footnote] = []
    for row in rows[first:]:
        number = _number(row, marks)
        if number:
            notes.append(Footnote(number, list(row.words[1:])))
        else:
            notes[-1].words.extend(row.words)
    return list(rows[:first]), notes


def _first_note(
    rows: Sequence[Row], body_size: float, height: float, marks: frozenset[str]
) -> int | None:
    """The row where the notes begin: all rows from there on are small."""
    found = None
    for place in range(len(rows) - 1, -1, -1):
        row = rows[place]
        if row.size > _SMALL * body_size or row.top < _LOW * height:
            break
        if _number(row, marks):
            found = place
    return found


def _number(row: Row, marks: frozenset[str]) -> str:
    match = _NUMBER.fullmatch(row.words[0].text)
    return match[1] if match and match[1] in marks and len(row.words) > 1 else ""


def marks_of(rows: Sequence[Row]) -> frozenset[str]:
    """The raised numbers in the rows."""
    return frozenset(word.text.strip("()[]") for row in rows for word in row.words if word.raised)
