"""Lines that somebody has checked, and taking a line off the queue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from wagtail.log_actions import log

from regulations.models import ReviewCheck

CHECKED = "regulations.review.checked"


def not_checked(code: str, page: str = "", target: str = "") -> Q:
    """Rows whose line was not checked since it changed.

    page: the path from the row to its page ("" when it is the page); target: to the basis.
    """
    start = f"{page}__" if page else ""
    # No revision: a page that was published without one.
    revision = Coalesce(F("revision"), Value(0))
    checks = ReviewCheck.objects.annotate(seen=revision).filter(
        page=OuterRef(page or "pk"),
        reason=code,
        seen=Coalesce(OuterRef(f"{start}live_revision"), Value(0)),
    )
    if target:
        until = OuterRef(f"{target}__record__ended_on")
        checks = checks.filter(target=OuterRef(target), until=until)
    return ~Q(Exists(checks))


def check(
    page: Any, code: str, user: Any, note: str, target: int | None, until: dt.date | None
) -> ReviewCheck:
    """Take a line off the queue until something changes, with its entry in the page's history."""
    with transaction.atomic():
        log(instance=page, action=CHECKED, user=user, data={"reason": code, "note": note})
        return ReviewCheck.objects.create(
            page_id=page.pk,
            reason=code,
            target_id=target,
            until=until,
            revision=page.live_revision_id or 0,
            note=note,
            checked_by=user,
        )
