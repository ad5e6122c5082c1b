"""The search page, its list to take away, and suggestions."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pages.models import PortalPage
from regulations.day_asked import DayAsked, day_asked, without_day
from regulations.linked.desk import for_staff
from search import narrowing
from search.desk.recording import note
from search.desk.rights import works_at_desk
from search.export import MOST_ROWS, XLSX, workbook_of
from search.models import SearchedPage
from search.query import LONGEST, MOST_WORDS, search, suggest
from search.request import (
    DAY,
    EXPLAIN,
    FIELD_OF,
    WITH_EXPIRED,
    address,
    kept_fields,
    read_request,
)
from search.results import NEWEST, RELEVANCE, SearchRequest, SearchResults

RETRY_AFTER = 30


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The parameters of the address are those of `search.request`; 503 when the index is down."""
    day, asked = _asked(request)
    try:
        found = search(asked, request.user)
    except DatabaseError:
        return _down(request, asked)
    note(request, found)
    # Links repeat what was read, however long the text was that was sent.
    asked = replace(asked, text=found.query.text)
    context = {
        "found": found,
        "question": asked,
        "query": asked.text,
        "asked": day,
        "without_day": without_day(request),
        "most_words": MOST_WORDS,
        "longest": LONGEST,
        "store_size": _store_size(request, found),
        **_filters(request, found, asked),
        **_links(request, found, asked),
    }
    response = render(request, "search/search.html", context)
    # Who asks decides what is found.
    patch_vary_headers(response, ["Cookie"])
    response["X-Robots-Tag"] = "noindex"
    return response


@for_staff
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """What the search page with the same address lists, as an XLSX file; 503 as there."""
    day, asked = _asked(request)
    try:
        found = search(replace(asked, page=1), request.user, per_page=MOST_ROWS)
    except DatabaseError:
        return _down(request, asked)
    content = workbook_of(found, asked, day.day, request.build_absolute_uri("/"))
    response = HttpResponse(content, content_type=XLSX)
    name = f"tra-cuu-{timezone.localdate():%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """`{"suggestions": [{"title", "url", "kind"}]}` for `?q=`; none and 503 when the index is down.

    The reader's browser alone may keep the answer, and asks each time whether it still holds.
    """
    status = 200
    try:
        found = suggest(request.GET.get("q", ""), request.user)
    except DatabaseError:
        found, status = [], 503
    response = JsonResponse({"suggestions": [asdict(item) for item in found]}, status=status)
    patch_cache_control(response, private=True, no_cache=True)
    response["X-Robots-Tag"] = "noindex"
    return response


def _asked(request: HttpRequest) -> tuple[DayAsked, SearchRequest]:
    day = day_asked(request)
    asked = read_request(
        request.GET,
        day=day.day if day.is_asked else None,
        may_explain=EXPLAIN in request.GET and works_at_desk(request.user),
    )
    return day, asked


def _down(request: HttpRequest, asked: SearchRequest) -> HttpResponse:
    response = render(request, "search/down.html", {"query": asked.text[:LONGEST]}, status=503)
    patch_vary_headers(response, ["Cookie"])
    response["Retry-After"] = str(RETRY_AFTER)
    response["X-Robots-Tag"] = "noindex"
    return response


def _filters(request: HttpRequest, found: SearchResults, asked: SearchRequest) -> dict[str, Any]:
    """What narrows the results; visitors choose the kind by tabs, staff among the facets."""
    is_staff = request.user.is_authenticated
    groups = narrowing.groups(found, asked, with_kinds=is_staff)
    parts = {*(group.parameter for group in groups), WITH_EXPIRED, DAY}
    return {
        "groups": groups,
        "has_filters": bool(groups) or asked.day is not None,
        "tabs": [] if is_staff else narrowing.tabs(found, asked),
        "chips": narrowing.chips(found, asked, with_kinds=is_staff),
        "ways_out": [] if found.total else narrowing.ways_out(found, asked),
        "kept": kept_fields(asked, left_out=frozenset(parts)),
        "no_filters_url": address(
            asked, with_expired=False, **dict.fromkeys(FIELD_OF.values(), frozenset())
        ),
    }


def _links(request: HttpRequest, found: SearchResults, asked: SearchRequest) -> dict[str, Any]:
    """The addresses beside the one that was asked for."""
    pages = Paginator(range(found.pages), 1)
    page = pages.page(found.number)
    page.page_range = pages.get_elided_page_range(found.number)
    is_staff = request.user.is_authenticated
    return {
        "page_obj": page,
        "first_place": page.number,
        "query_prefix": f"{address(asked)[1:]}&",
        "orders": [
            (_("Best match"), address(asked, order=RELEVANCE), asked.order == RELEVANCE),
            (_("Newest"), address(asked, order=NEWEST), asked.order == NEWEST),
        ],
        "expired_url": (
            address(asked, with_expired=True) if narrowing.leaves_out_expired(asked) else ""
        ),
        "meant_url": address(asked, text=found.did_you_mean),
        "as_typed_url": address(asked, text=f'"{asked.text}"'),
        "export_url": f"{reverse('search:export')}{address(asked)}" if is_staff else "",
        "explain_url": (
            address(asked, explain=not asked.explain, page=found.number)
            if request.user.is_superuser or asked.explain
            else ""
        ),
        "mail_subject": _("Please add this document: %(text)s") % {"text": asked.text},
    }


def _store_size(request: HttpRequest, found: SearchResults) -> int:
    """How many pages the reader may search at all; told when nothing was found."""
    if found.total or found.cards or found.query.is_empty:
        return 0
    return (
        PortalPage.objects.visible_to(request.user)
        .filter(pk__in=SearchedPage.objects.values("page_id"))
        .count()
    )
