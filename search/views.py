"""The search page and suggestions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pages.models import PortalPage
from pages.models.page import query_prefix
from regulations.day_asked import day_asked, without_day
from search.as_of import read_as_of
from search.query import LONGEST, MOST_WORDS, SearchResults, search, suggest


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """`?q=` words or number, `?loai=` page types (repeatable), `?trang=` page of results.

    `?ngay=` tells the effect of documents on that day.
    """
    text = request.GET.get("q", "")
    found = search(
        text, request.user, kinds=request.GET.getlist("loai"), page=request.GET.get("trang")
    )
    asked = day_asked(request)
    read_as_of(found, asked)
    context = {
        "found": found,
        "asked": asked,
        "without_day": without_day(request),
        "query": found.query.text,
        "most_words": MOST_WORDS,
        "longest": LONGEST,
        "query_prefix": query_prefix(request),
        "page_numbers": range(max(1, found.number - 2), min(found.pages, found.number + 2) + 1),
        "store_size": _store_size(request, found),
    }
    response = render(request, "search/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _store_size(request: HttpRequest, found: SearchResults) -> int:
    """How many pages the reader may search at all; told when nothing was found."""
    if found.total or not found.query.text:
        return 0
    return PortalPage.objects.visible_to(request.user).filter(search_entries__position=0).count()


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """`{"suggestions": [{"title", "url"}]}` for `?q=`."""
    return JsonResponse({"suggestions": suggest(request.GET.get("q", ""), request.user)})
