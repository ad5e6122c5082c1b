from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegulationsConfig(AppConfig):
    name = "regulations"
    verbose_name = _("Regulations")

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from regulations import signal_handlers

        page_published.connect(signal_handlers.on_published, dispatch_uid="regulations")
        page_unpublished.connect(signal_handlers.on_unpublished, dispatch_uid="regulations")
