"""Small helpers of the templates."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pages.described import Described, described
from vietnamese import tied as tied_text
from vietnamese import typeset as typeset_text
from vietnamese.typography import NO_BREAK

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon of the sprite `img/icons.svg`; the words beside it carry the meaning."""
    return _icon(static("img/icons.svg"), name)


@lru_cache(maxsize=256)
def _icon(sprite: str, name: str) -> SafeString:
    return format_html(
        '<svg class="tk-icon" width="20" height="20" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        sprite,
        name,
    )


@register.simple_tag
def day(moment: dt.date | dt.datetime | None, form: str = "d/m/Y") -> SafeString | str:
    """The day as a `time` element: `{% day page.issued_on %}` prints 20/11/2026.

    form: Django's date format, for example "l, d/m/Y" with the day of the week. Empty without one.
    """
    if not moment:
        return ""
    return _day(timezone.localtime(moment) if isinstance(moment, dt.datetime) else moment, form)


@lru_cache(maxsize=2048)
def _day(local: dt.date | dt.datetime, form: str) -> SafeString:
    words = tied_text(date_format(local, form).replace(", ", f",{NO_BREAK}"))
    return format_html('<time datetime="{}">{}</time>', date_format(local, "Y-m-d"), words)


@register.simple_tag(takes_context=True)
def describe(context: Any) -> Described | None:
    """What a public page tells those who link to it; None for any other page."""
    return described(context)


@register.filter
def typeset(text: object) -> str:
    """The portal's own words as they are printed; see `vietnamese.typography`."""
    return _typeset(str(text))


# A page prints the same titles in several places.
_typeset = lru_cache(maxsize=2048)(typeset_text)


@register.filter
def unbroken(text: object) -> str:
    """`text` on one line, for example a telephone number."""
    return str(text).replace(" ", NO_BREAK)


@register.filter
def tied(text: object) -> str:
    """Official words, which keep their signs: only no line ends inside "Điều 24"."""
    return tied_text(str(text))


@register.filter
def initials(name: str) -> str:
    """The two initials of a Vietnamese name, its last words: "Vũ Minh An" gives "MA"."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in words[-2:])


@register.filter
def seen_by(page: Any, user: Any) -> bool:
    """Whether `user` may read `page`."""
    return page is not None and page.is_visible_to(user)
