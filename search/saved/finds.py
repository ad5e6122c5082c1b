"""What came into saved searches: pages that were published since they were looked through last,
and those whose files were read since then.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.audience import Audience, audiences_of
from pages.models import PortalPage
from search.file_texts.models import FileUse
from search.query import search
from search.results import SearchRequest
from search.saved.models import NewFind, SavedSearch
from search.saved.shelf import asked_by

# A page may be stored a moment after the time that it bears.
OVERLAP = dt.timedelta(minutes=10)
MOST_NEW, MOST_PAGES = 500, 50
logger = logging.getLogger("search.saved")


def may_be_told(user: Any) -> bool:
    """Whether `user` still has an account that works, and a role among the staff."""
    return bool(user.is_active) and Audience.STAFF in audiences_of(user)


def look_through_all(now: dt.datetime | None = None) -> int:
    """Look through every saved search of those who may still search; returns how many finds.

    What fails is logged and done again the next time; the others go on.
    """
    count, now = 0, now or timezone.now()
    for saved in SavedSearch.objects.on_shelf().select_related("user").order_by("user", "pk"):
        if not may_be_told(saved.user):
            continue
        try:
            count += look_through(saved, now)
        except Exception:
            logger.exception("Saved search %s was not looked through", saved.pk)
    return count


def look_through(saved: SavedSearch, now: dt.datetime) -> int:
    """Note the pages published since the last look that it finds and its owner may see.

    Doing it again notes nothing twice. A page that was published long ago and is opened to the
    owner only now is not news.
    """
    since = max(saved.created_at, saved.checked_at - OVERLAP)
    pages = PortalPage.objects.visible_to(saved.user)
    fresh = pages.filter(_published(since, now) | _read_late(saved.created_at, since, now))
    ids = frozenset(fresh.order_by("-first_published_at").values_list("pk", flat=True)[:MOST_NEW])
    found = _found(asked_by(saved.query), saved.user, ids) if ids else frozenset()
    known = set(saved.finds.filter(page__in=found).values_list("page", flat=True))
    new = sorted(found - known)
    rows = [NewFind(saved=saved, page_id=page, found_at=now) for page in new]
    NewFind.objects.bulk_create(rows, ignore_conflicts=True)
    SavedSearch.objects.filter(pk=saved.pk).update(checked_at=now)
    return len(new)


def _published(since: dt.datetime, now: dt.datetime) -> Q:
    return Q(first_published_at__gt=since, first_published_at__lte=now)


def _read_late(kept: dt.datetime, since: dt.datetime, now: dt.datetime) -> Q:
    """Pages of which a file was read and indexed after `since`, published since the search was
    `kept`: only now they may be found by the words of the file."""
    read = FileUse.objects.filter(
        text__is_indexed=True, text__finished_at__gt=since, text__finished_at__lte=now
    )
    return Q(first_published_at__gt=kept, pk__in=read.values("page"))


def _found(asked: SearchRequest, user: Any, among: frozenset[int]) -> frozenset[int]:
    """Those of the pages `among` that the search finds."""
    found: set[int] = set()
    for number in range(1, MOST_PAGES + 1):
        results = search(replace(asked, among=among, page=number), user)
        # Nearly all the words is near enough for somebody who asks, not for news.
        if results.relaxed:
            break
        found |= {result.page.pk for result in (*results.cards, *results.results)}
        if number >= results.pages:
            break
    return frozenset(found & among)
