"""The ledger of served addresses: written when a document is published, moved or renamed.

A ledger of our own and not Wagtail's redirects: those are open to everybody and would tell a new
name to readers who may not see the page, they hold one address each, and honorees must leave none.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from pages.models import PortalPage
from regulations.models import OfficialDocument, ServedAddress

BATCH = 500


def note_address(page: Any) -> None:
    """`page_published`: of a document its address; of a list those of the documents below it.

    A list costs two queries unless it stands at a new address.
    """
    if isinstance(page, OfficialDocument):
        _write(page, [(page.pk, page.url_path)])
    elif page.numchild and _is_new(page):
        note_addresses_below(page)


def note_addresses_below(page: Any) -> None:
    """The addresses of all published documents at and below `page`."""
    documents = PortalPage.objects.descendant_of(page, inclusive=True).published()
    found = documents.filter(record__isnull=False).values_list("pk", "url_path")
    _write(page, found.iterator(chunk_size=BATCH))


def document_once_at(path: str) -> PortalPage | None:
    """The published document that was the last to be served at `path`; None if there was none.

    Whoever asks must still ask `is_visible_to`.
    """
    if "\x00" in path:  # PostgreSQL takes no NUL.
        return None
    rows = ServedAddress.objects.filter(path=path).order_by("-served_at", "-pk")
    pages = (row.page for row in rows.select_related("page"))
    return next((page for page in pages if page.is_published), None)


def _is_new(page: Any) -> bool:
    below = PortalPage.objects.descendant_of(page).published().filter(record__isnull=False)
    first = below.first()
    if first is None:
        return False
    path = _address(page, first.url_path)
    return path is not None and not ServedAddress.objects.filter(page=first, path=path).exists()


def _write(page: Any, documents: Any) -> None:
    now = timezone.now()
    rows = []
    for pk, url_path in documents:
        path = _address(page, url_path)
        if path is not None:
            rows.append(ServedAddress(page_id=pk, path=path, served_at=now))
    ServedAddress.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        update_fields=["served_at"],
        unique_fields=["path", "page"],
    )


def _address(page: Any, url_path: str) -> str | None:
    """The address of what stands at `url_path`, at or below `page`; None outside every site."""
    parts = page.get_url_parts()
    if not parts or not parts[2]:
        return None
    return f"{parts[2]}{url_path.removeprefix(page.url_path)}"
