"""Publication and unpublication reach the files in their own transaction.

`page_published` comes here before the index is written.
"""

from __future__ import annotations

from typing import Any

from search.file_texts.offers import forget_files, note_files
from search.indexing.texts import is_searched


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_published`: what is offered now; nothing for a page that is only scheduled."""
    if instance.live and is_searched(type(instance)):
        note_files(instance)


def on_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_unpublished`."""
    forget_files(instance.pk)
