"""The statements that pages of every type make: whose portal it is, where the page stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils import timezone

from pages.share_picture import SharePicture

Statement = dict[str, Any]


def known(**facts: Any) -> Statement:
    """`facts` without the empty ones: what is not known is not said. `type` becomes "@type"."""
    said = {"@type" if name == "type" else name: value for name, value in facts.items()}
    return {name: value for name, value in said.items() if value not in ("", None, [], {})}


def moment_of(when: dt.datetime | None) -> str:
    """ISO 8601 with the portal's offset; empty without a moment."""
    return timezone.localtime(when).isoformat(timespec="seconds") if when else ""


def picture_of(picture: SharePicture | None) -> Statement:
    """A picture; empty without one."""
    if picture is None:
        return {}
    return known(
        type="ImageObject", url=picture.address, width=picture.width, height=picture.height
    )


def publisher_of(context: Any) -> Statement:
    """The organization of the site settings, as the head of every page shows it."""
    logo = context["logo"]
    return known(
        type="Organization",
        name=context["portal_settings"].shown_name,
        url=f"{settings.WAGTAILADMIN_BASE_URL}/",
        logo=logo.full_url if logo else "",
    )


def breadcrumb_list(page: Any, trail: Iterable[tuple[str, str]]) -> Statement:
    """The way from the home page to `page`; empty for the home page itself.

    trail: (title, address) of the pages above, from the home page down.
    """
    own = page.full_url
    steps = [(title, urljoin(own, urlsplit(address).path)) for title, address in trail]
    if not steps:
        return {}
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": address}
        for place, (title, address) in enumerate([*steps, (page.marked_title, own)], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def page_named(page: Any, kind: str) -> Statement:
    """Another page of the portal, of the schema.org type `kind`, by name and address."""
    return {"@type": kind, "name": page.marked_title, "url": page.full_url}
