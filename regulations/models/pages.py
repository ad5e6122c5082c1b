"""The repository of regulations and its pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.audience import Audience
from regulations.models.document import OfficialDocument
from regulations.models.document_index import DocumentIndexPage
from regulations.models.kind import DocumentType


class RegulationIndexPage(DocumentIndexPage):
    """The repository: every regulation the reader may see, newest first."""

    default_audience = Audience.STAFF
    parent_page_types = ["home.HomePage", "home.StaffDeskPage"]
    subpage_types = ["regulations.RegulationPage"]
    per_page = 20

    class Meta:
        verbose_name = _("repository of regulations")
        verbose_name_plural = _("repositories of regulations")

    def narrowed(self, request: HttpRequest) -> Any:
        """Narrowed by `?loai=` (type), too."""
        found = super().narrowed(request)
        kind = request.GET.get("loai", "")
        return found.filter(document_type=kind) if kind in DocumentType.values else found

    def types_to_choose(self, used: set[str]) -> list[tuple[str, str]]:
        """Those that are in the list."""
        return [choice for choice in DocumentType.choices if choice[0] in used]


class RegulationPage(OfficialDocument):
    """A regulation: law, decree, circular, statute of an organization, guideline."""

    parent_page_types = ["regulations.RegulationIndexPage"]
    subpage_types: list[str] = []
    meant_for = frozenset(DocumentType) - {DocumentType.PLAN}

    edit_handler = OfficialDocument.tabs()

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
