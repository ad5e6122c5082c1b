"""How long a comparison takes: `python -m benchmarks.comparing FILE`, FILE a law as text.

The law is brought to 200 articles by repeating its own, each copy with a word of its own, and
compared with itself, with every article changed, with all articles in another order, and with
itself written anew under the same numbers.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extraction import read_document
from regulations.compare.align import align
from regulations.compare.items import Item, items_of
from regulations.compare.rows import printed

ARTICLES = 200


@dataclass(frozen=True, slots=True)
class _Provision:
    kind: str
    anchor: str
    label: str
    heading: str
    text: str
    depth: int
    block_id: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    law = _law(parser.parse_args().file)
    words = sum(len(item.words.split()) for item in law)
    print(f"{len(law)} articles, {words} words")
    chance = random.Random(6)
    _measure("with itself", law, law)
    _measure("with itself, whole texts", law, law, whole=True)
    _measure("every article changed", law, [_changed(item, chance) for item in law])
    _measure("all in another order", law, chance.sample(law, len(law)))
    _measure("written anew", law, [_anew(item, chance) for item in law])


def _law(path: Path) -> list[Item]:
    nodes = read_document(path).outline.walk()
    items = items_of(
        _Provision(n.kind.value, n.anchor, n.label, n.heading, n.text, n.depth) for n in nodes
    )
    own = [item for item in items if item.kind == "article"]
    return [
        replace(
            own[number % len(own)],
            label=f"Điều {number + 1}",
            text=f"{own[number % len(own)].text} Lần {number // len(own) + 1}.",
        )
        for number in range(ARTICLES)
    ]


def _changed(item: Item, chance: random.Random) -> Item:
    """Some words replaced: one in twenty, at least one."""
    words = item.text.split(" ")
    for place in chance.sample(range(len(words)), max(1, len(words) // 20)):
        words[place] = "khác"
    return replace(item, text=" ".join(words))


def _anew(item: Item, chance: random.Random) -> Item:
    words = item.text.split(" ")
    chance.shuffle(words)
    return replace(item, text=" ".join(words))


def _measure(name: str, old: Sequence[Item], new: Sequence[Item], *, whole: bool = False) -> None:
    start = time.process_time()
    rows = align(old, new)
    aligned = time.process_time()
    count = len(list(printed(rows, whole=whole)))
    end = time.process_time()
    print(
        f"{name:26} {1000 * (end - start):6.0f} ms CPU "
        f"(align {1000 * (aligned - start):.0f}, words {1000 * (end - aligned):.0f}), {count} lines"
    )


if __name__ == "__main__":
    main()
