from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from pages.moderation.policies import register_policies
        from pages.page_cache import signal_handlers as page_cache
        from pages.signal_handlers import register_signal_handlers
        from pages.spreadsheets import escape_formulas

        register_policies()
        escape_formulas()
        register_signal_handlers()
        page_cache.register_signal_handlers(self)
