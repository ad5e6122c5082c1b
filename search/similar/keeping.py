"""What is kept of a published page so that those alike are found, in step with the index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from search.engine.state import writing_alias
from search.indexing.texts import is_searched, searched_pages
from search.similar.models import SignatureValue, StoryTie
from search.similar.signatures import forget_signature, keep_signature
from search.similar.texts import slots_of, words_by_page
from search.similar.ties import forget_ties, keep_ties


def keep_alike(page: Any) -> None:
    """Signature and ties of a page that was indexed in this transaction. `page` is specific."""
    if not is_searched(type(page)):
        return
    # What this transaction wrote; a copy that answers searches has it later.
    alias = writing_alias()
    words = words_by_page(slots_of([page.pk], alias), alias).get(page.pk, [])
    keep_signature(page.pk, words)
    keep_ties(page, words)


def forget_alike(page_id: int) -> None:
    """The page is no longer published."""
    forget_signature(page_id)
    forget_ties(page_id)


def keep_all(progress: Callable[[], Any] = lambda: None) -> int:
    """Signatures and ties of every indexed page anew, page by page; returns how many pages.

    Safe to stop and to repeat. The ties weigh words by how rare they are now.
    """
    published = searched_pages()
    for model in (SignatureValue, StoryTie):
        model.objects.exclude(page__in=published).delete()
    count = 0
    for page in published.filter(depth__gt=1).order_by("pk").specific().iterator(chunk_size=50):
        with transaction.atomic():
            keep_alike(page)
        count += 1
        progress()
    return count
