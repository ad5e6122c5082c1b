"""Published documents that will soon not be in force any more."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.querysets import visible_rule
from regulations.effect_notice import printed
from regulations.models import DocumentRecord
from regulations.review.checks import not_checked
from regulations.review.reasons import Item, Reason

CODE = "ending"


def rows(user: Any, day: dt.date) -> QuerySet[DocumentRecord]:
    """Records that end within `REVIEW_AHEAD_DAYS` of `day`, the first to end first."""
    last = day + dt.timedelta(days=settings.REVIEW_AHEAD_DAYS)
    ending = DocumentRecord.objects.filter(ended_on__gt=day, ended_on__lte=last)
    seen = ending.filter(visible_rule(user, "page"), not_checked(CODE, "page"))
    return seen.select_related("page").order_by("ended_on", "page")


def items(rows: list[DocumentRecord], user: Any, day: dt.date) -> list[Item]:
    """The lines of these records."""
    words = _("It is no longer in force from %(day)s.")
    return [
        Item(record.page, words % {"day": printed(record.ended_on)})
        for record in rows
        if record.ended_on
    ]


REASONS = (
    Reason(
        CODE,
        2,
        gettext_lazy("Document ends soon"),
        gettext_lazy("See what will take its place, and what rests on it."),
        rows,
        items,
    ),
)
