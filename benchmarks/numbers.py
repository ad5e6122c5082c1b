"""Does a number lead to its document? `python -m benchmarks.numbers FILE`

FILE is a table with a column `so_hieu`, and where there are such, `file` (the text beside it),
`loai` and `noi_ban_hanh`. Every row becomes a document in a throwaway database of each engine;
staff type every number in six spellings. A number is answered when its document is the only card,
or the first result when there is no card; where several documents have it, when the choice has them
all and no other. Status 1 when one is not answered.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import search_engines

MODULE = "benchmarks.numbers"
SHOWN = 10


def main() -> None:
    """Ask on each engine and print; the status tells whether every number was answered."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    search_engines.add_arguments(parser)
    options = parser.parse_args()
    if options.engine:
        search_engines.start()
        search_engines.give(options, _answer(options.file))
        return
    missed = 0
    for engine in search_engines.engines(options):
        answer = search_engines.answer_of(engine, MODULE, sys.argv[1:], options.postgres)
        missed += _print(engine, answer)
    sys.exit(1 if missed else 0)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from (row for row in csv.DictReader(lines) if row["so_hieu"].strip())


def _answer(file: Path) -> dict[str, Any]:
    """{spelling: {"hits": how many, "choices": how many of them, "missed": what was typed}}."""
    from search.query import search
    from search.results import SearchRequest
    from tests.builders import make_user
    from tests.search.sets.number_spellings import answers, six_spellings
    from vietnamese import number_key

    for row in _rows(file):
        _publish(row, file.parent)
    staff = make_user("can-bo", "Staff")
    numbers = [row["so_hieu"].strip() for row in _rows(file)]
    having = Counter(map(number_key, numbers))
    found: dict[str, Any] = {}
    for number in numbers:
        key = number_key(number)
        for spelling, typed in six_spellings(number).items():
            tally = found.setdefault(spelling, {"hits": 0, "choices": 0, "missed": []})
            is_hit = answers(search(SearchRequest(typed), staff), key) == having[key]
            tally["hits"] += is_hit
            tally["choices"] += is_hit and having[key] > 1
            tally["missed"] += [] if is_hit else [typed]
    return found


def _publish(row: dict[str, str], folder: Path) -> None:
    from benchmarks.search_library import publish

    text = folder / row["file"] if row.get("file") else None
    title = f"{row.get('loai', '')} của {row.get('noi_ban_hanh', '')}"
    words = text.read_text("utf-8", "replace").replace("\x00", "") if text and text.exists() else ""
    publish(title, words, number=row["so_hieu"].strip())


def _print(engine: str, answer: dict[str, Any]) -> int:
    missed = 0
    for spelling, tally in answer.items():
        asked = tally["hits"] + len(tally["missed"])
        print(
            f"{engine:<12}{spelling:<24}{tally['hits']:6} of {asked} first"
            f" ({tally['choices']} by a choice)"
        )
        for typed in tally["missed"][:SHOWN]:
            print(f"    missed: {typed}")
        missed += len(tally["missed"])
    sys.stdout.flush()
    return missed


if __name__ == "__main__":
    main()
