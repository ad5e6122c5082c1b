"""One engine and one size of `benchmarks.search_scale`: a corpus, its index, and what it costs."""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import search_bare
from benchmarks.search_clock import Clock, share
from benchmarks.search_corpus import Corpus
from benchmarks.search_library import publish
from benchmarks.search_texts import Pool, pool_of

QUERIES, ROUNDS = 30, 3
SHOWN_LINES = 45


@dataclass(frozen=True, slots=True)
class Kind:
    """Queries of one kind; any_of: the bare query asks for any of the words (None: no such)."""

    name: str
    texts: Sequence[str]
    ask: Callable[[str], Any]
    any_of: bool | None = None


def answer(options: argparse.Namespace) -> Any:
    """The figures of `benchmarks.search_scale`, as plain data. Milliseconds, seconds, bytes."""
    pool = pool_of(options.folder)
    corpus = _fill(pool, options.size)
    clock = Clock()
    before = index_bytes()
    build = [part / 1000 for part in clock.spent(_index)]
    index = index_bytes() - before
    passages = _passages()
    search_bare.fill()
    kinds = kinds_of(pool, corpus)
    figures = {kind.name: _measured(kind, clock) for kind in kinds}
    for kind in kinds:
        if kind.name == options.profile:
            _profile(kind)
    return {
        "passages": passages,
        "documents": len(corpus.papers),
        "text": corpus.text_bytes,
        "build": build,
        "rate": passages / sum(build),
        "index": index,
        "kinds": figures,
        "publish": sum(clock.spent(lambda: publish("Quyết định mới", _document(pool)))),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def filled(folder: Path, size: int) -> tuple[Pool, Corpus]:
    """`size` indexed passages, and what they were made of."""
    pool = pool_of(folder)
    corpus = _fill(pool, size)
    _index()
    return pool, corpus


def _fill(pool: Pool, size: int) -> Corpus:
    from accounts.audience import Audience
    from regulations.models import RegulationIndexPage
    from tests.builders import make_index

    corpus = Corpus(make_index(RegulationIndexPage, audience=Audience.PUBLIC), size, pool)
    corpus.write()
    return corpus


def _index() -> None:
    """As `manage.py reindex` does. A server's planner then knows the tables, as it soon would."""
    from django.db import connection

    from search.indexing.rebuilding import rebuild

    rebuild()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _passages() -> int:
    from search.models import Passage

    return int(Passage.objects.count())


def index_bytes() -> int:
    """What the tables of the search take on disk, their indexes included."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                """SELECT SUM(pgsize) FROM dbstat JOIN sqlite_master USING (name)
                WHERE tbl_name LIKE 'search!_%' ESCAPE '!'"""
            )
        else:
            cursor.execute(
                r"""SELECT SUM(pg_total_relation_size(oid)) FROM pg_class
                WHERE relkind = 'r' AND relname LIKE 'search\_%'"""
            )
        return int(cursor.fetchone()[0])


def kinds_of(pool: Pool, corpus: Corpus) -> list[Kind]:
    """The questions: words of headings, the commonest pairs, real questions, numbers, beginnings.

    Every second is typed without marks.
    """
    from django.contrib.auth import get_user_model

    from search.query import search, suggest
    from search.results import SearchRequest
    from tests.builders import make_user

    staff = get_user_model().objects.filter(username="can-bo").first()
    staff = staff or make_user("can-bo", "Staff")

    def ask(text: str) -> Any:
        return search(SearchRequest(text=text), staff)

    chance = random.Random(6)
    headings = [heading for source in pool.sources for heading in source.headings]
    questions = list(pool.questions) or [
        chance.choice(chance.choice(pool.sources).sentences) for _ in range(QUERIES)
    ]
    beginnings = [heading[: chance.randint(3, 20)] for heading in _some(headings, chance)]
    numbers = [paper.number for paper in _some(corpus.papers, chance)]
    return [
        Kind("short", _half_bare(_short(headings, chance)), ask, any_of=False),
        Kind("broad", _half_bare(pool.common_pairs(QUERIES)), ask, any_of=False),
        Kind("question", _half_bare(_some(questions, chance)), ask, any_of=True),
        Kind("number", numbers, ask),
        Kind("suggestion", _half_bare(beginnings), lambda text: suggest(text, staff)),
    ]


def _some(values: Sequence[Any], chance: random.Random) -> list[Any]:
    return [chance.choice(values) for _ in range(QUERIES)]


def _short(headings: Sequence[str], chance: random.Random) -> list[str]:
    """Two to four neighbouring words of a heading."""
    found = []
    for heading in _some([one for one in headings if len(one.split()) > 4], chance):
        words, size = heading.split(), chance.randint(2, 4)
        start = chance.randrange(len(words) - size)
        found.append(" ".join(words[start : start + size]).strip(" ,.;:()"))
    return found


def _half_bare(texts: Sequence[str]) -> list[str]:
    from benchmarks.search_baselines import without_marks

    return [without_marks(text) if place % 2 else text for place, text in enumerate(texts)]


def _measured(kind: Kind, clock: Clock) -> dict[str, Any]:
    """p50 and p95 over the queries, each the median of its rounds; the bare query in turn."""
    from django.core.cache import cache

    from vietnamese import folded_words

    spent: list[list[tuple[float, float]]] = [[] for _ in kind.texts]
    bare: list[list[float]] = [[] for _ in kind.texts]
    for _turn in range(ROUNDS):
        cache.clear()
        kind.ask("khen thưởng")
        for place, text in enumerate(kind.texts):
            spent[place].append(clock.spent(lambda text=text: kind.ask(text)))
            if kind.any_of is not None:
                words = list(dict.fromkeys(folded_words(text)))
                act = partial(search_bare.ask, words, any_of=kind.any_of)
                bare[place].append(sum(clock.spent(act)))
    totals = [statistics.median(sum(parts) for parts in rounds) for rounds in spent]
    bares = [statistics.median(rounds) for rounds in bare if rounds]
    parts = [
        statistics.median(statistics.median(one[side] for one in rounds) for rounds in spent)
        for side in (0, 1)
    ]
    return {
        "p50": share(totals, 0.5),
        "p95": share(totals, 0.95),
        "parts": parts,
        "bare": [share(bares, 0.5), share(bares, 0.95)] if bares else None,
    }


def _profile(kind: Kind) -> None:
    """Where the time of Python goes."""
    profile = cProfile.Profile(time.process_time)
    with profile:
        for text in kind.texts:
            kind.ask(text)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(SHOWN_LINES)


def _document(pool: Pool) -> str:
    law = pool.sources[0]
    return "\n".join(
        f"Điều {number}. {law.headings[number]}\n{law.sentences[number]}" for number in range(1, 20)
    )
