"""What crawlers find: every public page (sitemaps.org, protocol 0.9), and the news of two days.

A large portal is told in parts, which an index names. Everybody gets what a visitor gets.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from news.models import NewsPage
from pages.feeds import plain, portal_name
from pages.models import PortalPage
from pages.sites import site_of

# The protocol allows 50,000; smaller parts are read again only where something changed.
PART = 5_000
# Google's news sitemaps: stories of the last two days, at most 1,000.
NEWS_DAYS = 2
MOST_NEWS = 1_000
XML = "application/xml"


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, and no other; of more than PART pages an index of the parts."""
    days = list(_public(request).values_list("last_published_at", flat=True))
    if len(days) <= PART:
        return _part(request, 0)
    parts = [
        (number + 1, max(filter(None, days[start : start + PART]), default=None))
        for number, start in enumerate(range(0, len(days), PART))
    ]
    return render(request, "home/sitemap_index.xml", {"parts": parts}, XML)


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """The part `number`, from 1. Raises Http404 for one that there is not."""
    # Rounded up.
    if not 1 <= number <= -(-_public(request).count() // PART):
        raise Http404
    return _part(request, (number - 1) * PART)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """The public stories of the last days; invented ones are no news."""
    since = timezone.localdate() - dt.timedelta(days=NEWS_DAYS)
    stories = NewsPage.objects.visible_to(AnonymousUser()).filter(is_sample=False)
    fresh = stories.filter(published_on__range=(since, timezone.localdate()))
    entries = [
        (story.get_full_url(request), story.published_on, plain(story.title))
        for story in fresh.order_by("-published_on", "-pk").defer("body")[:MOST_NEWS]
    ]
    context = {"entries": entries, "name": plain(portal_name())}
    return render(request, "home/sitemap_news.xml", context, XML)


def _public(request: HttpRequest) -> Any:
    """The public pages below the site's home page, in an order that publication keeps."""
    site = site_of(request)
    if site is None:
        return PortalPage.objects.none()
    below = PortalPage.objects.descendant_of(site.root_page, inclusive=True)
    return below.visible_to(AnonymousUser()).order_by("pk")


def _part(request: HttpRequest, start: int) -> HttpResponse:
    pages = _public(request)[start : start + PART]
    entries = [(page.get_full_url(request), page.last_published_at) for page in pages]
    return render(request, "home/sitemap.xml", {"entries": entries}, XML)
