"""The repository of regulations and its pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from accounts.audience import Audience
from pages.models import IndexPageMixin, PortalPage
from regulations.listing import year_filter, years_of
from regulations.models.document import DocumentType, OfficialDocument


class RegulationIndexPage(IndexPageMixin, PortalPage):
    """The repository: every regulation the reader may see, newest first."""

    default_audience = Audience.STAFF
    show_in_menus_default = True
    parent_page_types = ["home.HomePage", "home.StaffDeskPage"]
    subpage_types = ["regulations.RegulationPage"]
    per_page = 20

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    content_panels = [*PortalPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("repository of regulations")
        verbose_name_plural = _("repositories of regulations")

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Regulations, narrowed by `?nam=` and `?loai=` when these make sense."""
        found = RegulationPage.objects.child_of(self).visible_to(request.user)
        kind = request.GET.get("loai", "")
        if kind in DocumentType.values:
            found = found.filter(document_type=kind)
        return year_filter(found, request).order_by("-issued_on", "title").defer("body")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `types` (value, label), `years`, and `effect` on every listed document."""
        context = super().get_context(request, *args, **kwargs)
        everything = RegulationPage.objects.child_of(self).visible_to(request.user)
        used = set(everything.order_by().values_list("document_type", flat=True).distinct())
        context["types"] = [choice for choice in DocumentType.choices if choice[0] in used]
        context["years"] = years_of(everything)
        RegulationPage.attach_effects(context["page_obj"], timezone.localdate())
        return context


class RegulationPage(OfficialDocument):
    """A regulation: law, decree, circular, statute of an organization, guideline."""

    parent_page_types = ["regulations.RegulationIndexPage"]
    subpage_types: list[str] = []

    edit_handler = OfficialDocument.tabs()

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
