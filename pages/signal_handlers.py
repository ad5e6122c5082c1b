"""What follows from acts of moderation."""

from __future__ import annotations

from typing import Any

from wagtail.log_actions import get_active_log_context, log
from wagtail.models import PageLogEntry, Revision, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from pages.moderation.mails import Published, Returned, StepStarted, mail_failed_schedule
from pages.moderation.rules import is_signed

PAST_WORKFLOW = "pages.publish.past_workflow"
SCHEDULE_FAILED = "pages.publish.schedule_failed"


def note_publication_past_the_workflow(
    sender: Any, instance: Any, revision: Revision, **kwargs: Any
) -> None:
    """An audit entry for a text that somebody published without the two signatures."""
    user = get_active_log_context().user
    if user is not None and not is_signed(revision):
        log(instance=instance, action=PAST_WORKFLOW, user=user, revision=revision)


def report_failed_schedule(revision: Revision, error: Exception) -> None:
    """An audit entry, and a mail to superusers, once for each revision that cannot go live."""
    page = revision.content_object
    known = PageLogEntry.objects.filter(
        page=page, action=SCHEDULE_FAILED, revision_id=revision.pk
    ).exists()
    if known:
        return
    log(instance=page, action=SCHEDULE_FAILED, revision=revision, data={"error": str(error)})
    mail_failed_schedule(revision, error)


def _leave_out(sender: Any, **kwargs: Any) -> None:
    """Superusers get no mail about every text that is handed in: signers do."""


def register_signal_handlers() -> None:
    """Connect everything; called once by `PagesConfig.ready()`.

    The mails take the places of Wagtail's, under its own `dispatch_uid`s: whoever connects first
    is kept, and this app comes before `wagtail.admin`.
    """
    page_published.connect(
        note_publication_past_the_workflow, dispatch_uid="note_publication_past_the_workflow"
    )
    task_submitted.connect(
        _step_started,
        sender=TaskState,
        dispatch_uid="group_approval_task_submitted_email_notification",
    )
    workflow_submitted.connect(
        _leave_out, sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification"
    )
    workflow_rejected.connect(
        _returned, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification"
    )
    workflow_approved.connect(
        _published, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification"
    )


# Signals keep weak references: the notifiers live here.
_step_started = StepStarted()
_returned = Returned()
_published = Published()
