"""Small helpers of the templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon of the sprite `img/icons.svg`; the words beside it carry the meaning."""
    return format_html(
        '<svg class="tk-icon" width="20" height="20" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        static("img/icons.svg"),
        name,
    )


@register.filter
def initials(name: str) -> str:
    """The two initials of a Vietnamese name, its last words: "Vũ Minh An" gives "MA"."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in words[-2:])


@register.filter
def seen_by(page: Any, user: Any) -> bool:
    """Whether `user` may read `page`."""
    return page is not None and page.is_visible_to(user)
