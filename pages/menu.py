"""The upper two floors of the page tree: main menu and breadcrumbs, from one query a request."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Site

from pages.models import PortalPage

HOME_DEPTH = 2


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry: its words, its address, and whether the reader is there."""

    title: str
    url: str
    current: bool


def top_pages(request: HttpRequest) -> list[PortalPage]:
    """The home page and its children, as far as the reader may see them; asked once a request."""
    if not hasattr(request, "_portal_top_pages"):
        site = Site.find_for_request(request)
        found = PortalPage.objects.none()
        if site is not None:
            below = PortalPage.objects.descendant_of(site.root_page, inclusive=True)
            found = below.filter(depth__lte=HOME_DEPTH + 1).visible_to(request.user)
        request._portal_top_pages = list(found)
    return request._portal_top_pages


def main_menu(request: HttpRequest) -> list[MenuItem]:
    """The home page's children that are marked for menus, in the order of the tree."""
    return [
        _item(page.title, page.get_url(request), request.path)
        for page in top_pages(request)
        if page.show_in_menus and page.depth > HOME_DEPTH
    ]


def breadcrumbs(page: PortalPage, request: HttpRequest) -> list[tuple[str, str]]:
    """(title, address) of each visible page above `page`, from the home page down."""
    if page.depth is None or page.depth <= HOME_DEPTH:
        return []
    above = [top for top in top_pages(request) if top.depth < page.depth]
    return [(top.title, top.get_url(request)) for top in above if page.path.startswith(top.path)]


def _item(title: str, url: str, path: str) -> MenuItem:
    return MenuItem(title, url, current=path.startswith(url))
