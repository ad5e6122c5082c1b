"""Two versions or two documents side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from accounts.audience import Audience
from regulations.compare.align import align
from regulations.compare.facts import differing_facts
from regulations.compare.related import related_offers
from regulations.compare.rows import counts_of, printed
from regulations.compare.versions import Version, VersionError, find_version, other_versions


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the form: what was typed, and what was found or why not."""

    typed: str
    version: Version | None = None
    error: VersionError | None = None


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """`?a=` against `?b=`; with fewer of them, a form that asks for the others.

    Each names a page (its number or address), a revision ("ban-12") or the number of a document.
    404 when one of them is nothing that the reader may see.
    """
    old, new = _side(request, "a"), _side(request, "b")
    context: dict[str, Any] = {"old": old, "new": new, "whole": "tat-ca" in request.GET}
    if old.version and new.version:
        context |= _comparison(old.version, new.version, whole=context["whole"])
    elif old.version or new.version:
        known = old.version or new.version
        context |= {"offers": other_versions(known, request), "known": known}
        context["related"] = related_offers(known.page, request)
    status = 404 if old.error or new.error else 200
    response = render(request, "regulations/compare/page.html", context, status=status)
    if not _is_public(old, new):
        add_never_cache_headers(response)
    return response


def _side(request: HttpRequest, name: str) -> Side:
    typed = request.GET.get(name, "").strip()
    if not typed:
        return Side("")
    try:
        return Side(typed, version=find_version(typed, request))
    except VersionError as error:
        return Side(typed, error=error)


def _comparison(old: Version, new: Version, *, whole: bool) -> dict[str, Any]:
    rows = align(old.items, new.items)
    return {
        "rows": list(printed(rows, whole=whole)),
        "counts": counts_of(rows),
        "facts": differing_facts(old.page, new.page),
        "is_same_document": old.page.pk == new.page.pk,
    }


def _is_public(*sides: Side) -> bool:
    pages = [side.version.page for side in sides if side.version]
    return all(page.audience == Audience.PUBLIC for page in pages)
