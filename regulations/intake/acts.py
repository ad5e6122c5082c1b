"""What a person does with a row of the ledger."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from regulations.intake.findings import CONFIRMABLE, FindingState
from regulations.intake.refusal import RefusalCode, RefusedError
from regulations.models import IntakeFile

State = IntakeFile.State


def retry(row: IntakeFile) -> IntakeFile:
    """Let a file wait again that was not read, or whose draft was deleted.

    Raises RefusedError for any other state.
    """
    return _wait_again(row, {State.FAILED, State.DRAFTED})


def draft_anyway(row: IntakeFile) -> IntakeFile:
    """Make a draft although the document is there. Raises RefusedError for any other state."""
    row.drafts_anyway = True
    return _wait_again(row, {State.ALREADY_THERE})


def discard(row: IntakeFile) -> IntakeFile:
    """Take a file off the list; the ledger keeps row and file.

    Raises RefusedError for a file that is being read, and for one that has a draft: a draft is
    deleted where drafts are.
    """
    with transaction.atomic():
        _require(row, {State.WAITING, State.ALREADY_THERE, State.FAILED})
        row.state = State.DISCARDED
        row.save(update_fields=["state"])
    return row


def confirm(row: IntakeFile, field: str) -> IntakeFile:
    """Note that a person looked at an unsure or misplaced value and found it right."""
    with transaction.atomic():
        # As they are now: whoever confirms two fields at once must not lose one.
        row.findings = IntakeFile.objects.select_for_update().get(pk=row.pk).findings
        for finding in row.findings:
            if finding["field"] == field and finding["state"] in CONFIRMABLE:
                finding["state"] = str(FindingState.CONFIRMED)
        row.save(update_fields=["findings"])
    return row


def _wait_again(row: IntakeFile, allowed: set[Any]) -> IntakeFile:
    with transaction.atomic():
        _require(row, allowed)
        if not row.file:
            raise RefusedError(RefusalCode.STATE, state=str(row.state))
        row.state, row.page, row.attempts = State.WAITING, None, 0
        row.error_code, row.error_data, row.warnings = "", {}, []
        row.finished_at = row.started_at = None
        row.save()
    return row


def _require(row: IntakeFile, allowed: set[Any]) -> None:
    """The row as it is now, not as a screen showed it a minute ago."""
    now = IntakeFile.objects.select_for_update().get(pk=row.pk)
    has_draft = now.state == State.DRAFTED and now.page_id is not None
    if now.state not in allowed or has_draft:
        raise RefusedError(RefusalCode.STATE, state=str(now.state))
