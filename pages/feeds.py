"""Atom feeds (RFC 4287) of what everybody may read: one class, and one feed for every list."""

from __future__ import annotations

import datetime as dt
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Site

from pages.models import PortalPage, PortalSettings
from pages.models.page import feed_query

ITEMS_SHOWN = 20
# For pages that came by another way than publication: a moment that never changes.
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def plain(text: str) -> str:
    """Without control characters, which XML 1.0 has no way to write."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def portal_name() -> str:
    """Whose portal this is."""
    site = Site.objects.filter(is_default_site=True).first()
    return PortalSettings.for_site(site).shown_name if site else settings.WAGTAIL_SITE_NAME


class PortalAtom(Atom1Feed):
    """Atom whose `updated` is that of its newest entry; of an empty feed, that of its list."""

    def latest_post_date(self) -> dt.datetime:
        if not self.items and self.feed.get("since"):
            return self.feed["since"]
        return super().latest_post_date()


class PortalFeed(Feed):
    """Pages as entries, the same for everyone: a feed reader has no session.

    The id of an entry is its page's address by number, which outlives every move and rename.
    """

    feed_type = PortalAtom
    language = "vi"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        # What is withdrawn must be gone: kept copies are asked for again, mostly answered 304.
        patch_cache_control(response, no_cache=True)
        return response

    def author_name(self) -> str:
        return plain(portal_name())

    def item_title(self, item: Any) -> str:
        return plain(item.marked_title)

    def item_description(self, item: Any) -> str:
        return plain(item.feed_summary)

    def item_link(self, item: Any) -> str:
        return str(item.url)

    def item_guid(self, item: Any) -> str:
        return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('page_by_id', args=[item.pk])}"

    def item_pubdate(self, item: Any) -> dt.datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: Any) -> dt.datetime:
        return item.last_published_at or LONG_AGO


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list page, its filters as a query string, and a request of nobody in particular."""

    page: Any
    query: str
    request: HttpRequest

    @property
    def path(self) -> str:
        """The address of the feed."""
        return reverse("list_feed", args=[self.page.pk]) + self.query


class ListFeed(PortalFeed):
    """The newest of a public list, narrowed as the list was."""

    def get_object(self, request: HttpRequest, pk: int) -> _Listed:
        """Raises Http404 for a list that is not for everybody, or has no feed."""
        visitor = copy(request)
        visitor.user = AnonymousUser()
        found = PortalPage.objects.visible_to(visitor.user).filter(pk=pk).specific().first()
        if found is None or getattr(found, "feed_filters", None) is None:
            raise Http404
        return _Listed(found, feed_query(found, request), visitor)

    def title(self, listed: _Listed) -> str:
        return plain(f"{listed.page.title} - {portal_name()}")

    def link(self, listed: _Listed) -> str:
        return f"{listed.page.url}{listed.query}"

    def feed_url(self, listed: _Listed) -> str:
        return listed.path

    def feed_guid(self, listed: _Listed) -> str:
        return f"{settings.WAGTAILADMIN_BASE_URL}{listed.path}"

    def feed_extra_kwargs(self, listed: _Listed) -> dict[str, Any]:
        return {"since": listed.page.last_published_at or LONG_AGO}

    def items(self, listed: _Listed) -> list[Any]:
        return list(listed.page.newest_for_feed(listed.request, ITEMS_SHOWN))
