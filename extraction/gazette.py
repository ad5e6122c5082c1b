"""Titles that say everything in one sentence, as the Official Gazette used to print them.

"QUYẾT ĐỊNH của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày 25 tháng 6 năm 2004 về việc ..."
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extraction.bodies import opens_authority, opens_body_name
from extraction.fields import Span
from extraction.lines import Line
from vietnamese import (
    DocumentType,
    NumberMatch,
    document_type_named,
    document_types,
    find_dates,
    find_printed_numbers,
)

_NUMBER_WORD = re.compile(r"\s*,?\s*\bsố\s*:?\s*(?=\d)", re.IGNORECASE)
_NO_ISSUER = re.compile(r"\b(?:về|căn\s+cứ|ban\s+hành|theo|tại)\b", re.IGNORECASE)
_LONGEST_ISSUER = 120
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class GazetteTitle:
    """The parts of such a sentence; rest: where the abstract begins in the text."""

    document_type: DocumentType
    type_span: Span
    issuer: Span
    number: NumberMatch
    issued_on: dt.date
    date: Span
    rest: int


@cache
def _opening() -> re.Pattern[str]:
    names = sorted((kind.name for kind in document_types()), key=len, reverse=True)
    types = "|".join(name.replace(" ", r"\s+") for name in names)
    return re.compile(rf"(?P<type>{types})\s+của\s+(?P<issuer>\S)", re.IGNORECASE)


def find_gazette_title(text: str, head: Sequence[Line]) -> GazetteTitle | None:
    """The sentence that opens in a line of the head, None when there is none."""
    for line in head:
        match = _opening().match(text, line.start)
        if match and (found := _read(text, match)):
            return found
    return None


def _read(text: str, match: re.Match[str]) -> GazetteTitle | None:
    start = match.start("issuer")
    piece = text[start : start + _LONGEST_ISSUER]
    word = _NUMBER_WORD.search(piece)
    kind = document_type_named(match["type"])
    if word is None or kind is None:
        return None
    issuer = Span(start, start + word.start())
    if _NO_ISSUER.search(issuer.of(text)) or len(issuer.of(text).split()) > _MOST_WORDS:
        return None
    if not (opens_body_name(issuer.of(text)) or opens_authority(issuer.of(text))):
        return None
    place = start + word.end()
    numbers = find_printed_numbers(f"số {text[place : place + 60]}")
    if not numbers or numbers[0].start > 3 or numbers[0].document_type not in {None, kind}:
        return None  # a title that cites another document
    after = place + numbers[0].end - 3
    gap = re.match(r"[\s,]*", text[after:])
    begin = after + (gap.end() if gap else 0)
    days = find_dates(text[begin : begin + 50])
    if not days or days[0].start:
        return None
    date = Span(begin, begin + days[0].end)
    number = numbers[0].moved(place - 3)
    type_span = Span(match.start("type"), match.end("type"))
    return GazetteTitle(kind, type_span, issuer, number, days[0].value, date, date.end)
