"""Publication and unpublication reach signatures and ties, after the index, in one transaction."""

from __future__ import annotations

from typing import Any

from regulations.models import OfficialDocument
from search.similar.keeping import forget_alike, keep_alike


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_published`, for pages without derived rows."""
    if instance.live and not isinstance(instance, OfficialDocument):
        keep_alike(instance)


def on_rows_rebuilt(sender: Any, page: Any, **kwargs: Any) -> None:
    """`rows_rebuilt`: an official document was published and indexed."""
    keep_alike(page)


def on_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_unpublished`."""
    forget_alike(instance.pk)
