"""A fast alignment of two long texts: words first, letters only where words differ.

difflib over all letters of a long document takes hours in the worst case. Words that stand once
in both texts are fixed points; between them differences are short.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LARGEST = 400_000
_TOO_LONG = 3_000


def matching_words(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Equal stretches (place in one, place in other, length), in order."""
    for start, end, first, last in _between_anchors(one, other):
        left, right = one[start:end], other[first:last]
        if left == right:
            yield start, first, len(left)
            continue
        is_large = len(left) * len(right) > _LARGEST
        matcher = SequenceMatcher(None, left, right, autojunk=is_large)
        for a, b, size in matcher.get_matching_blocks():
            if size:
                yield start + a, first + b, size


def _between_anchors(
    one: Sequence[str], other: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Pieces of both texts, cut at words that are unique in both and keep their order."""
    a = b = 0
    for place, match in _anchors(one, other):
        yield a, place + 1, b, match + 1
        a, b = place + 1, match + 1
    yield a, len(one), b, len(other)


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of three words that occur once in each text; only those that keep the order."""
    pairs: list[tuple[int, int]] = []
    for size in (6, 3):
        mine, theirs = _unique(one, size), _unique(other, size)
        pairs = sorted((mine[run], theirs[run]) for run in mine.keys() & theirs.keys())
        if pairs:
            break
    return _increasing(pairs)


def _unique(words: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - size + 1):
        run = tuple(words[place : place + size])
        seen[run] = -1 if run in seen else place
    return {run: place for run, place in seen.items() if place >= 0}


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of `pairs` that rises on both sides (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(number)
        else:
            tails[place], ends[place] = value, number
    series: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]


def matching_letters(one: str, other: str) -> Iterator[tuple[int, int, int]]:
    """Equal stretches of letters of two texts whose words are parted by single spaces."""
    left, right = one.split(" "), other.split(" ")
    starts, firsts = _starts(left), _starts(right)
    a = b = 0
    for place, match, size in matching_words(left, right):
        yield from _small(one, other, (a, starts[place]), (b, firsts[match]))
        length = starts[place + size] - starts[place]
        end = min(length, len(one) - starts[place], len(other) - firsts[match])
        yield starts[place], firsts[match], end
        a, b = starts[place] + end, firsts[match] + end
    yield from _small(one, other, (a, len(one)), (b, len(other)))


def _starts(words: Sequence[str]) -> list[int]:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    return starts


def _small(
    one: str, other: str, mine: tuple[int, int], theirs: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
    left, right = one[slice(*mine)], other[slice(*theirs)]
    if not left or not right:
        return
    is_large = len(left) * len(right) > _TOO_LONG**2
    if is_large:
        left, right = left[: _TOO_LONG * 4], right[: _TOO_LONG * 4]
    matcher = SequenceMatcher(None, left, right, autojunk=is_large)
    for a, b, size in matcher.get_matching_blocks():
        if size:
            yield mine[0] + a, theirs[0] + b, size
