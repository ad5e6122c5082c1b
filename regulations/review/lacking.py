"""Published documents without number, date or signer."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.querysets import visible_rule
from regulations.models import DocumentRecord
from regulations.review.checks import not_checked
from regulations.review.reasons import Item, Reason

CODE = "lacking"
WORDS = {
    "number": gettext_lazy("number and symbol"),
    "date": gettext_lazy("issue date"),
    "signer": gettext_lazy("signer"),
}


def rows(user: Any, day: dt.date) -> QuerySet[DocumentRecord]:
    """Records that lack something, the newest pages first."""
    lacking = DocumentRecord.objects.filter(visible_rule(user, "page"), lacks__gt="")
    return lacking.filter(not_checked(CODE, "page")).select_related("page").order_by("-page")


def items(rows: list[DocumentRecord], user: Any, day: dt.date) -> list[Item]:
    """The lines of these records."""
    return [
        Item(
            record.page,
            _("It has no %(facts)s.")
            % {"facts": ", ".join(str(WORDS[name]) for name in record.lacks.split())},
        )
        for record in rows
    ]


REASONS = (
    Reason(
        CODE,
        5,
        gettext_lazy("Without number, date or signer"),
        gettext_lazy("Supply what the signed original states."),
        rows,
        items,
    ),
)
