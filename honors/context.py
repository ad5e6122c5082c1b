"""What the honours add to the pages of the rooms below: who was honoured in a campaign."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.audience import Readers
from campaigns.models import CampaignPage
from honors.models.decision import Award
from honors.models.honoree import HonoreePage, for_cards
from pages.late import row
from pages.statement import Statement

HONOREES_SHOWN = 12


def _honorees(readers: Readers) -> Any:
    """The cards of those honoured in a campaign, with what they got in it."""
    given = Award.objects.seen_by(readers).standing().filter(campaign=row("campaign"))
    found = HonoreePage.objects.filter(pk__in=given.values("honoree")).visible_to(readers)
    return for_cards(found, readers, campaign=row("campaign"))[:HONOREES_SHOWN]


_HONOREES = Statement(_honorees)


def honorees_of(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`honorees` of a campaign as cards, as far as the reader may see them."""
    if not isinstance(page, CampaignPage):
        return {}
    readers = Readers.like(request.user)
    honorees = _HONOREES.rows(readers, campaign=page.pk) if page.pk else []
    return {"honorees": honorees, "pictured": [(honorees, "portrait")]}
