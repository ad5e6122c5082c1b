"""The Atom feed of all public news; every other list has its own (pages.feeds)."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import gettext_lazy

from news.models import NewsPage
from pages.feeds import ITEMS_SHOWN, PortalFeed, portal_name


class NewsFeed(PortalFeed):
    """The newest public stories."""

    link = "/"
    subtitle = gettext_lazy("News of emulation and commendation")

    def title(self) -> str:
        return portal_name()

    def items(self) -> list[NewsPage]:
        return list(NewsPage.objects.visible_to(AnonymousUser()).for_cards()[:ITEMS_SHOWN])

    def item_author_name(self, item: NewsPage) -> str | None:
        return item.author or None

    def item_pubdate(self, item: NewsPage) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(item.published_on, dt.time(7)))

    def item_updateddate(self, item: NewsPage) -> dt.datetime:
        return item.last_published_at or self.item_pubdate(item)
