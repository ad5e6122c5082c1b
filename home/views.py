"""The way to the desk, sitemap and robots.txt."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.models import StaffDeskPage
from pages.menu import address_of
from pages.models import PortalPage

# The sitemap protocol allows 50,000 addresses in a file (sitemaps.org, protocol 0.9).
MOST_ADDRESSES = 50_000


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, and no other, whoever asks."""
    site = Site.find_for_request(request)
    pages = PortalPage.objects.none()
    if site is not None:
        pages = PortalPage.objects.descendant_of(site.root_page, inclusive=True)
    public = pages.visible_to(AnonymousUser())[:MOST_ADDRESSES]
    entries = [(page.get_full_url(request), page.last_published_at) for page in public]
    return render(request, "home/sitemap.xml", {"entries": entries}, "application/xml")


@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """To the staff desk, wherever editors put it; to the home page for a reader without one."""
    return redirect(address_of(StaffDeskPage, request) or "/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read."""
    return render(request, "home/robots.txt", {}, "text/plain; charset=utf-8")
