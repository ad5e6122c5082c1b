"""What a public page tells those who link to it: search engines, networks, feed readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from pages.canonical import canonical_address
from pages.share_picture import SharePicture, picture_of_the_portal, picture_shared_of
from pages.structured_data.statements import breadcrumb_list
from pages.structured_data.writing import json_ld

LONGEST_DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Described:
    """A public page in words and one picture.

    canonical: empty where engines should leave the page out and follow its links. data: JSON-LD.
    """

    site_name: str
    title: str
    description: str
    address: str
    canonical: str
    picture: SharePicture
    data: SafeString


def described(context: Any) -> Described | None:
    """The page in `context` as anybody may hear of it; None for one that is not for everybody.

    context: of the page's template, with `page`, `request`, `portal_settings` and `logo`.
    """
    page = context.get("page")
    if not page or not context.get("is_public") or not page.full_url:
        return None
    name = context["portal_settings"].shown_name
    words = page.search_description or page.feed_summary or f"{page.title} - {name}"
    canonical = canonical_address(page, context["request"], context.get("page_obj"))
    return Described(
        site_name=name,
        title=page.marked_title,
        description=Truncator(words).chars(LONGEST_DESCRIPTION),
        address=canonical or page.full_url,
        canonical=canonical,
        picture=picture_shared_of(page) or picture_of_the_portal(name),
        data=_data(page, context),
    )


def _data(page: Any, context: Any) -> SafeString:
    """Statements for visitors alone: programs have no session, and staff see more than all do."""
    if context["request"].user.is_authenticated:
        return json_ld([])
    trail = breadcrumb_list(page, context.get("breadcrumbs") or [])
    return json_ld([said for said in (*page.statements(context), trail) if said])
