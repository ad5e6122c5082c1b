"""The rounds of moderation that concern a user, in one query: for the staff desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import WorkflowState

from pages.moderation.panels import name_of, owned_by, signing_tasks, waiting_for

# More rounds than anybody works off before looking again.
MOST = 200


@dataclass(frozen=True, slots=True)
class Round:
    """A text in moderation: its page, its title, its step and since when it is there.

    by: who handed it in, or who returned it; reason: why it was returned.
    """

    page_id: str
    title: str
    step: str
    by: str
    since: dt.datetime | None
    reason: str = ""

    @property
    def days(self) -> int:
        """How many days ago it came there; 0 for today."""
        since = timezone.localdate(self.since) if self.since else timezone.localdate()
        return (timezone.localdate() - since).days

    @property
    def told_since(self) -> str:
        """For how long it has been there, in words."""
        days = {"days": self.days}
        if self.reason:
            one = ngettext("returned %(days)d day ago", "returned %(days)d days ago", self.days)
            return one % days if self.days else _("returned today")
        one = ngettext("waiting for %(days)d day", "waiting for %(days)d days", self.days)
        return one % days if self.days else _("handed in today")


@dataclass(frozen=True, slots=True)
class Rounds:
    """to_sign: the user may sign them; returned: theirs to correct; under_review: with others.

    Each list begins with what has been there longest.
    """

    to_sign: list[Round] = field(default_factory=list)
    returned: list[Round] = field(default_factory=list)
    under_review: list[Round] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.to_sign or self.returned or self.under_review)


def rounds_of(user: Any) -> Rounds:
    """What waits for `user`, came back to them, or waits for others. One query."""
    found = Rounds()
    for state in _concerning(user):
        step = state.current_task_state
        if state.is_to_sign:
            author = step.revision.user or state.requested_by
            found.to_sign.append(_round(step, name_of(author), step.started_at))
        elif state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            returned = _round(step, name_of(step.finished_by), step.finished_at, step.comment)
            found.returned.append(returned)
        else:
            found.under_review.append(_round(step, "", step.started_at))
    return found


def _concerning(user: Any) -> Any:
    to_sign = waiting_for(user, signing_tasks(user).values("pk"))
    return (
        WorkflowState.objects.active()
        .filter(current_task_state__isnull=False)
        .annotate(is_to_sign=Exists(to_sign.filter(pk=OuterRef("current_task_state"))))
        .filter(Q(is_to_sign=True) | Q(requested_by=user) | Exists(owned_by(user)))
        .select_related(
            "requested_by",
            "current_task_state__task",
            "current_task_state__revision__user",
            "current_task_state__finished_by",
        )
        .defer("current_task_state__revision__content")
        .order_by("current_task_state__started_at", "pk")[:MOST]
    )


def _round(step: Any, by: str, since: dt.datetime | None, reason: str = "") -> Round:
    revision = step.revision
    return Round(revision.object_id, revision.object_str, step.task.name, by, since, reason)
