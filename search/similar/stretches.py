"""The stretches that two texts have in common, word for word, wherever they stand. Pure.

Reordered articles are found: each stretch of the one text has its place in the other, in no order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.similar.shingles import SIZE, Shingle

# Less than this of either text is what papers of one office have in common anyway.
LEAST_SHARE = 0.4
# A shingle that stands in more places than this is a formula; the first of them are enough.
MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """`length` words from word `here` of the one text stand at word `there` of the other."""

    here: int
    there: int
    length: int


def common_stretches(here: Sequence[str], there: Sequence[str], size: int = SIZE) -> list[Stretch]:
    """The stretches of at least `size` words, in the order of `here`, none over another there.

    Of several places in `there` the one that goes on longest.
    """
    places = _places(there, size)
    found = []
    first = 0
    while first + size <= len(here):
        starts = places.get(tuple(here[first : first + size]), ())
        ends = [(_length(here, there, first, start), -start) for start in starts]
        if ends:
            length, start = max(ends)
            found.append(Stretch(first, -start, length))
            first += length
        else:
            first += 1
    return found


def share_here(stretches: Iterable[Stretch], words: int) -> float:
    """What part of the `words` of the one text stands in the other, from 0 to 1."""
    return sum(stretch.length for stretch in stretches) / words if words else 0.0


def share_there(stretches: Iterable[Stretch], words: int) -> float:
    """What part of the `words` of the other text stands in the one, from 0 to 1."""
    covered: set[int] = set()
    for stretch in stretches:
        covered.update(range(stretch.there, stretch.there + stretch.length))
    return len(covered) / words if words else 0.0


def _places(words: Sequence[str], size: int) -> dict[Shingle, list[int]]:
    places: dict[Shingle, list[int]] = defaultdict(list)
    for start in range(len(words) - size + 1):
        known = places[tuple(words[start : start + size])]
        if len(known) < MOST_PLACES:
            known.append(start)
    return places


def _length(here: Sequence[str], there: Sequence[str], first: int, start: int) -> int:
    length = 0
    most = min(len(here) - first, len(there) - start)
    while length < most and here[first + length] == there[start + length]:
        length += 1
    return length
