"""One provision that became several (or several one): found by what each holds of the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from regulations.compare.similarity import Overlaps, common

# A part holds little that the whole did not hold.
OF_THE_PART = 0.6
# Together the parts hold most of the whole, and each adds something to the others.
OF_THE_WHOLE = 0.6
ADDED_BY_EACH = 0.1


def splits(overlaps: Overlaps, both: Mapping[tuple[int, int], int]) -> dict[int, tuple[int, ...]]:
    """Old items that were split: their place, and the places of the new items they became.

    For merged items call it with old and new exchanged (`Overlaps.flipped`).
    """
    parts: dict[int, list[int]] = defaultdict(list)
    for new, old in _holders(overlaps, both).items():
        parts[old].append(new)
    found = {}
    for old, news in parts.items():
        adding = _that_add(overlaps, both, old, news)
        if len(adding) > 1 and _cover(overlaps, old, adding) >= OF_THE_WHOLE:
            found[old] = tuple(sorted(adding))
    return found


def _holders(overlaps: Overlaps, both: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """For each new item that one old item holds nearly whole: the old one that holds most."""
    best: dict[int, tuple[int, int]] = {}
    for (old, new), count in both.items():
        if count < OF_THE_PART * overlaps.new_sizes[new]:
            continue
        # Of two that hold as much, the shorter is more alike.
        rank = (count, -overlaps.old_sizes[old])
        if new not in best or rank > (both[best[new][0], new], -overlaps.old_sizes[best[new][0]]):
            best[new] = (old, new)
    return {new: old for new, (old, _) in best.items()}


def _that_add(
    overlaps: Overlaps, both: Mapping[tuple[int, int], int], old: int, news: Sequence[int]
) -> list[int]:
    """Those of `news`, the largest first, each of which adds to what the others hold of `old`."""
    needed = ADDED_BY_EACH * overlaps.old_sizes[old]
    chosen: list[int] = []
    for new in sorted(news, key=lambda place: -both[old, place]):
        gain = _held(overlaps, old, [*chosen, new]) - _held(overlaps, old, chosen)
        if gain >= needed:
            chosen.append(new)
    return chosen


def _held(overlaps: Overlaps, old: int, news: Sequence[int]) -> int:
    together: Counter[tuple[str, str]] = Counter()
    for new in news:
        together.update(overlaps.new[new])
    return common(overlaps.old[old], together)


def _cover(overlaps: Overlaps, old: int, news: Sequence[int]) -> float:
    return _held(overlaps, old, news) / max(overlaps.old_sizes[old], 1)


def without(
    both: Mapping[tuple[int, int], int], olds: Set[int], news: Set[int]
) -> dict[tuple[int, int], int]:
    """`both` less the pairs in which one of `olds` or `news` takes part."""
    return {
        (old, new): count
        for (old, new), count in both.items()
        if old not in olds and new not in news
    }
