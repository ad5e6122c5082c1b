"""What the newsroom adds to the pages of the rooms below: stories about them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.audience import Readers
from campaigns.models import CampaignPage
from honors.models import HonoreePage
from news.models import NewsIndexPage, NewsPage
from pages.late import row
from pages.menu import address_of
from pages.statement import Statement

STORIES_SHOWN = 6
_STORIES = Statement(
    lambda readers, about: (
        NewsPage.objects.filter(**{about: row("page")})
        .visible_to(readers)
        .for_cards()
        .without_pictures()[:STORIES_SHOWN]
    )
)


def stories_about(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`stories`: the newest ones about this honoree or campaign that the reader may see.

    `all_stories_url`: the list of all of them, of a campaign only.
    """
    more = ""
    if isinstance(page, HonoreePage):
        about = "honorees"
    elif isinstance(page, CampaignPage):
        about = "campaign"
        news = address_of(NewsIndexPage, request)
        more = f"{news}?phong-trao={page.slug}" if news else ""
    else:
        return {}
    stories = _STORIES.rows(Readers.like(request.user), about, page=page.pk) if page.pk else []
    return {"stories": stories, "all_stories_url": more, "pictured": [(stories, "cover")]}
