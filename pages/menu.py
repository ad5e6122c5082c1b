"""The page at an address, and the upper two floors of the tree, from one query a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from wagtail.url_routing import RouteResult

from pages.models import InformationPage, PortalPage
from pages.sites import site_of

HOME_DEPTH = 2
# The slug of the information page that says how to reach the portal (`home.information`).
CONTACT = "lien-he"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry: its words, its address, and whether the reader is there."""

    title: str
    url: str
    current: bool


def top_pages(request: HttpRequest) -> list[PortalPage]:
    """The home page and its children, as far as the reader may see them; asked once a request."""
    if not hasattr(request, "_portal_top_pages"):
        _with_top_pages(request)
    return request._portal_top_pages


def page_at(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path`, or None, in two queries however deep it lies; the menu comes along.

    Wagtail asks two a level. Draft pages are not found.
    """
    site = site_of(request)
    if site is None:
        return None
    address = "".join(f"{part}/" for part in path.split("/") if part)
    url_path = f"{site.root_page.url_path}{address}"
    found = [page for page in _with_top_pages(request, url_path) if page.url_path == url_path]
    if not found:
        return None
    model = found[0].specific_class
    pages = model.objects.select_related(*model.read_with)
    try:
        return pages.get(pk=found[0].pk).route(request, [])
    except Http404:
        return None


def _with_top_pages(request: HttpRequest, url_path: str = "") -> list[Any]:
    """The top pages, which `request` remembers as far as the reader may see them, and that at
    `url_path`.

    Two looks into an index in one statement: with an OR every page of the site would be walked
    through, since the addresses have no index; the last part of one has.
    """
    site = site_of(request)
    found = []
    if site is not None:
        below = PortalPage.objects.descendant_of(site.root_page, inclusive=True)
        tops = below.filter(depth__in=range(site.root_page.depth, HOME_DEPTH + 2))
        if url_path:
            slug = url_path.rstrip("/").rpartition("/")[2]
            lower = below.filter(slug=slug, url_path=url_path, depth__gt=HOME_DEPTH + 1)
            tops = tops.order_by().union(lower.order_by(), all=True).order_by("path")
        found = list(tops)
    request._portal_top_pages = [
        page for page in found if page.depth <= HOME_DEPTH + 1 and page.is_visible_to(request.user)
    ]
    return found


def address_of(model: type[PortalPage], request: HttpRequest) -> str:
    """The address of the first page of type `model` on the upper floors; empty without one."""
    found = [page for page in top_pages(request) if page.specific_class is model]
    return found[0].get_url(request) if found else ""


def main_menu(request: HttpRequest) -> list[MenuItem]:
    """The home page's children that are marked for menus, in the order of the tree."""
    return [
        _item(page.title, page.get_url(request), request.path)
        for page in top_pages(request)
        if page.show_in_menus and page.depth > HOME_DEPTH
    ]


def information_menu(request: HttpRequest) -> list[MenuItem]:
    """The pages about the portal itself that the reader may see, for the foot of every page."""
    return [
        _item(page.title, page.get_url(request), request.path)
        for page in top_pages(request)
        if page.specific_class is InformationPage
    ]


def contact_address(request: HttpRequest) -> str:
    """Where readers say what is wrong; empty when there is no such page for them."""
    found = [page for page in top_pages(request) if page.slug == CONTACT]
    return found[0].get_url(request) if found else ""


def breadcrumbs(page: PortalPage, request: HttpRequest) -> list[tuple[str, str]]:
    """(title, address) of each visible page above `page`, from the home page down."""
    if page.depth is None or page.depth <= HOME_DEPTH:
        return []
    above = [top for top in top_pages(request) if top.depth < page.depth]
    return [(top.title, top.get_url(request)) for top in above if page.path.startswith(top.path)]


def _item(title: str, url: str, path: str) -> MenuItem:
    return MenuItem(title, url, current=path.startswith(url))
