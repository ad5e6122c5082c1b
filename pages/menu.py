"""The page at an address, and the upper two floors of the tree, which every page shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import CharField
from django.http import Http404, HttpRequest
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from pages.kept import kept
from pages.late import Given, row
from pages.models import InformationPage, PortalPage
from pages.sites import site_of
from pages.statement import Statement

HOME_DEPTH = 2
# The slug of the information page that says how to reach the portal (`home.information`).
CONTACT = "lien-he"
_AT_ADDRESS = Statement(
    lambda: PortalPage.objects.filter(
        slug=Given("slug", CharField()), url_path=Given("url_path", CharField())
    ).only("path", "url_path", "content_type")
)
_WHOLE_PAGE = Statement(
    lambda model: model.objects.select_related(*model.read_with).filter(pk=row("pk"))
)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry: its words, its address, and whether the reader is there."""

    title: str
    url: str
    current: bool


def top_pages(request: HttpRequest) -> list[PortalPage]:
    """The home page and its children, as far as the reader may see them."""
    if not hasattr(request, "_portal_top_pages"):
        site = site_of(request)
        tops = _floors(request, site) if site else []
        request._portal_top_pages = [page for page in tops if page.is_visible_to(request.user)]
    return request._portal_top_pages


def page_at(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path`, or None, in two queries at most however deep it lies.

    Wagtail asks two a level. Draft pages are not found.
    """
    site = site_of(request)
    if site is None:
        return None
    address = "".join(f"{part}/" for part in path.split("/") if part)
    found = _found_at(request, site, f"{site.root_page.url_path}{address}")
    if found is None:
        return None
    pages = _WHOLE_PAGE.rows(found.specific_class, pk=found.pk)
    try:
        return pages[0].route(request, []) if pages else None
    except Http404:
        return None


def _floors(request: HttpRequest, site: Site) -> list[PortalPage]:
    """All pages of the upper floors of `site`, drafts too."""

    def read() -> list[PortalPage]:
        below = PortalPage.objects.descendant_of(site.root_page, inclusive=True)
        tops = below.filter(depth__in=range(site.root_page.depth, HOME_DEPTH + 2))
        return list(tops.order_by("path"))

    return kept(request, ("floors", site.pk), read)


def _found_at(request: HttpRequest, site: Site, url_path: str) -> PortalPage | None:
    """The page of `site` at `url_path`, as a page of no type.

    Addresses have no index; the last part of one has.
    """
    for page in _floors(request, site):
        if page.url_path == url_path:
            return page
    slug = url_path.rstrip("/").rpartition("/")[2]
    lower = _AT_ADDRESS.rows(slug=slug, url_path=url_path)
    return next((page for page in lower if page.path.startswith(site.root_page.path)), None)


def address_of(model: type[PortalPage], request: HttpRequest) -> str:
    """The address of the first page of type `model` on the upper floors; empty without one."""
    found = [page for page in top_pages(request) if page.specific_class is model]
    return _address_of_top(found[0], request) if found else ""


def main_menu(request: HttpRequest) -> list[MenuItem]:
    """The home page's children that are marked for menus, in the order of the tree."""
    return [
        _item(page, request)
        for page in top_pages(request)
        if page.show_in_menus and page.depth > HOME_DEPTH
    ]


def information_menu(request: HttpRequest) -> list[MenuItem]:
    """The pages about the portal itself that the reader may see, for the foot of every page."""
    return [
        _item(page, request)
        for page in top_pages(request)
        if page.specific_class is InformationPage
    ]


def contact_address(request: HttpRequest) -> str:
    """Where readers say what is wrong; empty when there is no such page for them."""
    found = [page for page in top_pages(request) if page.slug == CONTACT]
    return _address_of_top(found[0], request) if found else ""


def breadcrumbs(page: PortalPage, request: HttpRequest) -> list[tuple[str, str]]:
    """(title, address) of each visible page above `page`, from the home page down."""
    if page.depth is None or page.depth <= HOME_DEPTH:
        return []
    above = [top for top in top_pages(request) if top.depth < page.depth]
    return [
        (top.title, _address_of_top(top, request))
        for top in above
        if page.path.startswith(top.path)
    ]


def _item(page: PortalPage, request: HttpRequest) -> MenuItem:
    url = _address_of_top(page, request)
    return MenuItem(page.title, url, current=request.path.startswith(url))


def _address_of_top(page: PortalPage, request: HttpRequest) -> str:
    """The address of a page of the upper floors; empty without one."""
    site = site_of(request)
    addresses = kept(
        request,
        ("addresses", site.pk),
        lambda: {top.pk: top.get_url(request) or "" for top in _floors(request, site)},
    )
    return str(addresses[page.pk])
