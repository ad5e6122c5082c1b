"""JSON-LD as it may stand in a page: data, which no browser runs and no word breaks out of."""

from __future__ import annotations

from typing import Any

from django.utils.html import escapejs, format_html, format_html_join
from django.utils.safestring import SafeString


def json_ld(graph: list[dict[str, Any]]) -> SafeString:
    """The statements of `graph` as one block (JSON-LD 1.1, section 6.6); empty without any.

    Values are str, int, or lists and dicts of such. Letters that HTML or JavaScript could take
    for their own are written by their number, which JSON reads as the letters.
    """
    if not graph:
        return format_html("{}", "")
    block = {"@context": "https://schema.org", "@graph": graph}
    return format_html('<script type="application/ld+json">{}</script>', _written(block))


def _written(value: Any) -> SafeString:
    if isinstance(value, dict):
        pairs = ((escapejs(name), _written(one)) for name, one in value.items())
        return format_html("{{{}}}", format_html_join(",", '"{}":{}', pairs))
    if isinstance(value, list):
        return format_html("[{}]", format_html_join(",", "{}", ((_written(one),) for one in value)))
    if isinstance(value, int):
        return format_html("{}", value)
    return format_html('"{}"', escapejs(value))
