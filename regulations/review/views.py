"""The page of the queue, and the act that takes a line off it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pages.models import PortalPage
from regulations.known_count import page_asked_for
from regulations.linked.desk import for_editors
from regulations.models import DocumentRecord
from regulations.review.checks import check
from regulations.review.reasons import MOST_COUNTED, Reason, counts_of, reason_registry

PER_PAGE = 20
PARAMETER = "ly-do"
LONGEST_NOTE = 300
MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Tab:
    """A reason as a link; `many`: there are more than are counted."""

    reason: Reason
    count: int
    is_current: bool

    @property
    def many(self) -> bool:
        """Whether the count is only the least."""
        return self.count > MOST_COUNTED


@for_editors
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The lines of one reason (`?ly-do=`), else of the first that has some."""
    day = timezone.localdate()
    tabs = _tabs(request, day)
    current = next((tab for tab in tabs if tab.is_current), None)
    context: dict[str, Any] = {"tabs": tabs, "current": current, "day": day}
    if current and current.count:
        rows = current.reason.shown(request.user, day)
        # Who has looked through a thousand will look at the next.
        page = page_asked_for(request, rows, PER_PAGE, min(current.count, MOST_COUNTED))
        context |= {
            "page_obj": page,
            "query_prefix": f"{PARAMETER}={current.reason.code}&",
            "items": current.reason.items(list(page), request.user, day),
        }
    return render(request, "regulations/review/page.html", context)


def _tabs(request: HttpRequest, day: dt.date) -> list[Tab]:
    counts = counts_of(request.user, day)
    asked = request.GET.get(PARAMETER)
    chosen = next((reason.code for reason, _count in counts if reason.code == asked), None)
    chosen = chosen or next((reason.code for reason, count in counts if count), None)
    return [Tab(reason, count, reason.code == chosen) for reason, count in counts]


@for_editors
@require_POST
def checked(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the line off the queue, with a note of what was found.

    Raises Http404 for a page that the user may not see or a reason that there is not,
    PermissionDenied for those who may not edit the page.
    """
    page = PortalPage.objects.visible_to(request.user).filter(pk=pk).first()
    code = request.POST.get("reason", "")
    if page is None or code not in {reason.code for reason in reason_registry()}:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    back = redirect(f"{reverse('regulations:review')}?{PARAMETER}={code}")
    note = " ".join(request.POST.get("note", "").split())[:LONGEST_NOTE]
    if not note:
        messages.error(request, _("Write what you found, for example: still holds until replaced."))
        return back
    target, until = _basis(request.POST.get("target", ""))
    check(page, code, request.user, note, target, until)
    messages.success(
        request, _("“%(title)s” is off the list until something changes.") % {"title": page.title}
    )
    return back


def _basis(text: str) -> tuple[int | None, dt.date | None]:
    """The basis that the line is about, and the day of its end, as it is known now."""
    # Of more digits than any row has, the database would make an error.
    pk = int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0
    record = DocumentRecord.objects.filter(page=pk).first()
    return (record.page_id, record.ended_on) if record else (None, None)
