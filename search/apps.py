from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_delete, post_save, pre_delete
        from wagtail.signals import page_published, page_unpublished

        from regulations.signals import rows_rebuilt
        from search import signal_handlers
        from search.engine.matching import on_connection
        from search.file_texts import signal_handlers as files
        from search.indexing import checks  # noqa: F401 - registers the check

        connection_created.connect(on_connection, dispatch_uid="search-functions")
        # The files of a page are noted first: the index asks for their text.
        page_published.connect(files.on_published, dispatch_uid="search-files")
        page_unpublished.connect(files.on_unpublished, dispatch_uid="search-files")
        page_published.connect(signal_handlers.on_published, dispatch_uid="search")
        page_unpublished.connect(signal_handlers.on_unpublished, dispatch_uid="search")
        rows_rebuilt.connect(signal_handlers.on_rows_rebuilt, dispatch_uid="search")
        post_save.connect(signal_handlers.on_saved, dispatch_uid="search-facts")
        post_save.connect(
            signal_handlers.on_organization_saved,
            "organizations.Organization",
            dispatch_uid="search-issuers",
        )
        pre_delete.connect(
            signal_handlers.on_decision_deleted,
            "honors.DecisionPage",
            dispatch_uid="search-taken-back",
        )
        post_save.connect(
            signal_handlers.on_consent_saved, "honors.Consent", dispatch_uid="search-consent"
        )
        post_delete.connect(
            signal_handlers.on_deleted, "pages.PortalPage", dispatch_uid="search-deleted"
        )

        from search.desk import start as desk
        from search.file_texts import unread
        from search.indexing import cut
        from search.similar.start import start

        unread.register_reason()
        cut.register_reason()
        start()
        desk.start(self)
