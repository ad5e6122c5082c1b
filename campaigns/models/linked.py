"""What stands beside a campaign: its documents, and the same movement in other years."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.audience import Readers
from campaigns.models.document import CampaignDocument
from pages.late import Given, row
from pages.models import PortalPage
from pages.statement import Statement


def _linked(readers: Readers) -> Any:
    """Documents of a campaign with `place`, then the others of its series, newest first."""
    # Imported here: its module needs this one.
    from campaigns.models.campaign import CampaignPage

    campaign, plan = row("campaign"), row("plan")
    beside = CampaignDocument.objects.filter(campaign=campaign).exclude(document=plan)
    place = beside.filter(document=OuterRef("pk")).values(place=Coalesce("sort_order", 0))[:1]
    series = CampaignPage.objects.filter(series=Given("series", CharField()))
    others = series.exclude(Q(series="") | Q(pk=campaign))
    linked = Q(pk__in=beside.values("document")) | Q(pk__in=others.values("pk"))
    return (
        PortalPage.objects.visible_to(readers)
        .filter(linked)
        .annotate(place=Subquery(place), began=F("campaignpage__starts_on"))
        .order_by("place", F("began").desc(nulls_last=True), "pk")
    )


LINKED = Statement(_linked)
