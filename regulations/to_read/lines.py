"""Documents to be read as lines of a list: which is due when, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regulations.models import DocumentRecord

SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """A document with the day by which `days` (below nought: past it) are left to read it."""

    record: DocumentRecord
    days: int
    given_at: dt.datetime | None

    @property
    def is_over(self) -> bool:
        """Whether the day has passed."""
        return self.days < 0

    @property
    def is_soon(self) -> bool:
        """Whether it is due within a week, and not over."""
        return 0 <= self.days <= SOON_DAYS

    @property
    def told(self) -> str:
        """How much time is left."""
        if not self.days:
            return _("due today")
        count = abs(self.days)
        words = (
            ngettext("%(days)d day overdue", "%(days)d days overdue", count)
            if self.is_over
            else ngettext("%(days)d day left", "%(days)d days left", count)
        )
        return words % {"days": count}


def lines_of(records: Iterable[Any]) -> list[Line]:
    """`records` of `to_read.asked.required` as lines, in their order."""
    today = timezone.localdate()
    return [
        Line(record, (record.acknowledge_by - today).days, record.given_at) for record in records
    ]
