"""Documents in lists: narrowed, counted and put in order by their records, then fetched.

A list of 100,000 documents is never walked through as pages: the index of the records holds all
that lists are narrowed by. What is shown is still fetched through `visible_to`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from pages.models import PortalPage
from regulations.models.derived import UNDATED_FIRST, DocumentRecord

NEWEST_FIRST = ("-listed_on", "-page")


def list_facts(page: Any) -> dict[str, Any]:
    """What the record of a published document repeats of its page."""
    return {
        "parent_id": _parent(page),
        "audience": page.audience,
        "expire_at": page.expire_at,
        "published_at": page.last_published_at,
        "year": page.issued_on.year if page.issued_on else None,
        "listed_on": page.issued_on or UNDATED_FIRST,
    }


def issued_by(day: dt.date) -> Q:
    """The condition of records: issued by `day`, or nobody knows when."""
    return Q(listed_on__lte=day) | Q(listed_on=UNDATED_FIRST)


def note_readers(page: Any, facts: dict[str, Any]) -> None:
    """`page` was saved with these facts: its record, if it has one, has them too."""
    DocumentRecord.objects.filter(page=page.pk).exclude(**facts).update(**facts)


def note_list(page: Any) -> None:
    """`page` was moved: its record, if it has one, belongs to another list."""
    page.refresh_from_db(fields=["path"])
    DocumentRecord.objects.filter(page=page.pk).update(parent=_parent(page))


def _parent(page: Any) -> int | None:
    above = PortalPage.objects.filter(path=page.path[: -page.steplen])
    return above.values_list("pk", flat=True).first()


class Listed(Sequence):
    """The pages of `records`, in their order: counted and cut as records, fetched when cut.

    pages: the queryset of what the reader may see, with what a row of the list prints.
    """

    def __init__(self, records: Any, pages: Any) -> None:
        self.records, self.pages = records, pages

    def __len__(self) -> int:
        return int(self.records.order_by().count())

    def __getitem__(self, place: Any) -> Any:
        """A page, or the list of pages of a slice."""
        if isinstance(place, slice):
            return self._fetched(self.records[place])
        (page,) = self._fetched(self.records[place : place + 1])
        return page

    def order_by(self, *fields: str) -> Listed:
        """The same in another order of the records."""
        return Listed(self.records.order_by(*fields), self.pages)

    def _fetched(self, records: Any) -> list[Any]:
        ids = list(records.values_list("pk", flat=True))
        found = self.pages.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]
