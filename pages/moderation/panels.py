"""Panels of the admin's home: what waits for me, came back to me, I am writing, I may begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState, WorkflowState

from pages.models import PortalPage
from pages.moderation.models import PeerReviewTask

LONGEST = 20
# Root, home, section.
SECTION_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A text in the table of a panel: its page, its title, and what the other columns say."""

    page_id: int | str
    title: str
    cells: tuple[str, ...]


def _row(step: TaskState, *cells: str) -> Row:
    return Row(step.revision.object_id, step.revision.object_str, cells)


def name_of(user: Any) -> str:
    """How people know `user`; empty for nobody."""
    return user.get_full_name() or user.get_username() if user else ""


def _day(moment: dt.datetime | None) -> str:
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


class WaitingForMePanel(Component):
    """Texts that the user may sign now, the longest waiting first."""

    name = "waiting_for_me"
    template_name = "pages/moderation/waiting_for_me.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`signs` (whether the user signs at all) and `states`. Two queries."""
        user = parent_context["request"].user
        tasks = [task.pk for task in signing_tasks(user)]
        states = waiting_for(user, tasks)[:LONGEST] if tasks else []
        return {"signs": bool(tasks), "states": states, "now": timezone.now()}


class SubmittedByMePanel(Component):
    """The user's texts in moderation: those that came back first."""

    name = "submitted_by_me"
    template_name = "pages/moderation/submitted_by_me.html"
    order = 110

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`returned` and `under_review`, lists of Row. One query."""
        states = list(submitted_by(parent_context["request"].user)[:LONGEST])
        came_back = WorkflowState.STATUS_NEEDS_CHANGES
        returned = [state.current_task_state for state in states if state.status == came_back]
        waiting = [state.current_task_state for state in states if state.status != came_back]
        return {
            "returned": [_row(step, step.comment, name_of(step.finished_by)) for step in returned],
            "under_review": [_row(step, step.task.name, _day(step.started_at)) for step in waiting],
        }


class MyDraftsPanel(Component):
    """The user's texts that nobody was asked to sign yet."""

    name = "my_drafts"
    template_name = "pages/moderation/my_drafts.html"
    order = 120

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`drafts`, a list of Row, the last written first. One query."""
        drafts = drafts_of(parent_context["request"].user)[:LONGEST]
        return {
            "drafts": [
                Row(draft.pk, draft.draft_title, (_day(draft.latest_revision_created_at),))
                for draft in drafts
            ]
        }


class BeginPanel(Component):
    """A way into each kind of page that the user may write."""

    name = "begin"
    template_name = "pages/moderation/begin.html"
    order = 130

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`kinds`: (address of the empty form, name of the page type), by the site's order."""
        return {"kinds": kinds_to_begin(parent_context["request"].user)}


def kinds_to_begin(user: Any) -> list[tuple[str, str]]:
    """Pages (not lists) that `user` may add to a section. One query for the sections."""
    return [
        (
            reverse("wagtailadmin_pages:add", args=[*model_of(kind), section.pk]),
            kind._meta.verbose_name,
        )
        for section in PortalPage.objects.filter(depth=SECTION_DEPTH).order_by("path")
        if section.permissions_for_user(user).can_add_subpage()
        for kind in section.specific_class.creatable_subpage_models()
        if not kind.allowed_subpage_models()
    ]


def model_of(kind: type[PortalPage]) -> tuple[str, str]:
    return kind._meta.app_label, kind._meta.model_name


def signing_tasks(user: Any) -> Any:
    """The tasks whose steps `user` signs, apart from whose text it is."""
    return PeerReviewTask.objects.filter(groups__user=user, active=True).distinct()


def waiting_for(user: Any, tasks: Any) -> Any:
    """Steps of `tasks` (keys, or a query for them) that `user` may sign, oldest first."""
    signed_before = TaskState.objects.filter(
        workflow_state=OuterRef("workflow_state"),
        revision=OuterRef("revision"),
        status=TaskState.STATUS_APPROVED,
        finished_by=user,
    )
    own = Q(revision__user=user) | Q(revision__user__isnull=True, workflow_state__requested_by=user)
    return (
        TaskState.objects.filter(
            task__in=tasks,
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        )
        .exclude(own)
        .exclude(Exists(signed_before))
        .select_related("task", "revision__user", "workflow_state__requested_by")
        .defer("revision__content")
        .order_by("started_at")
    )


def owned_by(user: Any) -> Any:
    """For a query of rounds: the page of the round, if it is one of `user`."""
    page = Cast(OuterRef("object_id"), output_field=IntegerField())
    return PortalPage.objects.filter(owner=user, pk=page)


def submitted_by(user: Any) -> Any:
    """Rounds of moderation that run or were returned, of texts that `user` owns or handed in."""
    return (
        WorkflowState.objects.active()
        .filter(Q(requested_by=user) | Exists(owned_by(user)))
        .select_related(
            "current_task_state__task",
            "current_task_state__revision",
            "current_task_state__finished_by",
        )
        .defer("current_task_state__revision__content")
        .order_by("-current_task_state__started_at")
    )


def drafts_of(user: Any) -> Any:
    """Pages with unpublished words of `user` that are in no round of moderation."""
    in_round = WorkflowState.objects.active().annotate(
        page_id=Cast("object_id", output_field=IntegerField())
    )
    return (
        PortalPage.objects.filter(has_unpublished_changes=True)
        .filter(Q(owner=user) | Q(latest_revision__user=user))
        .exclude(Exists(in_round.filter(page_id=OuterRef("pk"))))
        .only("pk", "draft_title", "live", "latest_revision_created_at", "depth")
        .order_by("-latest_revision_created_at")
    )


def without_repeats(panels: list[Component]) -> None:
    """Take out Wagtail's panels that say what ours say, with titles they need not show."""
    repeats = {
        "workflow_objects_to_moderate",
        "user_objects_in_workflow_moderation",
        "recent_edits",
    }
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in repeats]
