"""Files that could not be read, as lines of the review queue: why, and the way out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.querysets import visible_rule
from regulations.intake.error_words import error_sentence
from regulations.review import Item, Reason, register
from regulations.review.checks import not_checked
from search.file_texts.models import FileText, FileUse

CODE = "unread-file"


def rows(user: Any, day: dt.date) -> QuerySet[FileUse]:
    """Files of published pages that could not be read, the newest pages first."""
    unread = FileUse.objects.filter(visible_rule(user, "page"), text__state=FileText.State.FAILED)
    unread = unread.filter(not_checked(CODE, "page"))
    return unread.select_related("page", "text").order_by("-page", "pk")


def items(rows: list[FileUse], user: Any, day: dt.date) -> list[Item]:
    """The lines of these files."""
    return [
        Item(
            use.page,
            _("“%(file)s” is not searched. %(reason)s")
            % {
                "file": use.title,
                "reason": error_sentence(use.text.error_code, use.text.error_data),
            },
        )
        for use in rows
    ]


REASON = Reason(
    CODE,
    6,
    gettext_lazy("Files that could not be read"),
    gettext_lazy("Readers can open them, but the search does not find their words."),
    rows,
    items,
)


def register_reason() -> None:
    """Called once at start-up."""
    register(REASON)
