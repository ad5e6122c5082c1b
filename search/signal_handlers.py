"""Publication and unpublication reach the index in their own transaction."""

from __future__ import annotations

from typing import Any

from regulations.models import OfficialDocument
from search.index import index_page, remove_page


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_published`, for pages without derived rows."""
    if not isinstance(instance, OfficialDocument):
        index_page(instance)


def on_rows_rebuilt(sender: Any, page: Any, **kwargs: Any) -> None:
    """`rows_rebuilt`: an official document was published and its provisions are there."""
    index_page(page)


def on_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_unpublished`."""
    remove_page(instance.pk)
