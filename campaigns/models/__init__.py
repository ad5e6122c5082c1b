"""Plans, and the movements, campaigns, drives and contests that they launch."""

from __future__ import annotations

from campaigns.models.campaign import CampaignPage
from campaigns.models.campaign_index import CampaignIndexPage
from campaigns.models.document import CampaignDocument
from campaigns.models.milestone import Milestone
from campaigns.models.plan import PlanIndexPage, PlanPage

__all__ = [
    "CampaignDocument",
    "CampaignIndexPage",
    "CampaignPage",
    "Milestone",
    "PlanIndexPage",
    "PlanPage",
]
