"""Hostile queries against search and suggestions: no error, and none that takes long.

    python -m benchmarks.search_fuzz FOLDER [--count 100000] [--passages 5000]

Fills a throwaway database of each engine with passages made from the real texts in FOLDER, asks
ordinary queries, then so many hostile ones, each of both functions. Printed: errors (none are
allowed), and the slowest by CPU (Python and server) as a multiple of the median of the ordinary
ones (less than 10 is demanded). Status 1 when a demand is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tqdm import tqdm

from benchmarks import search_engines

MODULE = "benchmarks.search_fuzz"
MOST_TIMES = 10.0
AGAIN = 5
SHOWN = 5


@dataclass(slots=True)
class Fuzzed:
    """One function under fire. usual: median of ordinary queries, in ms of CPU."""

    name: str
    ask: Callable[[str], Any]
    usual: float
    asked: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    slowest: float = 0.0
    slow: list[tuple[float, str]] = field(default_factory=list)


def main() -> None:
    """Fire at each engine; the status tells whether all held."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--passages", type=int, default=5_000)
    search_engines.add_arguments(parser)
    options = parser.parse_args()
    if options.engine:
        search_engines.start()
        search_engines.give(options, _answer(options))
        return
    engines = search_engines.engines(options)
    answers = [
        search_engines.answer_of(engine, MODULE, sys.argv[1:], options.postgres)
        for engine in engines
    ]
    sys.exit(0 if all(row["held"] for answer in answers for row in answer) else 1)


def _answer(options: argparse.Namespace) -> list[dict[str, Any]]:
    from benchmarks.search_clock import Clock
    from benchmarks.search_costs import filled, kinds_of

    pool, corpus = filled(options.folder, options.passages)
    clock = Clock()
    kinds = {kind.name: kind for kind in kinds_of(pool, corpus)}
    ordinary = [*kinds["short"].texts, *kinds["broad"].texts, *kinds["question"].texts]
    targets = [
        fuzzed("search", kinds["short"].ask, ordinary, clock),
        fuzzed("suggest", kinds["suggestion"].ask, kinds["suggestion"].texts, clock),
    ]
    fire(targets, options.count, clock)
    return [_told(options.engine, target) for target in targets]


def fuzzed(name: str, ask: Callable[[str], Any], ordinary: Any, clock: Any) -> Fuzzed:
    """A target, with the median of the ordinary queries, each asked twice before it counts."""
    for text in ordinary:
        ask(text)
    spent = [sum(clock.spent(lambda text=text: ask(text))) for text in ordinary]
    return Fuzzed(name, ask, statistics.median(spent))


def fire(targets: list[Fuzzed], count: int, clock: Any) -> None:
    """`count` hostile queries at each target. Nothing raises; the targets hold what happened."""
    from hypothesis import HealthCheck, Phase, given, settings

    from benchmarks.search_hostile import hostile

    progress = tqdm(total=count, unit=" queries", mininterval=10)

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(hostile())
    def shoot(text: str) -> None:
        for target in targets:
            _shoot(target, text, clock)
        progress.update()

    with progress:
        shoot()


def _shoot(target: Fuzzed, text: str, clock: Any) -> None:
    target.asked += 1
    try:
        spent = sum(clock.spent(lambda: target.ask(text)))
        if spent > target.usual * MOST_TIMES / 2:
            # Once more: a collection of garbage or a cold page is not the query's fault.
            again = [sum(clock.spent(lambda: target.ask(text))) for _turn in range(AGAIN)]
            spent = min(spent, *again)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        target.errors.setdefault(traceback.format_exc(), text)
        return
    if spent > target.slowest:
        target.slowest = spent
        target.slow = [*target.slow[1 - SHOWN :], (spent, text)]


def _told(engine: str, target: Fuzzed) -> dict[str, Any]:
    times = target.slowest / target.usual
    held = not target.errors and times < MOST_TIMES
    print(
        f"{engine}, {target.name}: {target.asked:,} hostile queries, {len(target.errors)} kinds of "
        f"error, demanded 0; slowest {target.slowest:.1f} ms = {times:.1f} x the ordinary median "
        f"of {target.usual:.2f} ms, demanded < {MOST_TIMES:.0f}{'' if held else '   MISSED'}",
        flush=True,
    )
    for error, text in list(target.errors.items())[:SHOWN]:
        print(f"    {text[:300]!a}\n{error[-3000:]}")
    for spent, text in reversed(target.slow):
        print(f"    {spent:.1f} ms  {len(text)} characters  {text[:120]!a}")
    return {"held": held}


if __name__ == "__main__":
    main()
