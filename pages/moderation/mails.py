"""Mails of moderation: who hears what, sent after the act is safely stored."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from wagtail.admin import mail
from wagtail.models import Revision, TaskState, WorkflowState


def mail_failed_schedule(revision: Revision, error: Exception) -> None:
    """To superusers: a page could not go live at its time."""
    superusers = get_user_model().objects.filter(is_superuser=True, is_active=True)
    addresses = [user.email for user in superusers if user.email]
    context = {
        "title": revision.object_str,
        "page_id": revision.object_id,
        "error": str(error),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
    }
    subject = render_to_string("pages/moderation/schedule_failed_subject.txt", context).strip()
    body = render_to_string("pages/moderation/schedule_failed.txt", context)

    def send() -> None:
        for address in addresses:
            mail.send_mail(subject, body, [address])

    transaction.on_commit(send, robust=True)


class AfterCommit:
    """Sends when the transaction is committed; a mail that fails never undoes an act.

    What fails is logged by Django (`django.db.backends.base`) and by Wagtail (`wagtail.admin`).
    """

    def send_notifications(
        self, template_set: Any, context: Any, recipients: Any, **kwargs: Any
    ) -> bool:
        # A function, not a partial: Django names it when it logs what failed.
        def send() -> None:
            self.send_emails(template_set, context, recipients)

        transaction.on_commit(send, robust=True)
        return True


class StepStarted(AfterCommit, mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    """To those who may sign the step: a text waits for you."""

    def get_recipient_users(self, instance: TaskState, **kwargs: Any) -> Any:
        """Members of the step's groups except whoever made the text or started the step."""
        absent = {instance.revision.user_id, getattr(kwargs.get("user"), "pk", None)} - {None}
        members = get_user_model().objects.filter(groups__in=instance.task.specific.groups.all())
        return members.exclude(pk__in=absent).distinct()

    def get_context(self, instance: TaskState, **kwargs: Any) -> dict[str, Any]:
        """`title`, `task`, `page_id` and who handed the text in."""
        return {
            "title": instance.revision.object_str,
            "page_id": instance.revision.object_id,
            "task": instance.task,
            "sender": instance.revision.user or instance.workflow_state.requested_by,
        }


class Returned(AfterCommit, mail.WorkflowStateRejectionEmailNotifier):
    """To the author, whoever handed the text in and those who signed it: it goes back, and why."""

    def get_recipient_users(self, instance: WorkflowState, **kwargs: Any) -> set[Any]:
        """Everybody who had a hand in this round, except whoever returned it."""
        signers = instance.task_states.filter(status=TaskState.STATUS_APPROVED)
        involved = {state.finished_by for state in signers.select_related("finished_by")}
        involved |= {
            instance.requested_by,
            instance.current_task_state.revision.user,
            instance.content_object.owner,
        }
        return involved - {None, kwargs.get("user")}

    def get_context(self, instance: WorkflowState, **kwargs: Any) -> dict[str, Any]:
        """`title`, `page_id`, `task`, the `reason` and who returned the text."""
        state = instance.current_task_state
        return {
            "title": state.revision.object_str,
            "page_id": state.revision.object_id,
            "task": state.task,
            "reason": state.comment,
            "sender": state.finished_by,
        }


class Published(AfterCommit, mail.WorkflowStateApprovalEmailNotifier):
    """To the author and whoever handed the text in: it is signed, and where it can be read."""

    def get_recipient_users(self, instance: WorkflowState, **kwargs: Any) -> set[Any]:
        """The people whose text it is, except the last signer."""
        page = instance.content_object
        author = instance.current_task_state.revision.user
        return {instance.requested_by, author, page.owner} - {None, kwargs.get("user")}

    def get_context(self, instance: WorkflowState, **kwargs: Any) -> dict[str, Any]:
        """`title`, `url` and `go_live_at`, which is empty when the page is live already."""
        page = instance.current_task_state.revision.content_object
        return {
            "title": instance.current_task_state.revision.object_str,
            "url": page.full_url,
            "go_live_at": None if page.live else page.go_live_at,
        }
