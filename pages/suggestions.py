"""Pages near an address at which there is none: mistyped, cut off, or moved elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from django.http import HttpRequest

from pages.menu import HOME_DEPTH, top_pages
from pages.models import PortalPage
from vietnamese import slugify

MOST_SUGGESTED = 5
# How many pages whose address begins alike are compared; more would cost more than they help.
MOST_COMPARED = 200
# From here on two addresses are one address with slips of the hand (0 to 1, see difflib).
NEAR = 0.6
LONGEST = 200
SHORTEST = 3
# What other systems put at the end of a page's address; any other ending is a file's.
PAGE_ENDINGS = frozenset({"html", "htm", "aspx", "php"})


def suggestions(request: HttpRequest) -> list[PortalPage]:
    """Up to five pages that the reader may see and may have meant, the nearest first.

    Pages whose last part of the address is near the asked one, then the section asked in. At most
    two queries beside the menu's, whatever there is; none for an address too short to tell.
    """
    asked = asked_for(request.path)
    found = near_pages(asked, request) if len(asked) >= SHORTEST else []
    section = section_of(request)
    if section is not None and section not in found:
        found.append(section)
    return found


def near_pages(asked: str, request: HttpRequest) -> list[PortalPage]:
    """Pages near the slug `asked`: among those with its first two words, else its first letters."""
    first, _, rest = asked.partition("-")
    beginnings = [f"{first}-{rest.partition('-')[0]}", asked[: SHORTEST + 1]]
    for beginning in beginnings if rest else beginnings[1:]:
        alike = PortalPage.objects.visible_to(request.user).filter(
            depth__gt=HOME_DEPTH, slug__startswith=beginning
        )
        found = nearest(asked, alike.order_by("-path")[:MOST_COMPARED])
        if found:
            return found
    return []


def nearest(asked: str, pages: Iterable[PortalPage]) -> list[PortalPage]:
    """The pages whose slug is near `asked`, the nearest first."""
    likened = [(likeness(asked, page.slug), page) for page in pages]
    near = [(like, page) for like, page in likened if like >= NEAR]
    return [page for _, page in sorted(near, key=lambda row: -row[0])[: MOST_SUGGESTED - 1]]


def likeness(asked: str, slug: str) -> float:
    """How much of the two slugs is alike, 0 to 1; 1 where one is the other cut off."""
    if slug.startswith(asked) or asked.startswith(f"{slug}-"):
        return 1.0
    matcher = SequenceMatcher(a=slug, b=asked, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR else 0.0


def section_of(request: HttpRequest) -> PortalPage | None:
    """The section in whose part of the site the address lies, if the reader may see it."""
    first = request.path.strip("/").partition("/")[0]
    sections = (page for page in top_pages(request) if page.depth > HOME_DEPTH)
    return next((page for page in sections if page.slug == first), None)


def asked_for(path: str) -> str:
    """The last part of an address, as a slug; empty for a file's."""
    last = PurePosixPath(path[-LONGEST * 2 :]).name
    stem, dot, ending = last.rpartition(".")
    if dot and ending.lower() not in PAGE_ENDINGS:
        return ""
    return slugify(stem if dot else last)[:LONGEST]
