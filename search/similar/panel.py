"""Similar documents beside a draft, in Wagtail's editor: last year's plan, a text entered twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.side_panels import BaseSidePanel

from regulations.models import OfficialDocument
from search.similar.finder import Similar, similar_to_text


class SimilarSidePanel(BaseSidePanel):
    """The published documents that the draft shares most words with."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = gettext_lazy("Toggle similar documents")
        icon_name = "copy"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            """The number of similar documents."""
            return {**super().get_context_data(parent_context), "count": len(self.panel.similar)}

    name = "similar"
    title = gettext_lazy("Similar documents")
    template_name = "search/similar/panel.html"
    order = 60

    @cached_property
    def similar(self) -> list[Similar]:
        """Looked for once for the panel and its toggle."""
        text = "\n".join(self.object.body.stream_block.get_searchable_content(self.object.body))
        return similar_to_text(text, self.request.user, except_page=self.object.pk)

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Adds `similar`."""
        return {**super().get_context_data(parent_context), "similar": self.similar}


def alike_beside_the_draft(page: Any, request: HttpRequest) -> list[SimilarSidePanel]:
    """For official documents with a text; nothing where nothing is alike."""
    if not isinstance(page, OfficialDocument):
        return []
    panel = SimilarSidePanel(page, request)
    return [panel] if panel.similar else []
