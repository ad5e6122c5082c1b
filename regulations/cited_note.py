"""How many documents cite a provision, told below it, with the way to their list."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext


def cited_note(item: Any, document: Any) -> str:
    """HTML below the provision `item`; "" when nobody cites it whom the reader may see."""
    if not item.cited_count or not document.live:
        return ""
    address = (
        f"{reverse('regulations:cited_by', args=[document.pk])}?{urlencode({'dieu': item.anchor})}"
    )
    words = ngettext(
        "Cited in %(count)d document", "Cited in %(count)d documents", item.cited_count
    ) % {"count": item.cited_count}
    label = escape(item.printed_label.rstrip("."))
    return (
        f'<p class="tk-cited tk-no-print"><a href="{escape(address)}">{escape(words)}'
        f'<span class="tk-hidden">: {label}</span></a></p>'
    )
