"""`picture` as Wagtail's, for pictures that are too small to have several widths."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import conditional_escape
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.images.templatetags.wagtailimages_tags import PictureNode, image

register = template.Library()


class PictureOfItsWidths(PictureNode):
    """A `picture` that says `sizes` only where there are widths to choose from.

    HTML 4.8.4.2.1: where `sizes` is given, each candidate has a width; Wagtail writes none for one
    that stands alone.
    """

    def render(self, context: Any) -> str:
        picture = self.validate_image(context)
        if not picture:
            return ""
        sizes = get_renditions_or_not_found(picture, self.get_filters())
        attributes = {name: value.resolve(context) for name, value in self.attrs.items()}
        if len({size.width for size in sizes.values()}) == 1:
            attributes.pop("sizes", None)
        return conditional_escape(Picture(sizes, attributes))


@register.tag
def picture(parser: Any, token: Any) -> PictureOfItsWidths:
    """As Wagtail's tag, without `as`."""
    parsed = image(parser, token)
    return PictureOfItsWidths(parsed.image_expr, parsed.filter_specs, None, parsed.attrs)
