"""Which addresses of a page search engines should keep: its own, and the later pages of a list.

A list that a reader narrowed shows what the whole list shows: engines follow its links and leave
it out. What networks hang on an address is gone before (`pages.page_cache.address`).
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

PAGE_NUMBER = "trang"


def canonical_address(page: Any, request: HttpRequest, listed: Any = None) -> str:
    """The address to keep for what `request` asked of `page`; empty for a narrowed list.

    listed: the Django `Page` of a list, None for pages that are no list.
    """
    own = page.full_url or ""
    if listed is None:
        return own
    given = {name for name, value in request.GET.items() if value}
    if given - {PAGE_NUMBER}:
        return ""
    return own if listed.number == 1 else f"{own}?{PAGE_NUMBER}={listed.number}"
