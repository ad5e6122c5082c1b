"""The ledger of served addresses: written when a page is published, moved or renamed.

A ledger of our own and not Wagtail's redirects: those are open to everybody and would tell a new
name to readers who may not see the page, they hold one address each, and honorees must leave none.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import get_page_models

from pages.models import PortalPage
from regulations.models import ServedAddress

BATCH = 500


def note_address(page: Any) -> None:
    """`page_published`: its address; of a list that stands at a new one also those below it.

    A list costs two queries more.
    """
    if page.leaves_address:
        _write(page, [(page.pk, page.url_path)])
    if page.numchild and _is_new(page):
        note_addresses_below(page)


def note_addresses_below(page: Any) -> None:
    """The addresses of all published pages at and below `page` that leave one."""
    found = _leaving_theirs(page, inclusive=True).values_list("pk", "url_path")
    _write(page, found.iterator(chunk_size=BATCH))


def page_once_at(path: str) -> PortalPage | None:
    """The published page that was the last to be served at `path`; None if there was none.

    Whoever asks must still ask `is_visible_to`.
    """
    if "\x00" in path:  # PostgreSQL takes no NUL.
        return None
    rows = ServedAddress.objects.filter(path=path).order_by("-served_at", "-pk")
    pages = (row.page for row in rows.select_related("page"))
    return next((page for page in pages if page.is_published), None)


def _is_new(page: Any) -> bool:
    first = _leaving_theirs(page).first()
    if first is None:
        return False
    path = _address(page, first.url_path)
    return path is not None and not ServedAddress.objects.filter(page=first, path=path).exists()


def _leaving_theirs(page: Any, *, inclusive: bool = False) -> Any:
    """The published pages below `page` whose type leaves its addresses behind."""
    silent = [model for model in get_page_models() if not model.leaves_address]
    types = ContentType.objects.get_for_models(*silent).values()
    below = PortalPage.objects.descendant_of(page, inclusive=inclusive).published()
    return below.exclude(content_type__in=types)


def _write(page: Any, pages: Any) -> None:
    now = timezone.now()
    rows = []
    for pk, url_path in pages:
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
