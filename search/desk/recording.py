"""What was asked, counted per day, without a trace of who asked.

What is kept. Of every question that does not look personal (`search.desk.words.looks_personal`)
a day's count under a keyed digest of its folded words: no user, no address, no session, and no
words. The words are written down by the asking with which the question has been asked TIMES times
on DAYS different days; a name or a secret that one person looks up once, or over and over on one
afternoon, is never stored in words, and the name of an honoree, or of somebody awarded, never at
all. Everything is pruned after `search.desk.pruning.DAYS_KEPT` days, and what names a person who
withdrew consent goes at once (`forget`).

How it is written. A search only adds to a tally in the memory of its process. A thread of its own
writes the tallies PAUSE seconds later, in one short transaction that waits at most BUSY
milliseconds for SQLite's lock; what could not be written stays in the tally for the next round.
So no search waits for it and none can fail by it; a process that is killed loses PAUSE seconds of
counts. Without `enable` (commands, tests) nothing is written until `flush` is called.
"""

from __future__ import annotations

import atexit
import datetime as dt
import logging
import os
import re
import threading
from dataclasses import dataclass, replace
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Count, Sum
from django.http import HttpRequest
from django.utils import timezone

from honors.models import Award, HonoreePage
from honors.models.award_type import RecipientKind
from search.desk.counted import AskedDay, AskedText
from search.desk.words import digest_of, key_of, looks_personal

TIMES, DAYS = 3, 2
PAUSE, BUSY = 5.0, 250
MOST_WAITING = 2000
ROBOT = re.compile(r"bot|crawl|spider|slurp|preview|curl|wget|python|monitor|lighthouse", re.I)
logger = logging.getLogger("search.desk")


@dataclass(slots=True)
class Tally:
    """Counts that wait to be written, and how the question was spelled."""

    text: str
    asked: int = 0
    not_found: int = 0


class _Waiting:
    """The tallies of this process, by day and folded question."""

    lock = threading.Lock()
    tallies: dict[tuple[dt.date, str], Tally] = {}
    is_enabled = False
    # The process whose thread will write: a child of a fork has none.
    writer: int | None = None


def enable() -> None:
    """Write tallies beside the requests of this process; called once by the web server's door."""
    _Waiting.is_enabled = True
    atexit.register(flush_quietly)


def note(request: HttpRequest, found: Any) -> None:
    """Count the search that `request` made, if it is a person's new question.

    found: a SearchResults. Robots, prefetches, HEAD, later pages, narrowed searches and readers
    whose browser asks not to be tracked are not counted. Never raises.
    """
    try:
        if _is_a_question(request, found):
            record(found.query.text, found.total + len(found.cards))
    except Exception:
        logger.exception("A search was not counted")


def record(query: str, total: int) -> None:
    """Count a question with `total` results, unless it looks personal. Never raises."""
    try:
        _add(" ".join(query.split()), total)
    except Exception:
        logger.exception("A search was not counted")


def _is_a_question(request: HttpRequest, found: Any) -> bool:
    asked, headers = found.request, request.headers
    narrowed = asked.kinds or asked.types or asked.issuers or asked.years or asked.effects
    return (
        request.method == "GET"
        and found.number == 1
        and not narrowed
        and not asked.explain
        and "1" not in {headers.get("DNT"), headers.get("Sec-GPC")}
        and "prefetch" not in headers.get("Sec-Purpose", "")
        and ROBOT.search(headers.get("User-Agent", "")) is None
    )


def _add(text: str, total: int) -> None:
    key = key_of(text)
    if not key or looks_personal(text):
        return
    place = (timezone.localdate(), key)
    with _Waiting.lock:
        if len(_Waiting.tallies) >= MOST_WAITING and place not in _Waiting.tallies:
            return
        tally = _Waiting.tallies.setdefault(place, Tally(text))
        tally.asked += 1
        tally.not_found += not total
        if _Waiting.is_enabled and _Waiting.writer != os.getpid():
            _Waiting.writer = os.getpid()
            timer = threading.Timer(PAUSE, _write_beside)
            timer.daemon = True
            timer.start()


def _write_beside() -> None:
    """The thread: write, and close the connection that it alone used."""
    with _Waiting.lock:
        _Waiting.writer = None
    try:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout = {BUSY}")
    except DatabaseError:
        logger.warning("Searches were not counted yet", exc_info=True)
    else:
        flush_quietly()
    finally:
        connection.close()


def flush_quietly() -> None:
    """`flush`; what cannot be written now waits, and a warning says so."""
    try:
        flush()
    except Exception:
        logger.warning("Searches were not counted yet", exc_info=True)


def flush() -> None:
    """Write what waits in this process. Raises DatabaseError; the tallies then stay."""
    with _Waiting.lock:
        taken, _Waiting.tallies = _Waiting.tallies, {}
    if not taken:
        return
    try:
        _write(taken)
    except Exception:
        _put_back(taken)
        raise


def _put_back(taken: dict[tuple[dt.date, str], Tally]) -> None:
    with _Waiting.lock:
        for place, tally in taken.items():
            newer = _Waiting.tallies.get(place, Tally(tally.text))
            _Waiting.tallies[place] = replace(
                tally, asked=tally.asked + newer.asked, not_found=tally.not_found + newer.not_found
            )


@transaction.atomic
def _write(taken: dict[tuple[dt.date, str], Tally]) -> None:
    digests = {key: digest_of(key) for _day, key in taken}
    # In one order everywhere: two processes never wait for each other's rows.
    rows = sorted(
        (day, digests[key], tally.asked, tally.not_found) for (day, key), tally in taken.items()
    )
    AskedDay.objects.add(rows)
    _write_words({key: tally.text for (_day, key), tally in taken.items()}, digests)


def _write_words(texts: dict[str, str], digests: dict[str, str]) -> None:
    """Write down the words of questions that are asked often enough by now."""
    known = set(AskedText.objects.filter(digest__in=digests.values()).values_list("pk", flat=True))
    counts = AskedDay.objects.filter(digest__in=set(digests.values()) - known).values("digest")
    enough = set(
        counts.annotate(total=Sum("asked"), days=Count("day"))
        .filter(total__gte=TIMES, days__gte=DAYS)
        .values_list("digest", flat=True)
    )
    new = {key for key in texts if digests[key] in enough}
    AskedText.objects.bulk_create(
        [
            AskedText(digest=digests[key], folded=key, text=texts[key])
            for key in sorted(new - _naming(new))
        ],
        ignore_conflicts=True,
    )


def _naming(keys: set[str]) -> set[str]:
    """Those of the folded questions that name an honoree, or are the name of somebody awarded."""
    if not keys:
        return set()
    people = Award.objects.filter(recipient_kind=RecipientKind.INDIVIDUAL, folded_name__in=keys)
    awarded = set(people.values_list("folded_name", flat=True))
    names = _names_of_honorees()
    return {key for key in keys if key in awarded or (names and names.search(key))}


def _names_of_honorees() -> re.Pattern[str] | None:
    """Any of the names that pages have, published or not; None without pages."""
    keys = {key_of(title) for title in HonoreePage.objects.values_list("title", flat=True)}
    names = "|".join(map(re.escape, sorted(keys - {""})))
    return re.compile(rf"\b(?:{names})\b") if names else None


def forget(name: str) -> None:
    """Take every question that holds these words off the record, with its counts."""
    key = key_of(name)
    if not key:
        return
    with _Waiting.lock:
        for place in [place for place in _Waiting.tallies if key in place[1]]:
            del _Waiting.tallies[place]
    gone = AskedText.objects.filter(folded__contains=key)
    AskedDay.objects.filter(
        digest__in=[digest_of(key), *gone.values_list("pk", flat=True)]
    ).delete()
    gone.delete()
