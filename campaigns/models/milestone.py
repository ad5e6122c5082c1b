"""The days in the course of a campaign."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Milestone(Orderable):
    """A day in the course of a campaign."""

    campaign = ParentalKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="milestones"
    )
    day = models.DateField(pgettext_lazy("milestone", "day"))
    title = models.CharField(_("what happens"), max_length=200)

    class Meta(Orderable.Meta):
        ordering = ["day", "sort_order"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.title}"


def milestones_on(milestones: Any, day: dt.date) -> list[dict[str, Any]]:
    """`{milestone, state}` in order of days; state is done, now (the next one) or later."""
    rows: list[dict[str, Any]] = []
    next_found = False
    for milestone in sorted(milestones, key=lambda item: item.day):
        if milestone.day < day:
            state = "done"
        else:
            state = "later" if next_found else "now"
            next_found = True
        rows.append({"milestone": milestone, "state": state})
    return rows
