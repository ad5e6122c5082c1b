"""The panel of the admin's home: documents that staff must read, and how far they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from regulations.to_read.asked import shares_of, still_asked

MOST = 10


class ToReadPanel(Component):
    """The documents whose day is nearest, each with the share of those who have confirmed."""

    name = "to_read"
    template_name = "regulations/to_read/panel.html"
    order = 125

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`rows`: (record, share), the latest day first; empty where nothing is asked for."""
        user = parent_context["request"].user
        shown = list(still_asked(user).order_by("-acknowledge_by", "page")[:MOST])
        shares = shares_of(shown)
        return {"rows": [(record, shares[record.page_id]) for record in shown]}
