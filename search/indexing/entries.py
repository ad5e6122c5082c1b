"""From a published page to what is written of it: facts of the page, and its passages as rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils import timezone

from campaigns.models import CampaignPage
from news.models import NewsPage
from regulations.models import OfficialDocument
from search.engine.terms import TERMS_VERSION
from search.indexing.passage import Passage
from search.indexing.texts import passages_of
from search.models import MOST_PASSAGES
from vietnamese import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A page to write: `facts` are fields of SearchedPage, without slot, passages and digest."""

    page_id: int
    facts: dict[str, Any]
    passages: list[Passage]


def entry_of(page: Any) -> Entry:
    """What is indexed of `page` (specific, published); at most MOST_PASSAGES passages."""
    return Entry(page.pk, facts_of(page), list(islice(passages_of(page), MOST_PASSAGES)))


def facts_of(page: Any) -> dict[str, Any]:
    """What the index repeats of the page itself."""
    day = _day(page)
    issuer = issuer_of(page)
    return {
        "page_id": page.pk,
        "kind": page._meta.model_name,
        "document_type": getattr(page, "document_type", ""),
        "number_key": getattr(page, "number_key", ""),
        **issuer_facts(issuer),
        "year": day.year if day else None,
        "title": page.title,
        "audience": page.audience,
        "expires_at": page.expire_at,
        "sorted_on": day,
        "terms_version": TERMS_VERSION,
    }


def issuer_facts(name: str) -> dict[str, str]:
    """The name of an issuer, and its key."""
    return {"issuer": name[:255], "issuer_key": fold(name)[:255]}


def issuer_of(page: Any) -> str:
    """Who issued a document, by the register if it stands there; "" for other pages."""
    if not isinstance(page, OfficialDocument):
        return ""
    return page.issuer.name if page.issuer else page.issuer_as_printed


def _day(page: Any) -> dt.date | None:
    """The day by which the newest come first."""
    if isinstance(page, OfficialDocument):
        return page.issued_on
    if isinstance(page, NewsPage):
        return page.published_on
    if isinstance(page, CampaignPage) and page.starts_on:
        return page.starts_on
    first = page.first_published_at
    return timezone.localtime(first).date() if first else None
