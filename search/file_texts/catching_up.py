"""Pages that were published before their files were listed: an upgrade of an existing site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from search.file_texts.offers import note_files
from search.indexing.texts import is_searched, searched_pages


def published_pages() -> Any:
    """The published pages of all types, in order."""
    return searched_pages().filter(depth__gt=1).order_by("pk")


def pages_without_files() -> Any:
    """Those of which no file is listed: most have none, the others were published before."""
    return published_pages().filter(file_uses__isnull=True)


def note_files_of(pages: Any, progress: Callable[[int], Any] = lambda pages: None) -> None:
    """List the files of `pages` (a query), each page in a transaction of its own.

    What nobody has read yet waits for a reader. Safe to stop and to repeat.
    """
    for pk in list(pages.values_list("pk", flat=True)):
        with transaction.atomic():
            # Nobody publishes it between reading and writing.
            page = published_pages().filter(pk=pk).select_for_update().first()
            if page is not None and is_searched(page.specific_class):
                note_files(page.specific)
        progress(1)
