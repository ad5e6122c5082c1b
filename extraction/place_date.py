"""Place and day of issue: "Hà Nội, ngày 05 tháng 3 năm 2026" (Decree 30/2020, annex I, II, 4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from extraction.fields import Field, Make, Span, unsure
from extraction.lines import Line
from vietnamese import find_dates

# Marks that a scan misreads do not matter.
_DAY, _MONTH, _YEAR = "ng[àáảạa]y", "th[áàảãạâa]ng", "n[ăâãáàaấắ]m"
_DAY_WORD = re.compile(_DAY, re.IGNORECASE)
_FILL = r"[\d.…_·‥\s]{0,20}?"
_PLACE = (
    rf"(?!{_DAY})[^\W\d_][^\d\n:;]{{0,50}}"
    r"(?:(?<=ận\s)\d{1,2}|(?<=ường\s)\d{1,2})?(?:\n[^\d\n:;]{1,25})?"
)
_DATE_LINE = re.compile(
    rf"(?:(?P<place>{_PLACE})[,.\s])?\s*"
    rf"(?P<date>{_DAY}\s*{_FILL}\s*(?:[/-]|{_MONTH})\s*{_FILL}\s*(?:[/-]|{_YEAR})\s*"
    rf"(?:\d{{4}}|{_FILL}))"
    r"[\s.,*]*",
    re.IGNORECASE,
)
_PLACE_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2},?")
_LONGEST = 110
_MOST_WORDS = 8
_ROWS = 3
_MEETING = re.compile(
    r"(?:vào\s+(?:hồi|lúc)|hôm\s+nay|thời\s+gian)[^\n]{0,60}?(?P<date>ngày\s[^\n]{6,40})",
    re.IGNORECASE,
)


def find_place_and_date(
    text: str, cells: Sequence[Line], make: Make
) -> tuple[Field[str], Field[dt.date]]:
    """The line that tells place and day, among `cells` that are neither motto nor capitals."""
    waiting: tuple[Field[str], Field[dt.date]] | None = None
    for match, start in _candidates(text, cells):
        place, day = _fields(match, start, make)
        if not day.is_missing:
            return place, day
        waiting = waiting or (place, day)
    return waiting or (Field(), Field())


def _candidates(text: str, cells: Sequence[Line]) -> Iterator[tuple[re.Match[str], int]]:
    """Lines that are a place and a day, first those on one row, then those broken over rows."""
    for rows in range(_ROWS):
        for place in range(len(cells) - rows):
            first, last = cells[place], cells[place + rows]
            if (
                first.is_rule
                or last.end - first.start > _LONGEST
                or not _adjoin(cells, place, rows)
            ):
                continue
            words = text[first.start : last.end]
            match = _DATE_LINE.fullmatch(words) if _DAY_WORD.search(words) else None
            if match and len((match["place"] or "").split()) <= _MOST_WORDS:
                yield _from_word_before(text, cells, place, last.end) or (match, first.start)


def _from_word_before(
    text: str, cells: Sequence[Line], place: int, end: int
) -> tuple[re.Match[str], int] | None:
    """The same with the first words of the place, when they stand on the lines before."""
    found = None
    for here in range(place - 1, max(place - 1 - _ROWS, -1), -1):
        before = cells[here]
        is_part = before.text[0].isupper() and _PLACE_WORDS.fullmatch(before.text) is not None
        if not is_part or not cells[here + 1].follows(before):
            break
        match = _DATE_LINE.fullmatch(" ".join(text[before.start : end].split("\n")))
        if match and len((match["place"] or "").split()) <= _MOST_WORDS:
            found = match, before.start
    return found


def _adjoin(cells: Sequence[Line], place: int, rows: int) -> bool:
    pairs = zip(cells[place : place + rows], cells[place + 1 : place + rows + 1], strict=True)
    return all(after.follows(before) for before, after in pairs)


def _fields(match: re.Match[str], start: int, make: Make) -> tuple[Field[str], Field[dt.date]]:
    place: Field[str] = Field()
    if match["place"]:
        words = " ".join(match["place"].split()).strip(" ,.(")
        span = Span(start + match.start("place"), start + match.end("place"))
        place = make(words, span, words)
    days = find_dates(match["date"])
    printed = " ".join(match["date"].split())
    span = Span(start + match.start("date"), start + match.end("date"))
    if days:
        return place, make(days[0].value, span, printed)
    return place, Field(span=span, printed=printed)


def meeting_day(text: str, begin: int, end: int) -> Field[dt.date]:
    """The day that minutes give in their first sentence, when their head has none."""
    for match in _MEETING.finditer(text, begin, end):
        days = find_dates(match["date"])
        if days and days[0].start == 0:
            start = match.start("date")
            span = Span(start, start + days[0].end)
            return unsure(days[0].value, span, span.of(text))
    return Field()
