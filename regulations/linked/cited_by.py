"""The list of documents that cite a document, a page of them at a time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from accounts.audience import Audience
from accounts.sign_in import redirect_to_sign_in
from pages.models import PortalPage
from pages.models.page import query_prefix
from regulations.anchors import anchor_words
from regulations.cited_by import citing_documents, counts_of, ties_seen_by
from regulations.known_count import page_asked_for
from regulations.listing import year_asked_for
from regulations.models import Tie
from regulations.ties import UNDATED

PER_PAGE = 20
MOST_PROVISIONS = 60


def document_seen_by(request: HttpRequest, pk: int) -> PortalPage | None:
    """The published document with this number, if the reader may see it. One query."""
    pages = PortalPage.objects.visible_to(request.user).select_related("record")
    return pages.filter(pk=pk, record__isnull=False).first()


def refusal(request: HttpRequest) -> HttpResponse:
    """Sign-in for a visitor; raises Http404 for anybody else: whether there is one is not told."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_sign_in(request)


def answer(
    request: HttpRequest, document: PortalPage, template: str, context: dict[str, Any]
) -> HttpResponse:
    """A page about `document`, with its steps; kept by nobody: links come and go with others."""
    is_public = document.audience == Audience.PUBLIC
    context |= {
        "document": document,
        "is_public": is_public,
        "breadcrumbs": [(document.record.number or document.title, document.url)],
    }
    response = render(request, template, context)
    add_never_cache_headers(response)
    return response


@require_safe
def cited_by(request: HttpRequest, pk: int) -> HttpResponse:
    """Who cites the document; `?dieu=` of its provisions, `?nam=` a year of the citing ones."""
    document = document_seen_by(request, pk)
    if document is None:
        return refusal(request)
    counts = counts_of(pk, request.user)
    anchor = request.GET.get("dieu", "")
    anchor = anchor if counts.get(anchor) else ""
    ties = ties_seen_by(request.user).filter(target=pk, anchor=anchor)
    year = year_asked_for(request)
    years, count = _years(ties, year)
    if year:
        ties = ties.filter(_within(year))
    ties = ties.order_by("-day", "-page")
    page = page_asked_for(request, ties, PER_PAGE, count)
    context = {
        "page_obj": page,
        "query_prefix": query_prefix(request),
        "rows": citing_documents(page.object_list, request.user, Q(target=pk), anchor),
        "anchor": anchor,
        "anchor_words": anchor_words(anchor),
        "provisions": _provisions(counts),
        "total": counts.get("", 0),
        "years": years,
        "year": year,
    }
    return answer(request, document, "regulations/linked/cited_by.html", context)


def _provisions(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(anchor, words, count) of the most cited provisions, in the order of the text."""
    named = [
        (anchor, words, count)
        for anchor, count in counts.items()
        if (words := anchor_words(anchor))
    ]
    most = sorted(named, key=lambda row: -row[2])[:MOST_PROVISIONS]
    return sorted(most, key=lambda row: _order(row[0]))


def _order(anchor: str) -> list[tuple[int, str]]:
    """Numbers by their value: Điều 9 before Điều 10."""
    return [(int(step) if step.isdecimal() else 0, step) for step in anchor.split("-")]


def _within(year: int) -> Q:
    return Q(day__range=(dt.date(year, 1, 1), dt.date(year, 12, 31)))


def _years(ties: QuerySet[Tie], year: int | None) -> tuple[list[int], int]:
    """From the newest to the oldest year of the citing documents, and how many are of `year`."""
    wanted = _within(year) if year else Q()
    dated = Q(day__gt=UNDATED)
    found = ties.aggregate(
        newest=Max("day"), oldest=Min("day", filter=dated), count=Count("pk", filter=wanted)
    )
    if found["oldest"] is None:
        return [], found["count"]
    return list(range(found["newest"].year, found["oldest"].year - 1, -1)), found["count"]
