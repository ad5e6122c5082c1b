"""The school year in which a day lies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

# A school year opens in September; awards of the summer still close the year that went before.
FIRST_MONTH = 9


def school_year_of(day: dt.date) -> int:
    """The calendar year in which the school year of `day` began: 2025 for 30/6/2026."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def first_school_year(days: Iterable[dt.date | None]) -> dict[str, int | bool] | None:
    """The earliest school year of `days`; None without a day, or when one is not known.

    `begins` and `ends`: its calendar years; `alone`: whether all the days lie in it.
    """
    known = list(days)
    if not known or None in known:
        return None
    years = {school_year_of(day) for day in known if day}
    begins = min(years)
    return {"begins": begins, "ends": begins + 1, "alone": len(years) == 1}
