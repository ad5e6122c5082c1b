"""Pages of a list whose length is known already."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property


class CountedPaginator(Paginator):
    """A paginator that was told how many there are."""

    def __init__(self, rows: Any, per_page: int, count: int) -> None:
        super().__init__(rows, per_page)
        self._told = count

    @cached_property
    def count(self) -> int:
        """As told."""
        return self._told


def page_asked_for(request: HttpRequest, rows: Any, per_page: int, count: int) -> Page:
    """The page in `?trang=`, with its `page_range`; a nonsense number gives the nearest."""
    page = CountedPaginator(rows, per_page, count).get_page(request.GET.get("trang"))
    page.page_range = page.paginator.get_elided_page_range(page.number)
    return page
