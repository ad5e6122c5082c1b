"""Emulation and commendation plans."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from accounts.audience import Audience, Readers
from pages.late import row
from pages.models import PortalPage
from pages.statement import Statement
from regulations.models import DocumentIndexPage, DocumentType, OfficialDocument


class PlanIndexPage(DocumentIndexPage):
    """The plans that the reader may see, newest first."""

    default_audience = Audience.STAFF
    parent_page_types = ["home.HomePage", "home.StaffDeskPage"]
    subpage_types = ["campaigns.PlanPage"]

    class Meta:
        verbose_name = _("list of plans")
        verbose_name_plural = _("lists of plans")


class PlanPage(OfficialDocument):
    """A plan (kế hoạch): what an organization sets out to do in a period, and on what basis."""

    parent_page_types = ["campaigns.PlanIndexPage"]
    subpage_types: list[str] = []
    meant_for = frozenset({DocumentType.PLAN})

    period_from = models.DateField(
        _("period from"),
        null=True,
        blank=True,
        help_text=_("The first day that the plan covers, for example 01/01/2026."),
    )
    period_to = models.DateField(
        _("period to"),
        null=True,
        blank=True,
        # What is past its period is found from here, not by walking through all pages.
        db_index=True,
        help_text=_("The last day that the plan covers, for example 31/12/2026."),
    )

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
        context["campaigns"] = self.campaigns_for(request.user)
        return context

    def campaigns_for(self, user: Any) -> list[PortalPage]:
        """Those that come from this plan and that `user` may read, in the order they begin."""
        return _CAMPAIGNS.rows(Readers.like(user), plan=self.pk) if self.pk else []


def _campaigns(readers: Readers) -> Any:
    # Their model needs this one.
    pages = PlanPage._meta.get_field("campaigns").related_model.objects
    return pages.visible_to(readers).filter(plan=row("plan")).defer("body").order_by("starts_on")


_CAMPAIGNS = Statement(_campaigns)

PlanPage.edit_handler = PlanPage.tabs()
