"""What is new in a reader's saved searches, for the staff desk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from search.saved.models import SavedSearch
from search.saved.shelf import unseen_by

SEARCHES_SHOWN, PAGES_SHOWN = 4, 3


@dataclass(frozen=True, slots=True)
class Fresh:
    """A saved search with the newest pages that came into it; count: of all of them."""

    saved: SavedSearch
    pages: list[Any]
    count: int


@dataclass(frozen=True, slots=True)
class News:
    """The searches with news, the latest first; count: of new pages; more: other searches."""

    searches: list[Fresh]
    count: int
    more: int


def news_of(user: Any) -> News | None:
    """What came into the saved searches of `user` since they looked; None for nothing.

    One query.
    """
    pages = defaultdict(list)
    searches = {}
    for find in unseen_by(user).select_related("saved"):
        pages[find.saved_id].append(find.page)
        searches[find.saved_id] = find.saved
    if not searches:
        return None
    fresh = [
        Fresh(saved, pages[pk][:PAGES_SHOWN], len(pages[pk])) for pk, saved in searches.items()
    ]
    count = sum(one.count for one in fresh)
    return News(fresh[:SEARCHES_SHOWN], count, len(fresh[SEARCHES_SHOWN:]))


def news_on_desk(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`saved_news`, for the staff desk."""
    if not (getattr(page, "is_staff_desk", False) and request.user.is_authenticated):
        return {}
    return {"saved_news": news_of(request.user)}
