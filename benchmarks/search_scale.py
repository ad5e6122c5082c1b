"""What the search costs when it holds much.

    python -m benchmarks.search_scale FOLDER [--sizes 1000 10000 100000]

Fills throwaway databases with so many passages made from the real texts in FOLDER (`retrieval/`
and `official/`), indexes them with the product's own writer, and asks short, broad, long and
numbered questions with facets, snippets and permission, and suggestions. Printed for each size and
engine: passages indexed per CPU second, index size by text size, and the CPU (Python and server) of
each kind of question, p50 and p95, beside the bare query of the engine over the same words in the
same run. What is demanded is demanded at 100,000 passages. Status 1 when a demand is missed.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import search_engines
from benchmarks.search_engines import POSTGRES, SQLITE

MODULE = "benchmarks.search_scale"
DEMANDED_AT = 100_000
LEAST_RATE, MOST_INDEX, MOST_SUGGESTION = 1000.0, 1.7, 10.0
MOST_RATIO = {
    SQLITE: {"short": 1.5, "broad": 2.0, "question": 1.3},
    POSTGRES: {"short": 0.3, "broad": 2.0, "question": 1.3},
}


@dataclass(frozen=True, slots=True)
class Demand:
    """A figure, and the bound that it must keep at DEMANDED_AT passages."""

    name: str
    figure: float
    bound: float
    is_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the bound is kept."""
        return self.figure >= self.bound if self.is_least else self.figure <= self.bound

    def __str__(self) -> str:
        sign = ">=" if self.is_least else "<="
        verdict = "" if self.is_met else "   MISSED"
        return f"{self.name} {self.figure:,.2f}, demanded {sign} {self.bound:,.2f}{verdict}"


def main() -> None:
    """Measure every size on each engine; the status tells whether every demand is met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, DEMANDED_AT])
    parser.add_argument("--profile", default="", help="profile this kind of question, too")
    search_engines.add_arguments(parser)
    parser.add_argument("--size", type=int, default=0, help="set by the benchmark itself")
    options = parser.parse_args()
    if options.engine:
        from benchmarks.search_costs import answer

        search_engines.start()
        search_engines.give(options, answer(options))
        return
    sys.exit(0 if _all(options) else 1)


def _all(options: argparse.Namespace) -> bool:
    met = True
    for size in options.sizes:
        for engine in search_engines.engines(options):
            arguments = [*sys.argv[1:], "--size", str(size)]
            found = search_engines.answer_of(engine, MODULE, arguments, options.postgres)
            _print(engine, found)
            if size == DEMANDED_AT:
                demands = _demands(engine, found)
                print("\n".join(f"    {demand}" for demand in demands))
                met &= all(demand.is_met for demand in demands)
    return met


def _print(engine: str, found: dict[str, Any]) -> None:
    print(
        f"{engine}, {found['passages']:,} passages of {found['documents']:,} documents, "
        f"{found['text'] / 1e6:,.1f} MB of text: indexed {found['rate']:,.0f} passages per CPU "
        f"second (Python {found['build'][0]:,.0f} s, server {found['build'][1]:,.0f} s), index "
        f"{found['index'] / 1e6:,.1f} MB = {found['index'] / found['text']:.2f} x the text; one "
        f"document of 20 passages published in {found['publish']:.0f} ms; most memory "
        f"{found['memory']:,.0f} MB"
    )
    print(f"    {'ms of CPU':12}{'p50':>8}{'p95':>8}   Python/server   bare p50     p95   ratio")
    for kind, row in found["kinds"].items():
        (python, server), bare = row["parts"], row["bare"]
        line = f"    {kind:12}{row['p50']:8.1f}{row['p95']:8.1f}{python:9.1f}/{server:<6.1f}"
        if bare:
            ratio, worst = row["p50"] / bare[0], row["p95"] / bare[1]
            line += f"{bare[0]:9.1f}{bare[1]:9.1f}   {ratio:.2f} ({worst:.2f})"
        print(line, flush=True)


def _demands(engine: str, found: dict[str, Any]) -> list[Demand]:
    kinds = found["kinds"]
    ratios = [
        Demand(f"{kind}, ratio to bare", kinds[kind]["p50"] / kinds[kind]["bare"][0], most)
        for kind, most in MOST_RATIO[engine].items()
    ]
    return [
        Demand("passages per CPU second", found["rate"], LEAST_RATE, is_least=True),
        Demand("index by text", found["index"] / found["text"], MOST_INDEX),
        *ratios,
        Demand("suggestion, ms p95", kinds["suggestion"]["p95"], MOST_SUGGESTION),
    ]


if __name__ == "__main__":
    main()
