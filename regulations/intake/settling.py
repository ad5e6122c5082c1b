"""From what was read to a draft, in one transaction: page, revision, original and ledger row.

A reader that is killed at any point leaves the row as it was before, and nothing half-made.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from extraction import DocumentDraft
from pages.models import PortalDocument, PortalPage
from regulations.intake.draft import add_draft, page_of
from regulations.intake.duplicates import Twin, twin_of_document, twin_of_file
from regulations.intake.failing import NO_PLACE, mark_failed_for
from regulations.intake.reading import note_what_was_read
from regulations.models import IntakeFile

State = IntakeFile.State


def settle(row: IntakeFile, document: DocumentDraft) -> IntakeFile:
    """Make the draft of a row whose file was read, or note which page is there already.

    The row may be new (a command brings file and reading at once). A row that another reader has
    taken meanwhile is left alone. When the database refuses something, the row is as it was.
    """
    original = row.document
    try:
        with transaction.atomic():
            if _is_still_ours(row):
                _settle(row, document)
    except Exception:
        # What was rolled back must not be saved with the row.
        row.page, row.document = None, original
        row.findings, row.problems, row.notes, row.warnings, row.conversions = [], [], [], [], []
        raise
    return row


def _settle(row: IntakeFile, document: DocumentDraft) -> None:
    findings = note_what_was_read(row, document)
    parent, model = _place(row)
    if parent is None:
        mark_failed_for(row, NO_PLACE)
    else:
        page = page_of(document, findings, model, _stem(row.name))
        twin = None if row.drafts_anyway else _twin(row, page)
        if twin is None:
            _make(row, page, parent)
        else:
            mark_there(row, twin)
    _finish(row)


def settle_copy(row: IntakeFile, twin: Twin) -> IntakeFile:
    """Note, without reading the file of a new row, that its page is there already."""
    with transaction.atomic():
        mark_there(row, twin)
        _finish(row)
    return row


def mark_there(row: IntakeFile, twin: Twin) -> None:
    """Unsaved: the document is there already, and in what the two are the same."""
    row.state, row.page = State.ALREADY_THERE, twin.page
    row.warnings = [{"code": str(twin.same), "data": {}}, *row.warnings]


def lock_intake() -> None:
    """One settling at a time, so that the same document is not drafted twice.

    SQLite's transactions are one at a time by themselves; elsewhere the root page is the lock.
    """
    PortalPage.objects.select_for_update(no_key=True).filter(depth=1).first()


def _is_still_ours(row: IntakeFile) -> bool:
    lock_intake()
    if row.pk is None:
        return True
    ours = IntakeFile.objects.filter(pk=row.pk, lease=row.lease, state=row.state)
    now = ours.first()
    if now is not None and row.lease is not None:
        # A list of the office may have come in while the file was read.
        row.given = now.given
    return now is not None


def _place(row: IntakeFile) -> tuple[Any, Any]:
    """The page below which the draft goes, fresh, and the type of the draft."""
    parent = PortalPage.objects.filter(pk=row.parent_id).first()
    return parent, apps.get_model(row.page_type)


def _twin(row: IntakeFile, page: Any) -> Twin | None:
    return twin_of_file(row.sha256) or twin_of_document(
        page.number, page.issued_on, page.issuer_as_printed, page.issuer
    )


def _make(row: IntakeFile, page: Any, parent: PortalPage) -> None:
    row.document = _original(row, page.title)
    page.original = row.document
    add_draft(page, parent, row.user)
    row.state, row.page = State.DRAFTED, PortalPage.objects.get(pk=page.pk)


def _original(row: IntakeFile, title: str) -> PortalDocument:
    """The signed original: the very file that came in, not a copy of it."""
    if row.document is not None:
        return row.document
    document = PortalDocument(title=title[:255], file=row.file.name, uploaded_by_user=row.user)
    document._set_document_file_metadata()
    document.file.close()
    document.save()
    return document


def _finish(row: IntakeFile) -> None:
    row.lease = row.leased_until = None
    row.finished_at = timezone.now()
    if row.state != State.FAILED:
        row.error_code, row.error_data = "", {}
    row.save()


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
