from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from regulations.signals import rows_rebuilt
        from search import checks, signal_handlers  # noqa: F401 - registers the check

        page_published.connect(signal_handlers.on_published, dispatch_uid="search")
        page_unpublished.connect(signal_handlers.on_unpublished, dispatch_uid="search")
        rows_rebuilt.connect(signal_handlers.on_rows_rebuilt, dispatch_uid="search")
