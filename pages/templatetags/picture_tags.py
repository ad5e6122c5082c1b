"""`picture` as Wagtail's, for pictures that are too small to have several widths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.utils.functional import cached_property
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.images.templatetags.wagtailimages_tags import PictureNode, image

register = template.Library()


@dataclass(frozen=True, slots=True)
class Offer:
    """A size of a picture as far as its markup tells of it; `said`: what all its sizes say."""

    url: str
    width: int
    height: int
    said: tuple[tuple[str, Any], ...]

    def img_tag(self, attributes: dict[str, Any]) -> str:
        """As Wagtail's renditions say it."""
        own = {"src": self.url, "width": self.width, "height": self.height}
        return f"<img{flatatt(own | dict(self.said) | attributes)}>"


@lru_cache(maxsize=2048)
def markup(
    offers: tuple[tuple[str, Offer], ...], attributes: tuple[tuple[str, Any], ...]
) -> SafeString:
    """The `picture` of these sizes; nothing but they decides how it looks."""
    return conditional_escape(Picture(dict(offers), dict(attributes)))


class PictureOfItsWidths(PictureNode):
    """A `picture` that says `sizes` only where there are widths to choose from.

    HTML 4.8.4.2.1: where `sizes` is given, each candidate has a width; Wagtail writes none for one
    that stands alone.
    """

    def render(self, context: Any) -> str:
        picture = self.validate_image(context)
        if not picture:
            return ""
        sizes = get_renditions_or_not_found(picture, self.filters)
        attributes = {name: value.resolve(context) for name, value in self.attrs.items()}
        if len({size.width for size in sizes.values()}) == 1:
            attributes.pop("sizes", None)
        said = dict(next(iter(sizes.values())).attrs_dict)
        for own in ("src", "width", "height"):
            del said[own]
        words = tuple(said.items())
        offers = tuple(
            (spec, Offer(size.url, size.width, size.height, words)) for spec, size in sizes.items()
        )
        return markup(offers, tuple(attributes.items()))

    @cached_property
    def filters(self) -> list[Filter]:
        """The sizes that are asked for, taken apart once."""
        return self.get_filters()


@register.tag
def picture(parser: Any, token: Any) -> PictureOfItsWidths:
    """As Wagtail's tag, without `as`."""
    parsed = image(parser, token)
    return PictureOfItsWidths(parsed.image_expr, parsed.filter_specs, None, parsed.attrs)
