"""Lists of official documents by year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

FIRST_YEAR, LAST_YEAR = 1945, 2999


def year_asked_for(request: HttpRequest) -> int | None:
    """The year in `?nam=`, or None when that is no year of our time."""
    text = request.GET.get("nam", "")
    if not (text.isascii() and text.isdecimal() and len(text) == len("2026")):
        return None
    return int(text) if FIRST_YEAR <= int(text) <= LAST_YEAR else None


def year_filter(documents: Any, request: HttpRequest) -> Any:
    """`documents` of the year in `?nam=`; all of them when that is no year."""
    year = year_asked_for(request)
    return documents if year is None else documents.filter(issued_on__year=year)


def years_of(documents: Any) -> list[int]:
    """The years in which `documents` were issued, newest first. One query."""
    found = documents.order_by().filter(issued_on__isnull=False)
    return sorted(set(found.values_list("issued_on__year", flat=True).distinct()), reverse=True)
