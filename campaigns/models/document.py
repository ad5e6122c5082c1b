"""The documents that go with a campaign, beside its plan."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable


class CampaignDocument(Orderable):
    """An official document that an editor put beside a campaign."""

    campaign = ParentalKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="documents"
    )
    document = models.ForeignKey(
        "pages.PortalPage",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [
        PageChooserPanel(
            "document", ["campaigns.PlanPage", "regulations.RegulationPage", "honors.DecisionPage"]
        )
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("document of a campaign")
        verbose_name_plural = _("documents of campaigns")

    def __str__(self) -> str:
        return str(self.document)
