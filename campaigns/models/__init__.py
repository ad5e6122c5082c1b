"""Plans, and the movements, campaigns, drives and contests that they launch."""

from __future__ import annotations

from campaigns.models.campaign import CampaignIndexPage, CampaignPage
from campaigns.models.milestone import Milestone
from campaigns.models.plan import PlanIndexPage, PlanPage

__all__ = ["CampaignIndexPage", "CampaignPage", "Milestone", "PlanIndexPage", "PlanPage"]
