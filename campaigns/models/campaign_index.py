"""The list of campaigns."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.models.campaign import NOT_ON_CARDS, CampaignPage
from pages.models import IntroducedIndexPage


class CampaignIndexPage(IntroducedIndexPage):
    """The campaigns that the reader may see, running ones first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    feed_filters = ("loai",)

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Campaigns, narrowed by `?loai=` (kind) when that is one."""
        found = CampaignPage.objects.child_of(self).visible_to(request.user)
        kind = request.GET.get("loai", "")
        if kind in CampaignPage.Kind.values:
            found = found.filter(kind=kind)
        return found.order_by(models.F("ends_on").desc(nulls_first=True), "title").defer(
            *NOT_ON_CARDS
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `kinds`, the kinds to choose from, and `kind`, the one chosen."""
        context = super().get_context(request, *args, **kwargs)
        context["kinds"] = CampaignPage.Kind.choices
        context["kind"] = request.GET.get("loai", "")
        return context
