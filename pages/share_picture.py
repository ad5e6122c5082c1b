"""The picture that goes with an address where people share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from wagtail.images.models import SourceImageIOError

OWN_PICTURE = "img/share.png"
OWN_WIDTH, OWN_HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture by its full address, its size in pixels and the words for who does not see it."""

    address: str
    width: int
    height: int
    alt: str


def picture_shared_of(page: Any) -> SharePicture | None:
    """The picture of `page`; without one, or when its file is gone, what is drawn of it or None."""
    picture = page.share_picture
    try:
        # Unlike `get_rendition` this writes nothing into Wagtail's cache when the size is at hand.
        size = picture and picture.get_renditions(page.share_size)[page.share_size]
    except SourceImageIOError:
        size = None
    if size is None:
        return page.drawn_picture
    return SharePicture(size.full_url, size.width, size.height, picture.description or page.title)


def picture_of_the_portal(name: str) -> SharePicture:
    """The drum on maroon, for pages without a picture of their own; `name`: whose portal it is."""
    address = f"{settings.WAGTAILADMIN_BASE_URL}{static(OWN_PICTURE)}"
    return SharePicture(address, OWN_WIDTH, OWN_HEIGHT, name)
