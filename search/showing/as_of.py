"""Links of results that keep the day that was asked about."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from regulations.day_asked import DayAsked


def on_day(day: dt.date | None) -> DayAsked:
    """The day of a search, as the addresses of documents keep it (see `DayAsked.keep`)."""
    today = timezone.localdate()
    return DayAsked(day or today, today, is_asked=day is not None)
