"""The list of campaigns."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
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
        newest = models.F("ends_on").desc(nulls_first=True)
        return found.order_by(running_first(timezone.localdate()), newest, "title").defer(
            *NOT_ON_CARDS
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `kinds`, the kinds to choose from, and `kind`, the one chosen."""
        context = super().get_context(request, *args, **kwargs)
        context["kinds"] = CampaignPage.Kind.choices
        context["kind"] = request.GET.get("loai", "")
        return context


def running_first(day: dt.date) -> models.Case:
    """Places for an order: what runs or is to come, what has no dates, what is over on `day`."""
    return models.Case(
        models.When(ends_on__lt=day, then=models.Value(2)),
        models.When(starts_on=None, ends_on=None, then=models.Value(1)),
        default=models.Value(0),
    )
