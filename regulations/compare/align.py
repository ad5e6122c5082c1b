"""Which provision of one text became which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from regulations.compare.items import Item
from regulations.compare.order import in_order
from regulations.compare.pieces import splits, without
from regulations.compare.similarity import Overlaps
from vietnamese import fold, nfc, tokenize

# From here on two provisions are versions of one whatever their numbers ...
ALIKE = 0.4
# ... and from here on when number or heading is the same.
ALIKE_WITH_LABEL = 0.2
SAME_LABEL, SAME_HEADING = 0.2, 0.1


class Change(StrEnum):
    """What became of a provision."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"


class Wording(StrEnum):
    """What differs in a provision that is in both texts."""

    SAME = "same"
    SIGNS = "signs"  # punctuation, capitals or where a tone mark stands
    HEADING = "heading"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Row:
    """Old and new items that belong together; `old` or `new` is empty when there is none.

    is_moved: it stands elsewhere among the others; is_renumbered: its number is another.
    """

    change: Change
    old: tuple[Item, ...] = ()
    new: tuple[Item, ...] = ()
    wording: Wording = Wording.WORDS
    is_moved: bool = False
    is_renumbered: bool = False

    @property
    def is_untouched(self) -> bool:
        """Whether nothing at all differs."""
        return self.change is Change.SAME and not self.is_moved and not self.is_renumbered


@dataclass(slots=True)
class _Links:
    """What belongs together so far, as places in the two lists."""

    pairs: dict[int, int] = field(default_factory=dict)
    split: dict[int, tuple[int, ...]] = field(default_factory=dict)
    merged: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def olds(self) -> set[int]:
        """Old places that have found theirs."""
        merged = (place for places in self.merged.values() for place in places)
        return {*self.pairs, *self.split, *merged}

    def news(self) -> set[int]:
        """New places that have found theirs."""
        split = (place for places in self.split.values() for place in places)
        return {*self.pairs.values(), *self.merged, *split}

    def chains(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """(old places, new places) of everything found, in the order of the old text."""
        found = [((old,), (new,)) for old, new in self.pairs.items()]
        found += [((old,), news) for old, news in self.split.items()]
        found += [(olds, (new,)) for new, olds in self.merged.items()]
        return sorted(found)


def align(old: Sequence[Item], new: Sequence[Item]) -> list[Row]:
    """The rows of a comparison in the order of `new`, what was removed where it stood."""
    links = _Links()
    for key in (_label_and_words, _only_words):
        _link_exact(old, new, links, key)
    _link_alike(old, new, links)
    _link_containers(old, new, links)
    return _in_reading_order(old, new, links)


def _label_and_words(item: Item) -> object:
    return item.is_container, fold(item.label), _spaced(item.heading), _spaced(item.text)


def _only_words(item: Item) -> object:
    has_key = item.words and not item.is_container
    return (_spaced(item.heading), _spaced(item.text)) if has_key else None


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())


def _link_exact(
    old: Sequence[Item], new: Sequence[Item], links: _Links, key: Callable[[Item], object]
) -> None:
    """Link what has the same key, the first with the first."""
    waiting: dict[object, list[int]] = defaultdict(list)
    taken = links.news()
    for place in range(len(new) - 1, -1, -1):
        if place not in taken:
            waiting[key(new[place])].append(place)
    for place, item in enumerate(old):
        same = key(item)
        if place not in links.pairs and same is not None and waiting[same]:
            links.pairs[place] = waiting[same].pop()


def _link_alike(old: Sequence[Item], new: Sequence[Item], links: _Links) -> None:
    """Split and merged provisions first, then pairs, the most alike first."""
    overlaps = Overlaps(_left(old, links.olds()), _left(new, links.news()))
    both = overlaps.between(_same_labels(old, new))
    links.split = splits(overlaps, both)
    both = without(both, links.olds(), links.news())
    turned = {(place, other): count for (other, place), count in both.items()}
    links.merged = splits(overlaps.flipped, turned)
    both = without(both, links.olds(), links.news())
    _link_best(_scores(old, new, overlaps, both), links)


def _left(items: Sequence[Item], taken: set[int]) -> dict[int, Item]:
    """The items that have not found theirs, by place; containers find theirs by what they hold."""
    return {
        place: item
        for place, item in enumerate(items)
        if place not in taken and not item.is_container
    }


def _same_labels(old: Sequence[Item], new: Sequence[Item]) -> set[tuple[int, int]]:
    """Places of the first items that have the same label."""
    places = {fold(item.label): place for place, item in reversed(list(enumerate(new)))}
    labels = {fold(item.label): place for place, item in reversed(list(enumerate(old)))}
    return {(place, places[label]) for label, place in labels.items() if label and label in places}


def _scores(
    old: Sequence[Item], new: Sequence[Item], overlaps: Overlaps, both: dict[tuple[int, int], int]
) -> Iterable[tuple[float, int, int]]:
    """(score, old place, new place) of pairs that can be versions of one provision."""
    for (first, second), count in both.items():
        likeness = overlaps.likeness(first, second, count)
        one, other = old[first], new[second]
        has_label = bool(one.label) and fold(one.label) == fold(other.label)
        has_label = has_label or (one.kind == other.kind and not one.label and not other.label)
        has_heading = bool(one.heading) and fold(one.heading) == fold(other.heading)
        needed = ALIKE_WITH_LABEL if has_label or has_heading else ALIKE
        if likeness >= needed or (has_label and has_heading):
            yield likeness + SAME_LABEL * has_label + SAME_HEADING * has_heading, first, second


def _link_best(scores: Iterable[tuple[float, int, int]], links: _Links) -> None:
    taken = links.news()
    for _score, old, new in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if old not in links.pairs and new not in taken:
            links.pairs[old] = new
            taken.add(new)


def _link_containers(old: Sequence[Item], new: Sequence[Item], links: _Links) -> None:
    """A chapter is the same when its heading or most of its articles are."""
    votes, held, holds = _votes(old, new, links)
    scores = []
    for first, one in enumerate(old):
        for second, other in enumerate(new):
            if first in links.pairs or not (one.is_container and other.is_container):
                continue
            most = max(held[one.anchor], holds[other.anchor], 1)
            share = votes[one.anchor, other.anchor] / most
            has_heading = bool(one.heading) and fold(one.heading) == fold(other.heading)
            has_label = fold(one.label) == fold(other.label)
            score = share + has_heading + SAME_LABEL * has_label
            if share + has_heading >= ALIKE:
                scores.append((score, first, second))
    _link_best(scores, links)


def _votes(
    old: Sequence[Item], new: Sequence[Item], links: _Links
) -> tuple[Counter[tuple[str, str]], Counter[str], Counter[str]]:
    """How many items went from one container to another, and how many each holds."""
    votes = Counter((old[o].within, new[n].within) for o, n in links.pairs.items())
    return votes, Counter(item.within for item in old), Counter(item.within for item in new)


def _in_reading_order(old: Sequence[Item], new: Sequence[Item], links: _Links) -> list[Row]:
    chains = links.chains()
    # Where each row stands: after how many new items, and after how many old ones removed there.
    placed: list[tuple[tuple[int, int], Row]] = []
    moved = _moved(old, new, chains)
    anchor_after: dict[int, int] = {}
    for (olds, news), is_moved in zip(chains, moved, strict=True):
        placed.append(((news[0], -1), _row(old, new, olds, news, is_moved=is_moved)))
        if not is_moved:
            anchor_after[olds[-1]] = news[0]
    found_new, found_old = links.news(), links.olds()
    placed += [
        ((place, -1), Row(Change.ADDED, new=(item,)))
        for place, item in enumerate(new)
        if place not in found_new
    ]
    last = -1
    for place, item in enumerate(old):
        last = anchor_after.get(place, last)
        if place not in found_old:
            placed.append(((last, place), Row(Change.REMOVED, old=(item,))))
    return [row for _where, row in sorted(placed, key=lambda one: one[0])]


def _moved(
    old: Sequence[Item],
    new: Sequence[Item],
    chains: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
) -> list[bool]:
    """Whether each chain left its order, or went over to another container that both texts have."""
    keeps: dict[int, bool] = {}
    for holds in (True, False):
        row = [
            place for place, chain in enumerate(chains) if old[chain[0][0]].is_container == holds
        ]
        kept = in_order([chains[place][1][0] for place in row])
        keeps.update(zip(row, kept, strict=True))
    became = {old[o[0]].anchor: new[n[0]].anchor for o, n in chains if old[o[0]].is_container}
    stays = [
        became.get(old[o[0]].within, new[n[0]].within) == new[n[0]].within
        or new[n[0]].within not in became.values()
        for o, n in chains
    ]
    return [not keeps[place] or not stays[place] for place in range(len(chains))]


def _row(
    old: Sequence[Item],
    new: Sequence[Item],
    olds: tuple[int, ...],
    news: tuple[int, ...],
    *,
    is_moved: bool,
) -> Row:
    before, after = tuple(old[place] for place in olds), tuple(new[place] for place in news)
    if len(before) > 1 or len(after) > 1:
        change = Change.MERGED if len(before) > 1 else Change.SPLIT
        return Row(change, before, after, is_moved=is_moved)
    wording = wording_of(before[0], after[0])
    change = Change.SAME if wording is Wording.SAME else Change.CHANGED
    is_renumbered = fold(before[0].label) != fold(after[0].label)
    return Row(change, before, after, wording, is_moved, is_renumbered)


def wording_of(one: Item, other: Item) -> Wording:
    """What differs in the words of two versions of a provision; line breaks do not count."""
    if (_spaced(one.heading), _spaced(one.text)) == (_spaced(other.heading), _spaced(other.text)):
        return Wording.SAME
    is_heading = _exact(one.heading) == _exact(other.heading)
    if _exact(one.text) != _exact(other.text):
        return Wording.WORDS
    return Wording.SIGNS if is_heading else Wording.HEADING


def _exact(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]
