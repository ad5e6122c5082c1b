"""Which of a row of numbers must step aside so that the others stand in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(numbers: Sequence[int]) -> list[bool]:
    """For each of `numbers` (all different): whether it is one of a longest rising row of them.

    Patience sorting: O(n log n).
    """
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(places[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(number)
            places.append(place)
        else:
            tops[pile], places[pile] = number, place
    kept = [False] * len(numbers)
    place = places[-1] if places else -1
    while place >= 0:
        kept[place] = True
        place = before[place]
    return kept
