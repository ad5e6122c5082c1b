"""The Atom feed of public news."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from news.models import NewsPage
from pages.models import PortalSettings


class NewsFeed(Feed):
    """The newest public stories. The same for everyone: a feed reader has no session."""

    feed_type = Atom1Feed
    language = "vi"
    link = "/"
    subtitle = gettext_lazy("News of emulation and commendation")
    items_shown = 20

    def title(self) -> str:
        site = Site.objects.filter(is_default_site=True).first()
        name = PortalSettings.for_site(site).name if site else ""
        return name or "Bảng Vàng"

    def items(self) -> list[NewsPage]:
        return list(NewsPage.objects.visible_to(AnonymousUser()).for_cards()[: self.items_shown])

    def item_title(self, item: NewsPage) -> str:
        return _("Sample: %(title)s") % {"title": item.title} if item.is_sample else item.title

    def item_description(self, item: NewsPage) -> str:
        return item.lead

    def item_link(self, item: NewsPage) -> str:
        return item.url

    def item_author_name(self, item: NewsPage) -> str:
        return item.author

    def item_pubdate(self, item: NewsPage) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(item.published_on, dt.time(7)))

    def item_updateddate(self, item: NewsPage) -> dt.datetime:
        return item.last_published_at or self.item_pubdate(item)
