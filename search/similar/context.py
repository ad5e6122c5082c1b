"""What the search adds to pages of the rooms below: similar documents and related stories."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.audience import Audience, audiences_of
from honors.models import HonoreePage
from news.models import NewsPage
from regulations.models import OfficialDocument
from search.similar.finder import similar_to
from search.similar.stories import related_stories


def alike_on_page(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`related` stories for a story or profile; `similar` documents for staff on a document."""
    if isinstance(page, NewsPage | HonoreePage):
        related = related_stories(page, request.user) if page.pk else []
        return {"related": related, "pictured": [(related, "cover")]}
    for_staff = Audience.STAFF in audiences_of(request.user)
    if isinstance(page, OfficialDocument) and page.live and for_staff:
        return {"similar": similar_to(page, request.user)}
    return {}
