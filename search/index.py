"""The seam for writing: keep the index in step with the published pages.

Callers: signal handlers (in the transaction of the act they follow) and `manage.py reindex`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from pages.models import PortalPage
from search.models import SearchEntry
from search.texts import Passage, is_searched, passages_of
from vietnamese import tokenize

BATCH = 500


def padded(text: str, form: str) -> str:
    """The tokens of `text` in `form` ("folded" or "exact"), a blank around each."""
    return f" {' '.join(getattr(token, form) for token in tokenize(text))} "


def index_page(page: Any) -> int:
    """Write the entries of a published page anew; returns how many. `page` is specific."""
    if not is_searched(type(page)):
        return 0
    entries = [_entry(page, place, passage) for place, passage in enumerate(passages_of(page))]
    with transaction.atomic():
        remove_page(page.pk)
        SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
    return len(entries)


def _entry(page: Any, position: int, passage: Passage) -> SearchEntry:
    title = f"{passage.label}" if position else page.title
    return SearchEntry(
        page_id=page.pk,
        kind=page._meta.model_name,
        position=position,
        anchor=passage.anchor,
        label=passage.label,
        body=passage.body,
        number_key="" if position else getattr(page, "number_key", ""),
        cited_keys=f" {' '.join(passage.cited_keys)} ",
        folded_title=padded(title, "folded"),
        exact_title=padded(title, "exact"),
        folded_body=padded(passage.body, "folded"),
        exact_body=padded(passage.body, "exact"),
        length=len(passage.body),
    )


def remove_page(page_id: int) -> None:
    """Take a page out of the index."""
    SearchEntry.objects.filter(page=page_id).delete()


def rebuild(progress: Callable[[], Any] = lambda: None) -> int:
    """Index every published page anew, page by page; returns the number of entries."""
    published = PortalPage.objects.published()
    SearchEntry.objects.exclude(page__in=published).delete()
    count = 0
    for page in published.specific().iterator(chunk_size=50):
        count += index_page(page)
        progress()
    return count
