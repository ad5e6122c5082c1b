"""What the honours add to the pages of the rooms below: who was honoured in a campaign."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from campaigns.models import CampaignPage
from honors.models.decision import Award
from honors.models.honoree import HonoreePage, for_cards

HONOREES_SHOWN = 12


def honorees_of(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`honorees` of a campaign as cards, as far as the reader may see them."""
    if not isinstance(page, CampaignPage):
        return {}
    given = Award.objects.seen_by(request.user).standing().filter(campaign=page.pk)
    found = HonoreePage.objects.filter(pk__in=given.values("honoree")).visible_to(request.user)
    cards = for_cards(found, request.user).select_related(None).prefetch_related(None)
    honorees = list(cards[:HONOREES_SHOWN])
    return {"honorees": honorees, "pictured": [(honorees, "portrait")]}
