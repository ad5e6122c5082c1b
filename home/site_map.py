"""The site map for people: every section with what is in it, as far as the reader may see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F
from django.db.models.functions import Substr
from django.http import HttpRequest

from campaigns.models import CampaignIndexPage, CampaignPage
from home.models import HomePage
from honors.models import HonoreeIndexPage, HonoreePage
from news.models import NewsIndexPage
from news.models.category import Category
from pages.menu import HOME_DEPTH, top_pages
from pages.models import InformationPage, PortalPage

# How a list is narrowed at its own address: parameter, choices.
NARROWED: dict[type[PortalPage], tuple[str, list[tuple[str, Any]]]] = {
    NewsIndexPage: ("chuyen-muc", Category.choices),
    CampaignIndexPage: ("loai", CampaignPage.Kind.choices),
    HonoreeIndexPage: ("loai", HonoreePage.Kind.choices),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its title and address, how many pages it holds, and its parts (title, address)."""

    title: str
    url: str
    count: int
    parts: list[tuple[str, str]] = field(default_factory=list)


def sections(request: HttpRequest) -> list[Section]:
    """The sections below the home page in the order of the tree; one query beside the menu's."""
    tops = [page for page in top_pages(request) if page.depth > HOME_DEPTH]
    shown = [page for page in tops if page.specific_class not in {InformationPage, HomePage}]
    counts = _pages_below(shown, request)
    return [_section(page, counts[page.path], request) for page in shown]


def _section(page: PortalPage, count: int, request: HttpRequest) -> Section:
    url = page.get_url(request)
    parameter, choices = NARROWED.get(page.specific_class, ("", []))
    parts = [(str(label), f"{url}?{parameter}={value}") for value, label in choices]
    return Section(page.title, url, count, parts)


def _pages_below(pages: list[PortalPage], request: HttpRequest) -> Counter[str]:
    """How many pages the reader may see directly below each of `pages`, by path."""
    if not pages:
        return Counter()
    length = len(pages[0].path)
    visible = PortalPage.objects.visible_to(request.user).filter(depth=pages[0].depth + 1)
    rows = visible.order_by().annotate(section=Substr(F("path"), 1, length)).values("section")
    return Counter(dict(rows.annotate(Count("pk")).values_list("section", "pk__count")))
