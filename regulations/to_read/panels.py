"""The panel of the admin's home: documents that staff must read, and how far they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from regulations.to_read.asked import share_of, still_asked

MOST = 10


class ToReadPanel(Component):
    """The documents whose day is nearest, before or behind, each with how many have confirmed."""

    name = "to_read"
    template_name = "regulations/to_read/panel.html"
    order = 125

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`rows`: (record, share), by day; empty where nothing is asked."""
        shown = nearest(still_asked(parent_context["request"].user))
        return {"rows": [(record, share_of(record)) for record in shown]}


def nearest(records: Any) -> list[Any]:
    """Of `records`, at most `MOST` whose day is nearest to today, by that day. Two queries."""
    today = timezone.localdate()
    ahead = records.filter(acknowledge_by__gte=today).order_by("acknowledge_by", "page")[:MOST]
    behind = records.filter(acknowledge_by__lt=today).order_by("-acknowledge_by", "page")[:MOST]
    by_distance = sorted((*ahead, *behind), key=lambda one: abs(one.acknowledge_by - today))
    return sorted(by_distance[:MOST], key=lambda one: (one.acknowledge_by, one.page_id))
