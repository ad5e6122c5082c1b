"""The list of the news."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from news.models.category import Category
from news.models.story import NewsPage
from news.narrowing import PARAMETERS, Narrowing, query_without
from pages.models import IndexPageMixin, PortalPage


class NewsIndexPage(IndexPageMixin, PortalPage):
    """The news that the reader may see, newest first."""

    show_in_menus_default = True
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    feed_filters = PARAMETERS

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def stories(self, request: HttpRequest) -> Any:
        """All stories of this list that the reader may see."""
        return NewsPage.objects.child_of(self).visible_to(request.user)

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Stories as cards, narrowed as the address asks (see `news.narrowing`)."""
        asked = Narrowing.asked_for(request)
        return asked.narrow(self.stories(request), request.user).for_cards()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `categories`, `years`, `months` and `campaigns` (slug, title) to choose from;
        `asked`, a `Narrowing`; `chips`, what was chosen in words; `category_prefix`, the query
        string without a category."""
        context = super().get_context(request, *args, **kwargs)
        stories, asked = self.stories(request).order_by(), Narrowing.asked_for(request)
        months = list(stories.dates("published_on", "month", order="DESC"))
        campaigns = asked.campaigns_of(stories, request.user)
        context["asked"] = asked
        context["categories"] = Category.choices
        context["years"] = sorted({month.year for month in months}, reverse=True)
        context["months"] = [month for month in months if asked.year in {None, month.year}]
        context["campaigns"] = campaigns
        context["chips"] = asked.chips(request, stories, dict(campaigns))
        context["category_prefix"] = query_without(request, "chuyen-muc")
        return context
