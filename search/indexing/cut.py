"""Pages with more passages than are searched, as lines of the review queue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.models import PortalPage
from regulations.review import Item, Reason, register
from regulations.review.checks import not_checked
from search.models import MOST_PASSAGES, SearchedPage

CODE = "cut-page"


def rows(user: Any, day: dt.date) -> QuerySet[PortalPage]:
    """Published pages whose last passages are not in the index, the newest first."""
    cut = SearchedPage.objects.filter(passages__gte=MOST_PASSAGES).values("page_id")
    pages = PortalPage.objects.visible_to(user).filter(not_checked(CODE), pk__in=cut)
    return pages.order_by("-pk")


def items(rows: list[PortalPage], user: Any, day: dt.date) -> list[Item]:
    """The lines of these pages."""
    sentence = _("It has more than %(count)d provisions and pages of files; the rest is not found.")
    return [Item(page, sentence % {"count": MOST_PASSAGES}) for page in rows]


REASON = Reason(
    CODE,
    7,
    gettext_lazy("Too long for the search"),
    gettext_lazy("The search does not find the last part. Publish it as several documents."),
    rows,
    items,
)


def register_reason() -> None:
    """Called once at start-up."""
    register(REASON)
