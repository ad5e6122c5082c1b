"""Where the drawn picture of a story stands."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from news.share_picture.drawing import HEIGHT, WIDTH
from pages.share_picture import SharePicture


def version_of(story: Any) -> int:
    """Another number after each publication: networks keep a picture as long as its address."""
    moment = story.last_published_at
    return int(moment.timestamp()) if moment else 0


def path_of(story: Any) -> str:
    """The address of the picture on this portal."""
    return reverse("news:share_picture", args=[version_of(story), story.pk])


def drawn_picture_of(story: Any) -> SharePicture | None:
    """The picture as pages tell of it; None for a story that was never saved."""
    if story.pk is None:
        return None
    address = f"{settings.WAGTAILADMIN_BASE_URL}{path_of(story)}"
    return SharePicture(address, WIDTH, HEIGHT, story.title)
