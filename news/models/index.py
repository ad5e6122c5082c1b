"""The list of the news."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.audience import Readers
from campaigns.models import CampaignPage
from news.models.category import Category
from news.models.story import NewsPage
from news.narrowing import PARAMETERS, Narrowing, query_without
from pages.models import IndexPageMixin, PortalPage
from pages.models.files import give_pictures
from pages.statement import Statement


def _stories(readers: Readers, index: str) -> Any:
    """All stories below the list at this path of the tree that `readers` may see."""
    return NewsPage.objects.children_at(index).visible_to(readers)


def _campaigns(readers: Readers, index: str) -> Any:
    """(slug, title) of the campaigns of these stories that `readers` may see."""
    told = _stories(readers, index).order_by().filter(campaign__isnull=False)
    seen = CampaignPage.objects.visible_to(readers).filter(pk__in=told.values("campaign"))
    return seen.order_by("title").values_list("slug", "title")


# The whole list from its start, which most ask for, and what there is to choose from.
_FIRST = Statement(
    lambda readers, index, most: _stories(readers, index).for_cards().without_pictures()[:most]
)
_COUNTED = Statement(
    lambda readers, index: (
        _stories(readers, index).order_by().values_list("audience").annotate(Count("pk"))
    )
)
_MONTHS = Statement(
    lambda readers, index: (
        _stories(readers, index).order_by().dates("published_on", "month", order="DESC")
    )
)
_CAMPAIGNS = Statement(_campaigns)


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

    def page_of(self, request: HttpRequest) -> Any:
        """The page of stories asked for."""
        if request.GET:
            return self.page_from(self.children_visible_to(request).without_pictures(), request)
        readers = Readers.like(request.user)
        in_all = sum(number for _audience, number in _COUNTED.rows(readers, self.path))
        return self.page_from(_FIRST.rows(readers, self.path, self.per_page), request, in_all)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `categories`, `years`, `months` and `campaigns` (slug, title) to choose from;
        `asked`, a `Narrowing`; `chips`, what was chosen in words; `category_prefix`, the query
        string without a category."""
        context = super().get_context(request, *args, **kwargs)
        give_pictures((context["page_obj"], "cover"), *context["pictured"])
        readers, asked = Readers.like(request.user), Narrowing.asked_for(request)
        months = _MONTHS.rows(readers, self.path)
        campaigns = asked.with_its_campaign(_CAMPAIGNS.rows(readers, self.path), request.user)
        context["asked"] = asked
        context["categories"] = Category.choices
        context["years"] = sorted({month.year for month in months}, reverse=True)
        context["months"] = [month for month in months if asked.year in {None, month.year}]
        context["campaigns"] = campaigns
        context["chips"] = asked.chips(request, self.stories(request), dict(campaigns))
        context["category_prefix"] = query_without(request, "chuyen-muc")
        return context
