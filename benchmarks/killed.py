"""Publishing and reindexing are killed (-9) at any moment: do index and pages still agree?

    python -m benchmarks.killed [--kills 100] [--engines sqlite postgresql]

A reader asks the search all the while, of pages that nobody touches: an answer without them, or
none, is a failed one. Prints for each engine how often the index differed from the pages after a
kill, and after `manage.py verify --mend`. Fails when it differs then, or when an answer failed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks import search_engines

PAGES, STANDING = 12, 5
LONGEST = 1.0  # seconds before a kill
WORDS = "chim yến"
_PROCESSES = multiprocessing.get_context("fork")


def main() -> None:
    """Exit code 1 when something was lost for good or a reader got no answer."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    search_engines.add_arguments(parser)
    options = parser.parse_args()
    if options.engine:
        search_engines.start()
        search_engines.give(options, killed(options.kills))
        return
    failed = False
    for engine in search_engines.engines(options):
        arguments = ["--kills", str(options.kills)]
        found = search_engines.answer_of(engine, "benchmarks.killed", arguments, options.postgres)
        print(
            f"{engine}: {found['kills']} kills ({found['publish']} while publishing, "
            f"{found['reindex']} while reindexing, {found['writings']} pages written); the index "
            f"differed {found['before']} times before verify, {found['after']} times after it; "
            f"{found['answers']} searches meanwhile, {found['failed']} failed."
        )
        failed |= bool(found["after"] or found["failed"] or not found["answers"])
    sys.exit(failed)


def killed(kills: int) -> dict[str, int]:
    """What happened, as counts; works on the database of this process."""
    from search.engine.state import state_of_index
    from search.indexing.verifying import compare, mend

    _make_site()
    answers, failures = _PROCESSES.Value("i", 0), _PROCESSES.Value("i", 0)
    reader = _started(_read, answers, failures)
    chance = random.Random(1)
    told = {"kills": kills, "publish": 0, "reindex": 0, "before": 0, "after": 0}
    for number in range(kills):
        name, act = (("publish", _publish), ("reindex", _reindex))[number % 2]
        told[name] += 1
        process = _started(act, number)
        time.sleep(chance.uniform(0, LONGEST))
        _end(process)
        report = compare()
        if not report.agrees:
            told["before"] += 1
            mend(report)
            told["after"] += not compare().agrees
    _end(reader)
    told["writings"] = state_of_index().slots
    return {**told, "answers": answers.value, "failed": failures.value}


def _make_site() -> None:
    from tests.builders import make_news, make_regulation

    for number in range(PAGES):
        make_news(f"Tin {number} " + ("chim yến" if number < STANDING else "đại bàng"))
        text = "\n".join(f"Điều {n}. Mục {n}\nNội dung thứ {n}." for n in range(1, 20))
        make_regulation(f"Quy chế {number}", text=text, number=f"{number + 1}/QĐ-MN")


def _started(act: Callable[..., None], *arguments: Any) -> Any:
    """A process that does `act`, with connections of its own."""
    from django.db import connections

    connections.close_all()
    process = _PROCESSES.Process(target=act, args=arguments, daemon=True)
    process.start()
    return process


def _end(process: Any) -> None:
    process.kill()
    process.join()


def _publish(seed: int) -> None:
    """New texts, and withdrawals, of pages that nobody asks for, without end."""
    from django.db import transaction

    from news.models import NewsPage
    from regulations.models import RegulationPage

    chance = random.Random(seed)
    while True:
        model = chance.choice((NewsPage, RegulationPage))
        page = chance.choice(list(model.objects.exclude(title__contains=WORDS)))
        # As the portal does it: an act is one transaction.
        with transaction.atomic():
            if page.live and chance.random() < 1 / 4:
                page.unpublish()
            else:
                page.title = f"Tin {chance.randrange(100)} đại bàng"
                page.save_revision().publish()


def _reindex(seed: int) -> None:
    from search.indexing.rebuilding import rebuild

    while True:
        rebuild()


def _read(answers: Any, failures: Any) -> None:
    """Ask until the end; the pages that stand are in every answer."""
    from django.contrib.auth.models import AnonymousUser

    from search.query import search
    from search.results import SearchRequest

    while True:
        try:
            found = search(SearchRequest(text=WORDS), AnonymousUser()).total
        except Exception:  # noqa: BLE001 - whatever went wrong, a reader got no answer
            found = 0
        answers.value += 1
        failures.value += found != STANDING


if __name__ == "__main__":
    main()
