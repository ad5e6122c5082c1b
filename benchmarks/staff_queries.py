"""Does the search find what staff want? `python -m benchmarks.staff_queries`

The table of `tests/search/sets` is asked of the texts that the repository holds, in four spellings,
on each engine. Printed: success at 1 and at 3 and the mean reciprocal rank of the passages shown,
for each spelling and part. With --misses, the queries of the open part whose passage is not among
the first three; the held part is never shown.
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from benchmarks import search_engines

MODULE = "benchmarks.staff_queries"
PARTS = ("open", "held")
AMONG = 3


def main() -> None:
    """Ask on each engine and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="show what is missed, open part only")
    search_engines.add_arguments(parser)
    options = parser.parse_args()
    if options.engine:
        search_engines.start()
        search_engines.give(options, _places())
        return
    for engine in search_engines.engines(options):
        _print(engine, search_engines.answer_of(engine, MODULE, sys.argv[1:], options.postgres))
        sys.stdout.flush()
    if options.misses:
        print("The held part is not shown.")


def _places() -> dict[str, Any]:
    """{spelling: [place of the wanted passage, or none, for each pair of the table]}."""
    from search.query import search
    from search.results import SearchRequest
    from tests.builders import make_user
    from tests.search.sets.library import publish_library
    from tests.search.sets.queries import pairs, place_of_wanted
    from tests.search.sets.spellings import SPELLINGS

    documents, staff = publish_library(), make_user("can-bo", "Staff")
    return {
        name: [
            place_of_wanted(pair, search(SearchRequest(change(pair.query)), staff), documents)
            for pair in pairs()
        ]
        for name, change in SPELLINGS.items()
    }


def _print(engine: str, places: dict[str, list[int | None]]) -> None:
    from tests.search.sets.queries import pairs
    from tests.search.sets.spellings import SPELLINGS

    print(f"{engine:<14}{'part':<8}{'queries':>8}{'S@1':>8}{'S@3':>8}{'MRR':>8}")
    for spelling, found in places.items():
        for part in (*PARTS, "all"):
            asked = [
                place
                for pair, place in zip(pairs(), found, strict=True)
                if part in {pair.part, "all"}
            ]
            figures = "".join(f"{figure:8.3f}" for figure in _figures(asked))
            print(f"{spelling:<14}{part:<8}{len(asked):8}{figures}")
    if "--misses" not in sys.argv:
        return
    for spelling, found in places.items():
        for pair, place in zip(pairs(), found, strict=True):
            if pair.part == "open" and (place is None or place > AMONG):
                print(f"  {spelling}: {SPELLINGS[spelling](pair.query)} -> {place}")


def _figures(places: list[int | None]) -> tuple[float, float, float]:
    """Success at 1, success at 3, mean reciprocal rank."""
    number = len(places)
    success = (sum(bool(place and place <= depth) for place in places) for depth in (1, AMONG))
    reciprocal = sum(1 / place for place in places if place) / number
    first, third = (count / number for count in success)
    return first, third, reciprocal


if __name__ == "__main__":
    main()
