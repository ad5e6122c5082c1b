"""How well texts that are alike are found: `python -m benchmarks.duplicates [FOLDER] [--store N]`.

FOLDER: real documents as .txt files; without it, texts are made up of the words of two sample
titles, which says little. Of the documents that are not copies of each other already, every third
is edited: words changed here and there, sentences replaced, articles reordered, a part cut out.
Printed for each edit: how often the original is among the candidates of the signatures (recall of
the signatures), how often it is told (share of at least LEAST_SHARE: recall), and how many of all
that was told are originals (precision); for shingles of several sizes. With --store, a store of N
documents is made in a database of its own, and CPU milliseconds of writing and finding are told.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.duplicates_store import measure_store
from search.similar.shingles import (
    BINS,
    LEAST_VALUES,
    MOST_COMPARED,
    SIZE,
    shingles,
    signature,
    words_of,
)
from search.similar.stretches import LEAST_SHARE, common_stretches, share_here, share_there

SIZES = (3, 4, 5, 6, 8)
LEAST_LENGTH = 200
SENTENCE, ARTICLE = 20, 150
# Documents that share more than this are copies of each other before anybody edits them.
COPIES = 0.3
SAMPLE_WORDS = "thi đua khen thưởng nhà trường giáo viên học sinh phong trào danh hiệu kế hoạch"
Words = list[str]


def main() -> None:
    """Read or make the documents, edit, look for them, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--store", type=int, default=0, metavar="N")
    options = parser.parse_args()
    documents = _documents(options.folder)
    originals = _without_copies(documents)
    print(f"{len(documents)} documents, {len(originals)} that are no copies of another")
    print(f"{BINS} values, told from a share of {LEAST_SHARE} on; in use: {SIZE} words")
    print("words  edit              candidates  recall  precision  share (median)")
    for size in options.sizes:
        _measure(originals, size)
    if options.store:
        measure_store(documents, options.store)


def _documents(folder: Path | None) -> list[Words]:
    if folder is None:
        chance, known = random.Random(1), words_of(SAMPLE_WORDS)
        return [[chance.choice(known) for _ in range(800)] for _ in range(150)]
    texts = (path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*.txt")))
    return [words for words in map(words_of, texts) if len(words) >= LEAST_LENGTH]


def _without_copies(documents: list[Words]) -> list[Words]:
    kept: list[tuple[Words, set[tuple[str, ...]]]] = []
    for words in documents:
        own = shingles(words)
        if all(len(own & other) / min(len(own), len(other)) < COPIES for _, other in kept):
            kept.append((words, own))
    return [words for words, _ in kept]


def _measure(originals: list[Words], size: int) -> None:
    index: dict[int, list[int]] = defaultdict(list)
    for number, words in enumerate(originals):
        for value in signature(words, size):
            index[value].append(number)
    for name, edit in EDITS.items():
        chance = random.Random(7)
        asked = [
            (number, edit(originals[number], chance, originals))
            for number in range(0, len(originals), 3)
        ]
        found = [_look(index, originals, number, words, size) for number, words in asked]
        told = sum(one.told for one in found)
        print(
            f"{size:5}  {name:16}  {_share([one.is_candidate for one in found]):10.3f}"
            f"  {_share([one.is_told for one in found]):6.3f}"
            f"  {_share([one.is_told for one in found]) * len(found) / told if told else 1:9.3f}"
            f"  {statistics.median(one.share for one in found):.3f}"
        )


class _Found:
    def __init__(self, is_candidate: bool, is_told: bool, told: int, share: float) -> None:
        self.is_candidate, self.is_told = is_candidate, is_told
        self.told, self.share = told, share


def _look(
    index: dict[int, list[int]], originals: list[Words], number: int, words: Words, size: int
) -> _Found:
    counts = Counter(other for value in signature(words, size) for other in index.get(value, ()))
    likely = [one for one, count in counts.most_common(MOST_COMPARED) if count >= LEAST_VALUES]
    shares = {one: _alike(words, originals[one], size) for one in likely}
    told = [one for one, share in shares.items() if share >= LEAST_SHARE]
    return _Found(number in likely, number in told, len(told), shares.get(number, 0.0))


def _alike(words: Words, other: Words, size: int) -> float:
    stretches = common_stretches(words, other, size)
    return max(share_here(stretches, len(words)), share_there(stretches, len(other)))


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def _scattered(share: float) -> Callable[[Words, random.Random, list[Words]], Words]:
    """Single words changed, wherever they stand."""

    def edit(words: Words, chance: random.Random, others: list[Words]) -> Words:
        return [
            w if chance.random() > share else chance.choice(chance.choice(others)) for w in words
        ]

    return edit


def _rewritten(share: float) -> Callable[[Words, random.Random, list[Words]], Words]:
    """Whole sentences replaced by those of other documents."""

    def edit(words: Words, chance: random.Random, others: list[Words]) -> Words:
        edited: Words = []
        for first in range(0, len(words), SENTENCE):
            source = chance.choice(others) if chance.random() < share else None
            start = chance.randrange(len(source) - SENTENCE) if source else first
            edited += (source or words)[start : start + SENTENCE]
        return edited

    return edit


def _reordered(words: Words, chance: random.Random, others: list[Words]) -> Words:
    articles = [words[first : first + ARTICLE] for first in range(0, len(words), ARTICLE)]
    chance.shuffle(articles)
    return [word for article in articles for word in article]


def _part(words: Words, chance: random.Random, others: list[Words]) -> Words:
    length = max(len(words) // 5, 100)
    start = chance.randrange(len(words) - length + 1)
    return words[start : start + length]


EDITS: dict[str, Callable[[Words, random.Random, list[Words]], Words]] = {
    "words 5 %": _scattered(0.05),
    "words 20 %": _scattered(0.2),
    "words 50 %": _scattered(0.5),
    "sentences 5 %": _rewritten(0.05),
    "sentences 20 %": _rewritten(0.2),
    "sentences 50 %": _rewritten(0.5),
    "articles reordered": _reordered,
    "a fifth of it": _part,
}


if __name__ == "__main__":
    started = time.process_time()
    main()
    print(f"{time.process_time() - started:.0f} s of CPU")
