"""Words that stand on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.layout.word import Word

_ON_ONE_LINE = 0.28  # of the letters' height: how far baselines of one line may lie apart
_SMALL = 0.8  # of the letters' height: a raised number is smaller
_TAB = 1.1  # of the letters' height: what is wider than any space


@dataclass(frozen=True, slots=True)
class Row:
    """Words of one line, from left to right."""

    words: tuple[Word, ...]
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float

    @property
    def text(self) -> str:
        return text_of(self.words)

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    def gaps(self, least: float = _TAB) -> list[tuple[float, float]]:
        """Empty stretches between words, `least` times as wide as the letters are high."""
        room = least * self.size
        found: list[tuple[float, float]] = []
        reach = self.words[0].right
        for word in self.words[1:]:
            if word.left - reach > room:
                found.append((reach, word.left))
            reach = max(reach, word.right)
        return found

    def within(self, left: float, right: float) -> Row | None:
        """The part of the row whose words have their centre in [left, right)."""
        words = [word for word in self.words if left <= word.centre < right]
        return row_of(words) if words else None


def text_of(words: Iterable[Word]) -> str:
    """The words as text."""
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def row_of(words: Iterable[Word]) -> Row:
    """A row of the words (at least one), in order of their left edges."""
    ordered = tuple(sorted(words, key=_left))
    plain = [word for word in ordered if not word.raised] or ordered
    sizes = sorted(word.size for word in plain)
    bases = sorted(word.base for word in plain)
    middle = len(plain) // 2
    return Row(
        ordered,
        ordered[0].left,
        max(word.right for word in ordered),
        min(word.top for word in plain),
        max(word.bottom for word in plain),
        bases[middle],
        sizes[middle],
    )


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The rows of a page or of a part of it, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted((word for word in words if not word.filled and not word.raised), key=_base):
        if lines and _is_on(word, lines[-1], _ON_ONE_LINE):
            lines[-1].append(word)
        else:
            lines.append([word])
    for word in words:
        if word.raised or word.filled:
            _attach(word, lines)
    for line in [line for line in lines if _is_loose_number(line)]:
        _attach_number(line, lines)
    return [row_of(line) for line in _in_order(lines)]


def _in_order(lines: list[list[Word]]) -> Iterator[list[Word]]:
    return iter(sorted(lines, key=lambda line: line[0].base))


def _is_on(word: Word, line: list[Word], share: float) -> bool:
    return word.base - line[-1].base <= share * min(word.size, line[-1].size)


def _attach(word: Word, lines: list[list[Word]]) -> None:
    """Puts a word that does not stand on a line's base beside the words it belongs to."""
    middle = (word.top + word.bottom) / 2
    near = [line for line in lines if line[0].top - 2 <= middle <= line[0].bottom + 2]
    if near:
        min(near, key=lambda line: _distance(word, line)).append(word)
    else:
        lines.append([word])


def _is_loose_number(line: list[Word]) -> bool:
    return len(line) == 1 and len(line[0].text) <= 3 and line[0].text.strip("()[]").isdigit()


def _attach_number(line: list[Word], lines: list[list[Word]]) -> None:
    """The number of a footnote that stands above the line it belongs to goes there."""
    number = line[0]
    middle = (number.top + number.bottom) / 2
    for other in lines:
        if other is line or other[0].size * _SMALL < number.size:
            continue
        if other[0].top <= middle <= other[0].bottom and _distance(number, other) < other[0].size:
            is_behind = any(abs(number.left - word.right) < 0.3 * word.size for word in other)
            other.append(replace(number, glued=is_behind, raised=is_behind))
            lines.remove(line)
            return


def _distance(word: Word, line: list[Word]) -> float:
    beside = min(max(other.left - word.right, word.left - other.right, 0.0) for other in line)
    return beside + abs(line[0].base - word.base)


def _left(word: Word) -> float:
    return word.left


def _base(word: Word) -> float:
    return word.base
