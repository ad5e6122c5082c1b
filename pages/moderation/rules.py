"""When a signature is refused, and why."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState, WorkflowState


class SigningRefusedError(Exception):
    """A signature that the rules of moderation forbid; its text tells the signer why.

    Not a PermissionDenied: Wagtail turns that into a redirect that says nothing.
    """


def objection_to_signing(state: TaskState, user: Any) -> str | None:
    """Why `user` must not approve this step, in words for the user; None when nothing forbids it.

    The text that is signed is `state.revision`. What is wrong with the text itself says
    `problems_of`: a signer may see the act and learn why it cannot be done yet.
    """
    revision = state.revision
    if latest_revision_id(revision) != revision.pk:
        return _("The text changed since it was handed in. Look at it again before you sign.")
    if author_id_of(state) == user.pk:
        return _("You made the last change to this text: somebody else signs it.")
    if signatures_on(state).filter(finished_by=user).exists():
        return _("You signed the other step of this round: somebody else signs this one.")
    return None


def author_id_of(state: TaskState) -> int | None:
    """Who made the revision; for one made by a command, who handed it in."""
    return state.revision.user_id or state.workflow_state.requested_by_id


def signatures_on(state: TaskState) -> Any:
    """Approvals of the same text in the same round (a queryset of TaskState)."""
    return TaskState.objects.filter(
        workflow_state_id=state.workflow_state_id,
        revision_id=state.revision_id,
        status=TaskState.STATUS_APPROVED,
    )


def latest_revision_id(revision: Revision) -> int | None:
    """The id of the newest revision of the same page, read from the database."""
    same_page = Q(base_content_type_id=revision.base_content_type_id, object_id=revision.object_id)
    newest = Revision.objects.filter(same_page).order_by("-created_at", "-id")
    return newest.values_list("pk", flat=True).first()


def problems_of(revision: Revision) -> list[str]:
    """What keeps this text from being published: gaps in it, and what its page type says."""
    page = revision.as_object()
    try:
        page.full_clean()
    except ValidationError as error:
        return error.messages
    say = getattr(page, "publication_problems", None)
    return list(say()) if say else []


def is_signed(revision: Revision) -> bool:
    """Whether a round of moderation ended with this very text approved."""
    return revision.task_states.filter(
        status=TaskState.STATUS_APPROVED, workflow_state__status=WorkflowState.STATUS_APPROVED
    ).exists()
