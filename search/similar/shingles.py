"""Texts in small: shingles of neighbouring syllables, and a signature of fixed size. Pure.

The signature is a MinHash by one permutation (Li, Owen and Zhang 2012): the hashes of all shingles
fall into bins by their last bits, and the smallest of each bin is kept. Two texts have the same
value in a bin as often as their shingles are the same (Jaccard). `benchmarks.duplicates` measures
the size of a shingle and the number of bins.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import islice

SIZE = 5
BINS = 128
# Texts are compared word by word with those that have most values in common with them. Of 128
# values, a text that stands whole in one twenty times as long shares about six.
LEAST_VALUES = 3
MOST_COMPARED = 12
Shingle = tuple[str, ...]


def shingles(words: Sequence[str], size: int = SIZE) -> set[Shingle]:
    """Every `size` neighbouring words; a shorter text has none."""
    return set(zip(*(islice(words, first, None) for first in range(size)), strict=False))


def signature(words: Sequence[str], size: int = SIZE, bins: int = BINS) -> list[int]:
    """At most `bins` signed numbers of 64 bits, rising; the same on every machine and run.

    bins: a power of two. A text with fewer shingles than bins has fewer numbers.
    """
    least: dict[int, int] = {}
    for shingle in shingles(words, size):
        digest = blake2b(" ".join(shingle).encode(), digest_size=8).digest()
        value = int.from_bytes(digest, "big", signed=True)
        place = value % bins
        if value < least.get(place, value + 1):
            least[place] = value
    return sorted(least.values())
