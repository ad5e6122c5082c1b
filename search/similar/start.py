"""Connects this part of the search; called once at start-up, after the index is connected."""

from __future__ import annotations


def start() -> None:
    """Signals, what pages show of what is alike, and the editor's panel."""
    from wagtail import hooks
    from wagtail.signals import page_published, page_unpublished

    from regulations.signals import rows_rebuilt
    from search.similar import signal_handlers
    from search.similar.context import alike_on_page
    from search.similar.panel import alike_beside_the_draft

    page_published.connect(signal_handlers.on_published, dispatch_uid="search-similar")
    page_unpublished.connect(signal_handlers.on_unpublished, dispatch_uid="search-similar")
    rows_rebuilt.connect(signal_handlers.on_rows_rebuilt, dispatch_uid="search-similar")
    hooks.register("portal_page_context", alike_on_page)
    hooks.register("portal_side_panels", alike_beside_the_draft)
