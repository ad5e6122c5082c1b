"""How much two provisions have in common, by pairs of neighbouring words without marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from functools import cached_property
from itertools import pairwise

from regulations.compare.items import Item
from vietnamese import folded_words

Shingles = Counter[tuple[str, str]]
# A pair of words that more items have than this says little of which is which.
FEW = 20
LIKELIEST = 10


def shingles(text: str) -> Shingles:
    """The pairs of neighbouring words of `text`, folded; the ends of the text count as words."""
    words = ["", *folded_words(text), ""]
    return Counter(pairwise(words)) if len(words) > len("  ") else Counter()


def common(one: Shingles, other: Shingles) -> int:
    """How many pairs both have, repeats counted."""
    small, large = sorted((one, other), key=len)
    return sum(min(count, large[pair]) for pair, count in small.items() if pair in large)


class Overlaps:
    """The common pairs of old items with new ones, of those that can belong together."""

    def __init__(self, old: Mapping[int, Item], new: Mapping[int, Item]) -> None:
        """old, new: the items that have not found theirs, by their place."""
        self.old = {place: shingles(item.words) for place, item in old.items()}
        self.new = {place: shingles(item.words) for place, item in new.items()}
        self.old_sizes = {place: counts.total() for place, counts in self.old.items()}
        self.new_sizes = {place: counts.total() for place, counts in self.new.items()}

    def between(self, named: Set[tuple[int, int]] = frozenset()) -> dict[tuple[int, int], int]:
        """Common pairs by (place of the old one, place of the new one).

        Counted for items that share a pair of words which few others have, and there for the
        likeliest of each side: in a long law everything has something of everything. And for
        `named`, whatever they share.
        """
        where: dict[tuple[str, str], list[int]] = defaultdict(list)
        for new, counts in self.new.items():
            for pair in counts:
                where[pair].append(new)
        rare: Counter[tuple[int, int]] = Counter()
        for old, counts in self.old.items():
            for pair in counts:
                others = where.get(pair, ())
                if len(others) <= FEW:
                    rare.update((old, new) for new in others)
        likely = _likeliest(rare, 0) | _likeliest(rare, 1)
        likely |= {(old, new) for old, new in named if old in self.old and new in self.new}
        return {(old, new): common(self.old[old], self.new[new]) for old, new in sorted(likely)}

    def likeness(self, old: int, new: int, both: int) -> float:
        """Dice's coefficient, from 0 (nothing in common) to 1."""
        whole = self.old_sizes[old] + self.new_sizes[new]
        return 2 * both / whole if whole else 0.0

    @cached_property
    def flipped(self) -> Overlaps:
        """The same with old and new exchanged."""
        other = Overlaps({}, {})
        other.old, other.new = self.new, self.old
        other.old_sizes, other.new_sizes = self.new_sizes, self.old_sizes
        return other


def _likeliest(rare: Counter[tuple[int, int]], side: int) -> set[tuple[int, int]]:
    """The `LIKELIEST` pairs of each item on this side (0: old, 1: new)."""
    by_item: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for pair, count in rare.items():
        by_item[pair[side]].append((-count, pair))
    return {pair for found in by_item.values() for _, pair in sorted(found)[:LIKELIEST]}
