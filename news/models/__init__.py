"""News of those who are honoured."""

from __future__ import annotations

from news.models.story import NewsIndexPage, NewsPage
from news.models.tags import PortalTag, TaggedNews

__all__ = ["NewsIndexPage", "NewsPage", "PortalTag", "TaggedNews"]
