"""The head of a document: who issued what, where and when.

Layout: Decree 30/2020/ND-CP, annex I (administrative); the same places serve normative texts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from extraction.bodies import is_half_opening, opens_body_name
from extraction.fields import MISSING, Field, Span, sure, unsure
from extraction.lines import Line, lines_of
from extraction.title import Title, find_title
from extraction.zones import zones_of
from vietnamese import (
    DocumentType,
    NumberMatch,
    document_type_named,
    find_dates,
    find_printed_numbers,
    fold,
    number_key,
)

T = TypeVar("T")
_LONGEST = 60
_MOTTO = re.compile(
    r"C[ỘO]NG\s+H[ÒO]A\s+X[ÃA]\s+H[ỘO]I\s+CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆE]T\s+NAM|"
    r"CỘNG\s+HOÀ\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|"
    r"Độc\s+lập\s*[-–—]+\s*Tự\s+do\s*[-–—]+\s*Hạnh\s+ph[úu]c|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:^|(?<=\s{3}))[ \t]*"
    r"(?:S[ốỐ]|(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Lệnh)[ \t]+[sS]ố)[ \t]*[:.]?[ \t]*"
    r"(?P<number>\n?[^\n]*(?:(?<=[-/])\n[^\n]*)?)",
    re.MULTILINE,
)
_NUMBER_WORD = re.compile(r"(?:\d{1,6}[a-zA-Z]?)\b")
_SYMBOL = re.compile(r"/\s*(?P<symbol>[A-ZĐ][\w.&]*(?:-[A-ZĐ][\w.&]*)*)")
_PLACE = re.compile(
    r"(?:^|(?<=\s{3})|(?<=\t))[ ]*(?P<place>(?!Ngày)[A-ZĐÀ-Ỹ][^\d\n,;:]{1,40}?),?\s*"
    r"(?P<date>ngày\s*(?P<day>[\d.…_\s]*)[/\-.]?\s*(?:tháng)?\s*(?P<month>[\d.…_\s]*)[/\-.]?\s*"
    r"(?:năm)?\s*(?P<year>\d{4}|[\d.…_]*))",
    re.MULTILINE,
)
_ADOPTED = re.compile(
    r"(?P<type>Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được "
    r"(?P<issuer>Quốc hội|Ủy ban [Tt]hường vụ Quốc hội).{0,160}?thông qua (?P<date>ngày[^.]{5,40})",
    re.DOTALL,
)
_URGENCY = re.compile(r"(?:hoa toc(?: hen gio)?|thuong khan|khan)")
_STAMP = re.compile(r"công văn đến|^đến\b", re.IGNORECASE)


class Make(Protocol):
    """How a field is made: `sure` or `unsure`."""

    def __call__(self, value: T, span: Span, printed: str = "", /) -> Field[T]: ...


@dataclass(frozen=True, slots=True)
class Header:
    """What identifies a document, each with source and confidence.

    issuer, parent_body, place, abstract, urgency: as printed, on one line. number: as printed;
    number_key: see `vietnamese.fold_number`; symbol: the number without its digits.
    """

    issuer: Field[str] = MISSING
    parent_body: Field[str] = MISSING
    number: Field[str] = MISSING
    number_key: Field[str] = MISSING
    symbol: Field[str] = MISSING
    place: Field[str] = MISSING
    issued_on: Field[dt.date] = MISSING
    document_type: Field[DocumentType] = MISSING
    abstract: Field[str] = MISSING
    urgency: Field[str] = MISSING


def parse_header(text: str) -> Header:
    """The header of `text` as `read_text` gives it; what is not printed there is missing."""
    lines = lines_of(text)
    zones = zones_of(lines)
    head = lines[zones.head : min(zones.body, zones.head + _LONGEST)]
    begin, end = (head[0].start, head[-1].end) if head else (0, 0)
    title = find_title(head, lines[zones.body : zones.body + 1])
    top = title.span.start if title and not title.is_dispatch else end
    number = _number(text, begin, top)
    is_clear = number[3] is not None or _MOTTO.search(text, begin, end) is not None
    place, issued_on = _place_and_date(text, begin, top, sure if is_clear else unsure)
    bodies = _bodies(text, head, title, number[3])
    adopted = _ADOPTED.search(text)
    return Header(
        issuer=bodies[-1] if bodies else _adopter(adopted),
        parent_body=bodies[0] if len(bodies) > 1 else Field(),
        number=number[0],
        number_key=number[1],
        symbol=number[2],
        place=place,
        issued_on=_adoption_day(adopted) if issued_on.is_missing and adopted else issued_on,
        document_type=_document_type(title, number[3], adopted),
        abstract=title.abstract if title else Field(),
        urgency=_urgency(head),
    )


def _number(
    text: str, begin: int, end: int
) -> tuple[Field[str], Field[str], Field[str], NumberMatch | None]:
    """Number, key, symbol and what the number says, from the words after "Số:"."""
    for match in _NUMBER.finditer(text, begin, end):
        if _STAMP.search(text[max(begin, match.start() - 40) : match.start()]):
            continue
        start = match.start("number")
        found = find_printed_numbers("số " + match["number"])
        if found and found[0].start < 12:
            return _printed(found[0], start - 3)
        return _incomplete(match["number"], start)
    found = [
        number
        for number in find_printed_numbers(text[:end])
        if number.start >= begin and _is_alone(text, number)
    ]
    if not found:
        return Field(), Field(), Field(), None
    span = Span(found[0].start, found[0].end)
    fields = (found[0].printed, found[0].key, found[0].symbol)
    one, two, three = (unsure(value, span, found[0].printed) for value in fields)
    return one, two, three, found[0]


def _printed(
    number: NumberMatch, offset: int
) -> tuple[Field[str], Field[str], Field[str], NumberMatch]:
    span = Span(number.start + offset, number.end + offset)
    printed = " ".join(number.printed.split())
    values = (printed, number.key, number.symbol)
    one, two, three = (sure(value, span, number.printed) for value in values)
    return one, two, three, number


def _incomplete(
    words: str, start: int
) -> tuple[Field[str], Field[str], Field[str], NumberMatch | None]:
    """A number without symbol ("Số: 2566") or a symbol that waits for its number."""
    shown = words.split("   ")[0].strip()
    span = Span(start, start + len(words))
    symbol = _SYMBOL.search(shown)
    digits = _NUMBER_WORD.match(shown)
    known = unsure(symbol["symbol"], span, shown) if symbol else MISSING
    if digits:
        value = digits[0] if not symbol else shown
        return unsure(value, span, shown), unsure(number_key(value), span, shown), known, None
    return Field(span=span, printed=shown), Field(), known, None


def _is_alone(text: str, number: NumberMatch) -> bool:
    line_start = text.rfind("\n", 0, number.start) + 1
    line_end = text.find("\n", number.end)
    rest = text[line_start : number.start] + text[number.end : line_end if line_end >= 0 else None]
    return not rest.strip(" \t():.-")


def _place_and_date(
    text: str, begin: int, end: int, make: Make
) -> tuple[Field[str], Field[dt.date]]:
    for match in _PLACE.finditer(text, begin, end):
        if "ngày" in match["place"] or len(match["place"].split()) > 7:
            continue
        span = Span(match.start("place"), match.end("place"))
        words = " ".join(match["place"].split())
        place = make(words, span, words)
        days = find_dates(match["date"])
        printed = " ".join(match["date"].split())
        span = Span(match.start("date"), match.end("date"))
        if days:
            return place, make(days[0].value, span, printed)
        return place, Field(span=span, printed=printed)
    return Field(), Field()


def _adoption_day(adopted: re.Match[str]) -> Field[dt.date]:
    """Laws are dated by the day the National Assembly passed them."""
    days = find_dates(adopted["date"])
    span = Span(adopted.start("date"), adopted.end("date"))
    return sure(days[0].value, span, adopted["date"]) if days else Field()


def _adopter(adopted: re.Match[str] | None) -> Field[str]:
    if adopted is None:
        return Field()
    span = Span(adopted.start("issuer"), adopted.end("issuer"))
    return unsure(adopted["issuer"], span, adopted["issuer"])


def _document_type(
    title: Title | None, number: NumberMatch | None, adopted: re.Match[str] | None
) -> Field[DocumentType]:
    said = number.document_type if number else None
    if title and title.document_type:
        agrees = said is None or title.is_dispatch or said.abbreviation == title.abbreviation
        make = sure if title.printed and agrees else unsure
        return make(title.document_type, title.span, title.printed)
    if said and number:
        return unsure(said, None, number.symbol)
    named = document_type_named(adopted["type"]) if adopted else None
    if adopted and named:
        span = Span(adopted.start("type"), adopted.end("type"))
        return unsure(named, span, adopted["type"])
    return Field()


def _bodies(
    text: str, head: Sequence[Line], title: Title | None, number: NumberMatch | None
) -> list[Field[str]]:
    """The bodies printed in capitals above the title, outermost first."""
    top = [line for line in head if title is None or line.start < title.span.start]
    mottos = [Span(m.start(), m.end()) for m in _MOTTO.finditer(text, 0, top[-1].end if top else 0)]
    names: list[list[Line]] = []
    cells = [cell for line in top for cell in _cells(line) if not _in_any(cell, mottos)]
    for cell in cells:
        if not cell.is_capitals or cell.is_rule or _is_urgency(cell.text):
            continue
        if ":" in cell.text or find_printed_numbers(cell.text):
            continue
        goes_on = names and (is_half_opening(_joined(names[-1])) or not opens_body_name(cell.text))
        if goes_on:
            names[-1].append(cell)
        elif opens_body_name(cell.text) or is_half_opening(cell.text):
            names.append([cell])
    is_clear = bool(mottos) and number is not None
    make = sure if is_clear else unsure
    return [
        make(_joined(name), Span(name[0].start, name[-1].end), _joined(name)) for name in names[:2]
    ]


def _cells(line: Line) -> list[Line]:
    """The parts of a line that wide gaps part: two columns printed side by side."""
    parts: list[Line] = []
    place = 0
    for gap in [*re.finditer(r"\s{3,}|\t", line.text), None]:
        end = gap.start() if gap else len(line.text)
        words = line.text[place:end]
        parts.append(Line(line.number, line.start + place, line.start + end, words))
        place = gap.end() if gap else end
    return parts


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines).strip(" *-–—")


def _in_any(line: Line, spans: Sequence[Span]) -> bool:
    return any(span.start < line.end and line.start < span.end for span in spans)


def _is_urgency(text: str) -> bool:
    return _URGENCY.fullmatch(fold(text)) is not None


def _urgency(head: Sequence[Line]) -> Field[str]:
    for before, line in pairwise([None, *head]):
        if line and line.is_capitals and _is_urgency(line.text) and before is not line:
            return sure(line.text, line.span, line.text)
    return Field()
