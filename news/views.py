"""The share picture of a story."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.images.models import SourceImageIOError

from news.models import NewsPage
from news.share_picture.address import path_of, version_of
from news.share_picture.drawing import draw
from pages.feeds import portal_name
from pages.page_cache.marks import kept_for_visitors

# What is left of the picture in the arch: upright, cut around the place of its focus.
CUT = "fill-656x948|format-jpeg"


@kept_for_visitors
@require_safe
def share_picture(request: HttpRequest, version: int, pk: int) -> HttpResponse:
    """A JPEG of 1200 by 630 pixels; Http404 unless everybody may read the story now.

    Drawn anew after each change of the content, kept like a page until then. An old version
    leads to that of the day.
    """
    public = NewsPage.objects.visible_to(AnonymousUser()).select_related("cover")
    story = public.filter(pk=pk).first()
    if story is None:
        raise Http404
    if version != version_of(story):
        return redirect(path_of(story))
    words = (story.marked_title, str(story.get_category_display()), portal_name())
    response = HttpResponse(_drawn(story, words), content_type="image/jpeg")
    response["Cache-Control"] = "no-cache"
    return response


def _drawn(story: NewsPage, words: tuple[str, str, str]) -> bytes:
    picture = _picture_of(story)
    if picture is not None:
        try:
            with picture.get_rendition(CUT).file.open("rb") as file:
                return draw(*words, file)
        except (OSError, SourceImageIOError):
            # A picture without its file: the story can be shared all the same.
            pass
    return draw(*words)


def _picture_of(story: NewsPage) -> Any:
    """The cover, or the portrait of the first honoree that everybody may see and share."""
    if story.cover is not None:
        return story.cover
    told = [honoree for honoree in story.honorees.all() if honoree.is_visible_to(AnonymousUser())]
    portraits = (honoree.share_picture for honoree in told)
    return next((portrait for portrait in portraits if portrait is not None), None)
