"""What the newsroom adds to the pages of the rooms below: stories about them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from campaigns.models import CampaignPage
from honors.models import HonoreePage
from news.models import NewsIndexPage, NewsPage
from pages.menu import address_of

STORIES_SHOWN = 6


def stories_about(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`stories`: the newest ones about this honoree or campaign that the reader may see.

    `all_stories_url`: the list of all of them, of a campaign only.
    """
    more = ""
    if isinstance(page, HonoreePage):
        found = NewsPage.objects.filter(honorees=page.pk)
    elif isinstance(page, CampaignPage):
        found = NewsPage.objects.filter(campaign=page.pk)
        news = address_of(NewsIndexPage, request)
        more = f"{news}?phong-trao={page.slug}" if news else ""
    else:
        return {}
    cards = found.visible_to(request.user).for_cards().without_pictures()
    stories = list(cards[:STORIES_SHOWN])
    return {"stories": stories, "all_stories_url": more, "pictured": [(stories, "cover")]}
