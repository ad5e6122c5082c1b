"""Recipients and annexes of a published document, read together: a page has twelve queries."""

from __future__ import annotations

from typing import Any

from pages.late import row
from pages.models import PortalDocument, PortalPage
from pages.statement import Statement
from regulations.models.parts import Annex, Recipient

_RECIPIENT = ("pk", "sort_order", "name", "purpose")
_ANNEX = ("pk", "sort_order", "title", "file")
# With its collection: a file without one asks the database for the default.
_FILE = ("title", "file", "file_size", "collection_id")

_COLUMNS = (
    *(f"recipients__{name}" for name in _RECIPIENT),
    *(f"annexes__{name}" for name in _ANNEX),
    *(f"annexes__file__{name}" for name in _FILE),
)
_PARTS = Statement(
    lambda: PortalPage.objects.filter(pk=row("page")).order_by().values_list(*_COLUMNS)
)


def parts_of(document: Any) -> tuple[list[Recipient], list[Annex]]:
    """Both in their order; one query, whose rows are each recipient beside each annex."""
    recipients: dict[int, Recipient] = {}
    annexes: dict[int, Annex] = {}
    for parts in _PARTS.rows(page=document.pk):
        recipient, annex, file = parts[:4], parts[4:8], parts[8:]
        if recipient[0] is not None:
            recipients[recipient[0]] = Recipient(**dict(zip(_RECIPIENT, recipient, strict=True)))
        if annex[0] is not None and annex[0] not in annexes:
            pk, order, title, file_id = annex
            stored = PortalDocument(pk=file_id, **dict(zip(_FILE, file, strict=True)))
            annexes[pk] = Annex(pk=pk, sort_order=order, title=title, file=stored)
    return _in_order(recipients), _in_order(annexes)


def _in_order(parts: dict[int, Any]) -> list[Any]:
    return sorted(parts.values(), key=lambda part: (part.sort_order or 0, part.pk))
