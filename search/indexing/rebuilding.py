"""The index is made anew beside the old one, then takes its place.

Every step is a transaction of its own and leaves behind what the next one needs to know, so that a
run that is killed is taken up by the next where it stopped. While it runs, searches are answered
from the old index, and what is published goes into both.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.db import OperationalError, connections, transaction

from search.engine.alone import alone
from search.engine.counting import count_slots
from search.engine.matching import engine_of
from search.engine.state import locked, state_of_index, writing_alias
from search.engine.tables import LIVE, NAMES, NEXT
from search.engine.terms import TERMS_VERSION
from search.engine.writing import write
from search.indexing.entries import Entry, entry_of
from search.indexing.texts import is_searched, searched_pages

# A step writes no more than a page of many passages does, which has to be written at once anyway.
PASSAGES_AT_ONCE = 256
MOST_PAGES_AT_ONCE = 64
# Of each batch the words that many passages have are written again; nobody writes meanwhile.
PASSAGES_COUNTED_AT_ONCE = 10_000
# Every so many tries readers are kept waiting for a moment: where one always overlaps the next,
# nobody ever finds all of them gone.
MOST_TRIES, BETWEEN_TRIES, PATIENT = 3000, 0.02, 250


def rebuild(progress: Callable[[int], Any] = lambda pages: None) -> int:
    """Index every live page anew and swap; returns how many passages there are then.

    One run at a time: a second one waits, and takes over what the first left unfinished. An index
    that was finished meanwhile is as new as its own would be.
    progress: called after each step with the number of pages that it went through.
    """
    with alone() as waited:
        if not waited or state_of_index().is_building:
            _rebuild(progress)
    totals = LIVE.totals.objects.using(writing_alias())
    return sum(totals.values_list("passages", flat=True))


def _rebuild(progress: Callable[[int], Any]) -> None:
    _begin()
    at_once = 1
    while True:
        pages, passages = _step(at_once)
        if not pages:
            break
        progress(pages)
        few = passages * 2 <= PASSAGES_AT_ONCE
        at_once = min(at_once * 2, MOST_PAGES_AT_ONCE) if few else max(at_once // 2, 1)
    while _count():
        pass
    _tidy()
    _swap_between_readers()
    clear_left_over()


def is_outdated() -> bool:
    """Whether an upgrade left no index, or one with terms that are asked otherwise by now, or a
    run was killed, which costs every publication a second writing."""
    if state_of_index().is_building:
        return True
    rows = LIVE.page.objects.using(writing_alias())
    return not rows.exists() or rows.exclude(terms_version=TERMS_VERSION).exists()


def pages_left() -> int:
    """How many pages `rebuild` has to go through: all, or those that a killed run left."""
    state = state_of_index()
    return int(searched_pages().filter(pk__gt=state.built_to).count())


def _begin() -> None:
    """Empty tables to fill, unless a killed run has begun."""
    connection = connections[writing_alias()]
    with transaction.atomic(using=connection.alias), locked() as state:
        if not state.is_building:
            with connection.cursor() as cursor:
                engine_of(connection.vendor).clear(cursor, NAMES)
            state.is_building, state.built_to, state.counted_to = True, 0, 0


def _step(most: int) -> tuple[int, int]:
    """Index up to `most` further pages; how many pages and passages that were."""
    with transaction.atomic(using=writing_alias()), locked() as state:
        if not state.is_building:
            return 0, 0
        pages = searched_pages().filter(pk__gt=state.built_to).order_by("pk")[:most].specific()
        entries: list[Entry] = []
        done = 0
        for page in pages:
            done += 1
            state.built_to = page.pk
            if is_searched(type(page)):
                entries.append(entry_of(page))
            if sum(len(entry.passages) for entry in entries) >= PASSAGES_AT_ONCE:
                break
        write(NEXT, state, entries)
    return done, sum(len(entry.passages) for entry in entries)


def _count() -> int:
    """Count some passages; words that many have are written once for all of them."""
    with transaction.atomic(using=writing_alias()), locked() as state:
        if not state.is_building:
            return 0
        state.counted_to, passages = count_slots(NEXT, state.counted_to, PASSAGES_COUNTED_AT_ONCE)
    return passages


def _tidy() -> None:
    """Let the engine put what was written in pieces together, a little at a time."""
    connection = connections[writing_alias()]
    with connection.cursor() as cursor:
        engine_of(connection.vendor).tidy(cursor, NAMES)


def _swap_between_readers() -> None:
    """Swap as soon as nobody reads. Raises OperationalError when that never is within a minute."""
    for number in range(1, MOST_TRIES):
        try:
            _swap(is_patient=number % PATIENT == 0)
        except OperationalError:
            time.sleep(BETWEEN_TRIES)
        else:
            return
    _swap(is_patient=True)


def _swap(*, is_patient: bool = False) -> None:
    """The new tables answer from now on; nothing when another run has swapped them in.

    is_patient: readers wait for a moment. Raises OperationalError while somebody reads,
    RuntimeError for words without their index, with which every search would read all of them.
    """
    connection = connections[writing_alias()]
    with transaction.atomic(using=connection.alias), locked() as state:
        if not state.is_building:
            return
        while state.counted_to < state.slots:
            state.counted_to, passages = count_slots(NEXT, state.counted_to, PASSAGES_AT_ONCE)
            if not passages:
                break
        state.is_building = False
        engine = engine_of(connection.vendor)
        with connection.cursor() as cursor:
            if not engine.has_index(cursor, NEXT.words):
                raise RuntimeError(f"{NEXT.words} has no index")
            engine.swap(cursor, NAMES, is_patient=is_patient)


def clear_left_over() -> None:
    """Nothing is left in the tables that do not answer, also where a run was killed after its
    swap: what was withdrawn since would stay in them."""
    connection = connections[writing_alias()]
    if not NEXT.page.objects.using(connection.alias).exists():
        return
    with transaction.atomic(using=connection.alias), locked() as state:
        if not state.is_building:
            with connection.cursor() as cursor:
                engine_of(connection.vendor).clear(cursor, NAMES)
