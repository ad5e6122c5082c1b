"""The editor's views, with the rules of moderation: no lost text, no unseen signature."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Revision, WorkflowState
from wagtail.permissions import page_permission_policy

from pages.models import PortalPage
from pages.moderation.models import APPROVE
from pages.moderation.rules import SigningRefusedError
from pages.moderation.wording import same_wording

CONFLICT = 409


def as_one_act(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """`view` with each POST in one transaction: page, audit entry and index, or nothing.

    Inside Wagtail's own check of rights, so that a PermissionDenied undoes what came before it.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapped


class KeepsTextMixin:
    """An edit view that never overwrites a colleague's text and never drops the user's own."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The editor; during moderation it says what is unsaved instead of saving by itself."""
        self.autosave_enabled = self.autosave_enabled and not self.page.workflow_in_progress
        return super().get(request, *args, **kwargs)

    def get_side_panels(self) -> Any:
        """Wagtail's; rooms above put theirs before them through the hook `portal_side_panels`."""
        panels = super().get_side_panels()
        if not self.expects_json_response:
            for contribute in hooks.get_hooks("portal_side_panels"):
                panels[:0] = contribute(self.page, self.request)
        return panels

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, submit, sign or return; 409 with the form still filled when that must not be."""
        if self.page.alias_of_id:
            return super().post(request, *args, **kwargs)
        if self.expects_json_response and self.page.workflow_in_progress:
            # Saving makes a new text that needs both signatures again: never by itself.
            return self.json_error_response(
                "in_review", _("This page is being reviewed: press Save to keep your changes.")
            )
        if self.overwrites_signed_text() or self.is_out_of_date:
            return self.answer_stale()
        if request.POST.get("action-publish") and not request.user.is_superuser:
            return self.answer_conflict(_("Only the two signatures publish a page."))
        if request.POST.get("action-workflow-action"):
            return self.answer_workflow_action()
        response = super().post(request, *args, **kwargs)
        restart_round_on_new_text(self.page, request.user)
        return response

    def overwrites_signed_text(self) -> bool:
        """Whether an automatic save would replace words that somebody was asked to sign."""
        overwritten = self.request.POST.get("overwrite_revision_id", "")
        revisions = Revision.objects.filter(pk=overwritten) if overwritten.isdecimal() else None
        return revisions is not None and revisions.filter(task_states__isnull=False).exists()

    def answer_workflow_action(self) -> HttpResponse:
        """Sign or return the text that the user looked at, which must be the latest."""
        if not self.request.POST.get("loaded_revision_id"):
            return self.answer_stale()
        if not self.workflow_action_is_valid():
            return self.answer_conflict(_("You cannot do this with the page as it is now."))
        try:
            with transaction.atomic():
                return super().post(self.request)
        except SigningRefusedError as refusal:
            return self.answer_conflict(str(refusal))

    def perform_workflow_action(self) -> HttpResponse:
        """Sign the stored text, or return it together with what the user changed.

        Raises SigningRefusedError.
        """
        if self.changes_wording():
            if self.workflow_action == APPROVE:
                raise SigningRefusedError(
                    _(
                        "You changed the text, so somebody else must sign it. Save your changes, "
                        "or open the page again to sign it as it was."
                    )
                )
            self.page = self.form.save(commit=not self.page.live)
            self.page.save_revision(user=self.request.user, log_action=True)
        self.page.current_workflow_task.on_action(
            self.page.current_workflow_task_state,
            self.request.user,
            self.workflow_action,
            comment=comment_in(self.request.POST.get("workflow-action-extra-data")),
        )
        messages.success(self.request, self.told_of_action() % {"title": self.page.title})
        return self.redirect_away()

    def told_of_action(self) -> str:
        """What became of the text that was signed or returned."""
        if self.workflow_action != APPROVE:
            return _("“%(title)s” went back to its author.")
        if WorkflowState.objects.for_instance(self.page).active().exists():
            return _("You approved “%(title)s”. It now waits for the next signature.")
        return _("You approved “%(title)s”. It has both signatures.")

    def redirect_away(self) -> HttpResponse:
        """To the list of pages; to the admin's home those who may not open it, as signers."""
        explores = page_permission_policy.explorable_root_instance(self.request.user) is not None
        if self.next_url or explores:
            return super().redirect_away()
        return redirect("wagtailadmin_home")

    def changes_wording(self) -> bool:
        """Whether the form says something else than the stored text.

        `form.has_changed()` is true for untouched forms: widgets rewrite the markup.
        """
        children = [rel.get_accessor_name() for rel in get_all_child_relations(self.page_class)]
        names = {*self.form.fields, *children}
        sent = self.form.save(commit=False).serializable_data()
        # Through JSON, as the stored text went: dates and keys look the same then.
        sent = json.loads(json.dumps(sent, cls=DjangoJSONEncoder))
        return not same_wording(sent, self.latest_revision.content, names)

    def bound_form(self) -> Any:
        """The form filled with what the user sent."""
        return self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )

    def answer_stale(self) -> HttpResponse:
        """409: somebody saved meanwhile; the user's text stays in the form."""
        latest = self.latest_revision
        author = get_user_display_name(latest.user) if latest.user else _("The system")
        return self.answer_conflict(
            _(
                "%(author)s saved this page after you opened it. Nothing was overwritten and your "
                "text is still here: compare the two versions, then save again to put yours in "
                "place of the other."
            )
            % {"author": author},
            buttons=self.compare_buttons(),
        )

    def compare_buttons(self) -> list[Any]:
        """A link to what the others changed since the user opened the page."""
        opened = self.request.POST.get("loaded_revision_id", "")
        known = opened.isdecimal() and self.page.revisions.filter(pk=opened).exists()
        if not known or int(opened) == self.latest_revision.pk:
            return []
        url = reverse(
            "wagtailadmin_pages:revisions_compare",
            args=(self.page.pk, opened, self.latest_revision.pk),
        )
        return [messages.button(url, _("Compare the versions"), new_window=True)]

    def answer_conflict(self, message: str, buttons: list[Any] | None = None) -> HttpResponse:
        """The editor again, filled with the user's text, `message` above it; status 409."""
        if self.expects_json_response:
            return self.json_error_response("invalid_revision", message)
        messages.error(self.request, message, buttons=buttons or [])
        self.form = self.bound_form()
        self.form.is_valid()
        self.has_unsaved_changes = True
        # Saving by itself would settle the conflict without asking anybody.
        self.autosave_enabled = False
        return self.render_to_response(self.get_context_data(), status=CONFLICT)


def comment_in(extra_data: str | None) -> str:
    """The comment that came with a workflow act, "" for anything that is none."""
    try:
        data = json.loads(extra_data or "{}")
    except ValueError:
        return ""
    return str(data.get("comment") or "") if isinstance(data, dict) else ""


def restart_round_on_new_text(page: Any, user: Any) -> None:
    """When a text under review was changed, the round begins again with the new text."""
    rounds = WorkflowState.objects.for_instance(page).select_related("current_task_state")
    current = rounds.filter(status=WorkflowState.STATUS_IN_PROGRESS).first()
    task_state = current.current_task_state if current else None
    if task_state is None or task_state.revision_id == page.get_latest_revision().pk:
        return
    task_state.specific.cancel(user=user)


class PortalEditView(KeepsTextMixin, EditView):
    """The editor."""


class PortalRevertView(KeepsTextMixin, RevisionsRevertView):
    """The editor with an earlier text in it."""


class PortalWorkflowActionView(WorkflowActionView):
    """Signing or returning outside the editor; a refusal is told and changes nothing."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail's answer; on refusal back to the page with the reason."""
        by_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
        form = self.form_class(request.POST)
        if not form.is_valid() and not by_script:
            messages.validation_error(request, _("The page was not returned."), form)
            return redirect(self.redirect_url)
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except SigningRefusedError as refusal:
            messages.error(request, str(refusal))
        if by_script:
            answer = {"step": "success", "redirect": self.redirect_url}
            return self.render_modal_json(request, answer)
        return redirect(self.redirect_url)


class PortalPageViewSet(PageViewSet):
    """Every page's views in the admin."""

    model = PortalPage
    edit_view_class = PortalEditView
    revisions_revert_view_class = PortalRevertView
    workflow_action_view_class = PortalWorkflowActionView

    def construct_view(self, view_class: Any, **kwargs: Any) -> Callable[..., HttpResponse]:
        """Each act of an editor is one transaction."""
        return as_one_act(super().construct_view(view_class, **kwargs))
