"""Connects this part of the search; called once at start-up."""

from __future__ import annotations


def start() -> None:
    """What pages show of what is alike, and the editor's panel."""
    from wagtail import hooks

    from search.similar.context import alike_on_page
    from search.similar.panel import alike_beside_the_draft

    hooks.register("portal_page_context", alike_on_page)
    hooks.register("portal_side_panels", alike_beside_the_draft)
