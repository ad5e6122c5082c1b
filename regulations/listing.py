"""Lists by year."""

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


def year_filter(pages: Any, request: HttpRequest, day: str = "issued_on") -> Any:
    """`pages` whose field `day` is in the year in `?nam=`; all of them when that is no year."""
    year = year_asked_for(request)
    return pages if year is None else pages.filter(**{f"{day}__year": year})


def years_of(pages: Any, day: str = "issued_on") -> list[int]:
    """The years of `day` in `pages`, newest first. One query."""
    found = pages.order_by().filter(**{f"{day}__isnull": False})
    return sorted(set(found.values_list(f"{day}__year", flat=True).distinct()), reverse=True)
