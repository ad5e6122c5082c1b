"""Dates as documents print them: day, month, year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

# Marks that a scan misreads do not matter: "thảng", "nãm".
_DAY, _MONTH, _YEAR = "ng[àáảạa]y", "th[áàảãạâa]ng", "n[ăâãáàaấắ]m"
_WORDS = (
    rf"(?:{_DAY}\s*)?(?<!\d)(?P<d1>\d{{1,2}})\s*{_MONTH}\s*(?P<m1>\d{{1,2}})\s*{_YEAR}\s*"
    r"(?P<y1>\d{4})(?!\d)"
)
_SIGNS = (
    rf"(?:{_DAY}\s*)?"
    r"(?<![\d/.\-])(?P<d2>\d{1,2})\s?(?P<sign>[/.\-])\s?(?P<m2>\d{1,2})\s?(?P=sign)\s?"
    r"(?P<y2>(?:19|20)\d\d)(?![\d/])"
)
_DATE = re.compile(rf"{_WORDS}|{_SIGNS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date and where it stands: `text[start:end]`, the word "ngày" included."""

    start: int
    end: int
    value: dt.date


def find_dates(text: str) -> list[DateMatch]:
    """The dates of `text` (composed letters) in order; days that no calendar has are skipped."""
    found = ((match, _value(match)) for match in _DATE.finditer(text))
    return [DateMatch(match.start(), match.end(), day) for match, day in found if day]


def parse_date(text: str) -> dt.date | None:
    """The first date of `text`: 17/8/2024, 31-7-2017, ngày 05 tháng 3 năm 2020. None if none."""
    found = find_dates(text)
    return found[0].value if found else None


def _value(match: re.Match[str]) -> dt.date | None:
    day, month, year = (match[f"{part}1"] or match[f"{part}2"] for part in "dmy")
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
