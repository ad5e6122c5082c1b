from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = _("Campaigns and plans")

    def ready(self) -> None:
        from campaigns.past_period import REASONS
        from regulations.review import register

        for reason in REASONS:
            register(reason)
