"""News of those who are honoured."""

from __future__ import annotations

from news.models.index import NewsIndexPage
from news.models.story import NEWEST_FIRST, NewsPage
from news.models.tags import PortalTag, TaggedNews

__all__ = ["NEWEST_FIRST", "NewsIndexPage", "NewsPage", "PortalTag", "TaggedNews"]
