"""The two steps of moderation: nobody signs their own text, nobody signs twice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState

from pages.moderation.rules import SigningRefusedError, objection_to_signing, problems_of

APPROVE, RETURN = "approve", "reject"


class ReturnForm(forms.Form):
    """What goes back to the author: a reason is due."""

    comment = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Say what to correct. The author and earlier signers receive these words."),
    )


class PeerReviewTask(AbstractGroupApprovalTask):
    """A signature by a member of the groups who did not make the last revision of the text."""

    class Meta:
        verbose_name = _("peer review")
        verbose_name_plural = _("peer reviews")

    @classmethod
    def get_description(cls) -> str:
        """What the workflow editor says about this kind of task."""
        return str(_("Members of the groups sign; nobody signs their own text or signs twice."))

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Begin at the first step that the latest revision has no signature for.

        A text that was returned or changed is new: earlier steps sign it again.
        """
        first = workflow_state.get_next_task()
        if first is not None and first.pk != self.pk:
            return first.specific.start(workflow_state, user=user)
        return super().start(workflow_state, user=user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """(name, label, whether a form follows) of what `user` may do with `obj` now.

        A superuser outside the groups may only return a text, to free one that is stuck.
        """
        member = self._user_in_groups(user)
        if not member and not user.is_superuser:
            return []
        actions = [(RETURN, _("Return for correction"), True)]
        state = obj.current_workflow_task_state
        if member and state is not None and objection_to_signing(state, user) is None:
            actions += [
                (APPROVE, pgettext_lazy("moderation", "Approve"), False),
                (APPROVE, _("Approve with a comment"), True),
            ]
        return actions

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        """The form that follows the action."""
        return ReturnForm if action == RETURN else TaskStateCommentForm

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Sign or return, whoever asks: views and forged requests end here.

        Raises SigningRefusedError with the reason; nothing is changed then.
        """
        state = TaskState.objects.select_for_update(of=("self",)).get(pk=task_state.pk)
        comment = str(kwargs.get("comment") or "").strip()
        if state.task_id != self.pk or state.status != TaskState.STATUS_IN_PROGRESS:
            raise SigningRefusedError(
                _("This step was finished meanwhile. Look at the page again.")
            )
        if action_name == RETURN:
            self._send_back(state, user, comment)
        elif action_name == APPROVE:
            self._sign(state, user, comment)
        else:
            raise SigningRefusedError(_("This step knows no such act."))

    def _send_back(self, state: TaskState, user: Any, comment: str) -> None:
        if not (self._user_in_groups(user) or user.is_superuser):
            raise SigningRefusedError(_("You are not among those who sign this step."))
        if not comment:
            raise SigningRefusedError(_("Say what to correct: a text is returned with a reason."))
        state.reject(user=user, comment=comment)

    def _sign(self, state: TaskState, user: Any, comment: str) -> None:
        if not self._user_in_groups(user):
            raise SigningRefusedError(_("You are not among those who sign this step."))
        objection = objection_to_signing(state, user)
        if objection is not None:
            raise SigningRefusedError(objection)
        problems = problems_of(state.revision)
        if problems:
            raise SigningRefusedError(" ".join(problems))
        state.approve(user=user, comment=comment)
