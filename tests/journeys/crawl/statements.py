"""What a page tells programs in JSON-LD: that it can be read, and says what its kind must."""

from __future__ import annotations

import json
from typing import Any

from lxml import html

# What search engines need of each kind to show it, and schema.org's own words for it.
NEEDED = {
    "BreadcrumbList": {"itemListElement"},
    "Event": {"name", "startDate", "eventStatus", "url"},
    "Legislation": {"name", "legislationType", "url"},
    "NewsArticle": {"headline", "datePublished", "author", "publisher", "image", "url"},
    "ProfilePage": {"mainEntity", "dateModified", "url"},
    "WebSite": {"name", "url", "publisher", "potentialAction"},
}
BLOCKS = '//script[@type="application/ld+json"]/text()'


def statements_of(body: bytes) -> list[dict[str, Any]]:
    """The statements of a page. Raises ValueError where they are no JSON or not schema.org's."""
    said = []
    for block in html.fromstring(body.decode()).xpath(BLOCKS):
        data = json.loads(block)
        if data.get("@context") != "https://schema.org":
            raise ValueError(block)
        said += data["@graph"]
    return said


def fault_of(said: dict[str, Any]) -> str:
    """What a statement lacks, or that its kind is not known here; empty if nothing."""
    kind = said.get("@type", "")
    if kind not in NEEDED:
        return f"unknown kind {kind!r}"
    lacking = sorted(NEEDED[kind] - {name for name, value in said.items() if value})
    return f"{kind} without {', '.join(lacking)}" if lacking else ""
