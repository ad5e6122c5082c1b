"""Publication and unpublication of official documents keep their derived rows in step."""

from __future__ import annotations

from typing import Any

from regulations.derive import forget, rebuild
from regulations.models import OfficialDocument
from regulations.signals import rows_rebuilt


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_published`: the live text changed."""
    if isinstance(instance, OfficialDocument):
        rebuild(instance)
        rows_rebuilt.send(sender=type(instance), page=instance)


def on_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_unpublished`: nothing of the text is live any more."""
    if isinstance(instance, OfficialDocument):
        forget(instance.pk)
