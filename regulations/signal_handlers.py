"""Publication, unpublication and relations of official documents keep derived rows in step."""

from __future__ import annotations

from typing import Any

from regulations.addresses.ledger import note_address, note_addresses_below
from regulations.derive import forget, rebuild
from regulations.file_versions.ledger import note_files
from regulations.listed import note_list, note_readers
from regulations.models import OfficialDocument
from regulations.relation_spans import refresh
from regulations.signals import rows_rebuilt
from regulations.ties import note_tied_readers


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_published`: the live text changed, or a day was set on which it will."""
    if not instance.live:
        return
    if isinstance(instance, OfficialDocument):
        rebuild(instance)
        note_files(instance)
        rows_rebuilt.send(sender=type(instance), page=instance)
    note_address(instance)


def on_saved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_save` of a page: who may read it, and until when, holds at once in every list.

    A draft is saved with the page in memory as it shall be, and says that nothing of this changes.
    """
    if not isinstance(instance, OfficialDocument) or kwargs.get("raw"):
        return
    written = kwargs.get("update_fields")
    names = [name for name in ("audience", "expire_at") if written is None or name in written]
    if facts := {name: getattr(instance, name) for name in names}:
        note_readers(instance, facts)
        note_tied_readers(instance, facts)


def on_moved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_page_move`: it and all below it stand at new addresses."""
    note_list(instance)
    if kwargs["url_path_before"] != kwargs["url_path_after"]:
        note_addresses_below(instance)


def on_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_unpublished`: nothing of the text is live any more."""
    if isinstance(instance, OfficialDocument):
        forget(instance.pk)


def on_relation_saved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_save` of a relation: from when until when it is at work."""
    if not kwargs.get("raw"):
        refresh(instance.source_id)


def on_relation_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_delete` of a relation: what it ended may act again."""
    refresh(instance.target_id)
