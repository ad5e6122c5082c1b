"""Emulation and commendation plans."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from accounts.audience import Audience
from pages.models import IndexPageMixin, PortalPage
from regulations.listing import year_filter, years_of
from regulations.models import OfficialDocument


class PlanIndexPage(IndexPageMixin, PortalPage):
    """The plans that the reader may see, newest first."""

    default_audience = Audience.STAFF
    show_in_menus_default = True
    parent_page_types = ["home.HomePage", "home.StaffDeskPage"]
    subpage_types = ["campaigns.PlanPage"]

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    content_panels = [*PortalPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of plans")
        verbose_name_plural = _("lists of plans")

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Plans, narrowed by `?nam=` when that is a year."""
        found = PlanPage.objects.child_of(self).visible_to(request.user)
        newest_first = (models.F("issued_on").desc(nulls_first=True), "-first_published_at")
        return year_filter(found, request).order_by(*newest_first).defer("body")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `years`, and `effect` on every listed plan."""
        context = super().get_context(request, *args, **kwargs)
        everything = PlanPage.objects.child_of(self).visible_to(request.user)
        context["years"] = years_of(everything)
        PlanPage.attach_effects(context["page_obj"], timezone.localdate())
        return context


class PlanPage(OfficialDocument):
    """A plan (kế hoạch): what an organization sets out to do in a period, and on what basis."""

    parent_page_types = ["campaigns.PlanIndexPage"]
    subpage_types: list[str] = []

    period_from = models.DateField(_("period from"), null=True, blank=True)
    period_to = models.DateField(_("period to"), null=True, blank=True)

    effect_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("period_from"), FieldPanel("period_to")])],
            heading=_("Period of the plan"),
        ),
        *OfficialDocument.effect_panels,
    ]

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")

    def clean(self) -> None:
        super().clean()
        if self.period_from and self.period_to and self.period_to < self.period_from:
            raise ValidationError({"period_to": _("The period ends before it begins.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `campaigns`: those that come from this plan and that the reader may see."""
        context = super().get_context(request, *args, **kwargs)
        context["campaigns"] = self.campaigns.visible_to(request.user).order_by("starts_on")
        return context


PlanPage.edit_handler = PlanPage.tabs()
