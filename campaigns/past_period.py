"""Plans and campaigns whose period is over: lines of the review queue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.models import CampaignPage, PlanPage
from regulations.effect_notice import printed
from regulations.review import Item, Reason
from regulations.review.checks import not_checked

PLANS, CAMPAIGNS = "plan-over", "campaign-over"


def plans(user: Any, day: dt.date) -> QuerySet[PlanPage]:
    """Plans that the user may see and whose period ended before `day`, the latest first."""
    over = PlanPage.objects.visible_to(user).filter(not_checked(PLANS), period_to__lt=day)
    return over.order_by("-period_to", "pk").defer("body")


def campaigns(user: Any, day: dt.date) -> QuerySet[CampaignPage]:
    """The same for campaigns."""
    over = CampaignPage.objects.visible_to(user).filter(not_checked(CAMPAIGNS), ends_on__lt=day)
    return over.order_by("-ends_on", "pk").defer("body")


def plan_items(rows: list[PlanPage], user: Any, day: dt.date) -> list[Item]:
    """The lines of these plans."""
    words = _("Its period ended on %(day)s.")
    return [Item(plan, words % {"day": printed(plan.period_to)}) for plan in rows]


def campaign_items(rows: list[CampaignPage], user: Any, day: dt.date) -> list[Item]:
    """The lines of these campaigns."""
    words = _("Its period ended on %(day)s.")
    return [Item(campaign, words % {"day": printed(campaign.ends_on)}) for campaign in rows]


REASONS = (
    Reason(
        PLANS,
        3,
        gettext_lazy("Plan past its period"),
        gettext_lazy("See whether the final review was held and a new plan is due."),
        plans,
        plan_items,
    ),
    Reason(
        CAMPAIGNS,
        4,
        gettext_lazy("Campaign past its period"),
        gettext_lazy("See whether the final review was held and who was commended."),
        campaigns,
        campaign_items,
    ),
)
