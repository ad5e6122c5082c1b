"""Pages of bounded size and depth, counted only as far as anybody reads."""

from __future__ import annotations

from typing import Any

from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param
from wagtail.api.v2.pagination import WagtailPagination

MOST_ROWS = 100
USUAL_ROWS = 20
# Past this a database walks through all it leaves out: `after` goes on from where one stands.
DEEPEST = 10_000
KEYSET_ORDER = "id"


class BoundedPages(WagtailPagination):
    """`?limit=`, and `?offset=` or (in the order of ids) `?after=`.

    The answer's `meta`: total_count (counted up to 10,000), total_is_at_least (there are more),
    next (the address of the next page, or null).
    """

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> list[Any]:
        """The rows of the page asked for. Raises BadRequestError for bounds that are none."""
        asked = view.asked
        limit = asked.number("limit", 1, MOST_ROWS) or USUAL_ROWS
        offset = asked.number("offset", 0, DEEPEST) or 0
        self.total_count = queryset.order_by()[: DEEPEST + 1].count()
        after = asked.number("after", 0)
        if after is not None:
            queryset = queryset.filter(pk__gt=after)
        rows = list(queryset[offset : offset + limit + 1])
        self.next = self._next(request, view, rows[:limit], offset) if len(rows) > limit else None
        return rows[:limit]

    def _next(self, request: Any, view: Any, rows: list[Any], offset: int) -> str | None:
        address = request.build_absolute_uri()
        if view.order == KEYSET_ORDER:
            address = remove_query_param(address, "offset")
            return str(replace_query_param(address, "after", rows[-1].pk))
        start = offset + len(rows)
        return str(replace_query_param(address, "offset", start)) if start <= DEEPEST else None

    def get_paginated_response(self, data: Any) -> Response:
        """`{"meta": {...}, "items": [...]}`."""
        meta = {
            "total_count": min(self.total_count, DEEPEST),
            "total_is_at_least": self.total_count > DEEPEST,
            "next": self.next,
        }
        return Response({"meta": meta, "items": data})
