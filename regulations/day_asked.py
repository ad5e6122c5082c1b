"""The day a reader asks about: `?ngay=2024-06-01` on documents, lists and the search."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from regulations.listing import FIRST_YEAR, LAST_YEAR
from vietnamese import parse_date

PARAMETER = "ngay"
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class DayAsked:
    """`day` is what to answer for: the day asked, or `today`.

    is_asked: a day was asked and understood; error: a sentence, when one was asked and was not.
    """

    day: dt.date
    today: dt.date
    is_asked: bool = False
    error: str = ""
    typed: str = ""

    @property
    def value(self) -> str:
        """For the field of the form: the day asked as 01/06/2024, or what was typed instead."""
        return f"{self.day:%d/%m/%Y}" if self.is_asked else self.typed

    @property
    def query(self) -> str:
        """What keeps the day in a link without a query: `?ngay=2024-06-01`, else empty."""
        return f"?{PARAMETER}={self.day.isoformat()}" if self.is_asked else ""

    def keep(self, address: str) -> str:
        """`address` for a reader who goes on reading as of the day asked."""
        if not self.is_asked or not address:
            return address
        path, hash_sign, anchor = address.partition("#")
        sign = "&" if "?" in path else "?"
        return f"{path}{sign}{PARAMETER}={self.day.isoformat()}{hash_sign}{anchor}"

    def keep_in_path(self, steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Breadcrumbs whose last step, the list of such documents, is of the day too."""
        return [*steps[:-1], *((title, self.keep(address)) for title, address in steps[-1:])]


def day_asked(request: HttpRequest) -> DayAsked:
    """The day in `?ngay=`: 2024-06-01, or as people write it, 01/06/2024."""
    today = timezone.localdate()
    text = request.GET.get(PARAMETER, "").strip()
    if not text:
        return DayAsked(today, today)
    day = _read(text)
    if day is None:
        return DayAsked(today, today, error=_sentence(text), typed=text[:_LONGEST])
    return DayAsked(day, today, is_asked=True)


def without_day(request: HttpRequest) -> str:
    """The query string of the request as it is for today, on its first page."""
    parameters = request.GET.copy()
    for name in (PARAMETER, "trang"):
        parameters.pop(name, None)
    return str(parameters.urlencode())


def _read(text: str) -> dt.date | None:
    if len(text) > _LONGEST:
        return None
    try:
        day = dt.date.fromisoformat(text) if text.count("-") == 2 and text[:4].isdigit() else None
    except ValueError:
        return None
    day = day or parse_date(text)
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _sentence(text: str) -> str:
    return _(
        "“%(text)s” is no day between %(first)d and %(last)d. Write it like 01/06/2024. "
        "What you see is as of today."
    ) % {"text": text[:_LONGEST], "first": FIRST_YEAR, "last": LAST_YEAR}
