"""What the newsroom adds to the pages of the rooms below: stories about them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from campaigns.models import CampaignPage
from honors.models import HonoreePage
from news.models import NewsPage

STORIES_SHOWN = 6


def stories_about(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`stories`: the newest ones about this honoree or campaign that the reader may see."""
    if isinstance(page, HonoreePage):
        found = NewsPage.objects.filter(honorees=page.pk)
    elif isinstance(page, CampaignPage):
        found = NewsPage.objects.filter(campaign=page.pk)
    else:
        return {}
    return {"stories": list(found.visible_to(request.user).for_cards()[:STORIES_SHOWN])}
