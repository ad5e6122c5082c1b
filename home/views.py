"""The way to the desk, the site map for people and robots.txt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from home.models import HomePage, StaffDeskPage
from home.site_map import sections
from pages.menu import address_of, top_pages


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """The site map for people."""
    homes = [page for page in top_pages(request) if page.specific_class is HomePage]
    context = {
        "sections": sections(request),
        "breadcrumbs": [(home.title, home.get_url(request)) for home in homes],
    }
    return render(request, "home/site_map.html", context)


@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """To the staff desk, wherever editors put it; to the home page for a reader without one."""
    return redirect(address_of(StaffDeskPage, request) or "/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read."""
    return render(request, "home/robots.txt", {}, "text/plain; charset=utf-8")
