"""The head of a document: who issued what, where and when.

Layout: Decree 30/2020/NĐ-CP, annex I (administrative); the same places serve normative texts and
the Party's papers. Each part of the head is read by a module of its own; here they are joined.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.columns import cells_in_order
from extraction.fields import MISSING, Field, Span, sure, unsure
from extraction.gazette import GazetteTitle, find_gazette_title
from extraction.issuers import Issuers, find_issuers
from extraction.lines import Line, lines_of
from extraction.mottos import motto_cells
from extraction.own_number import OwnNumber, find_own_number
from extraction.place_date import find_place_and_date, meeting_day
from extraction.self_named import self_named_issuer
from extraction.stamps import without_stamps
from extraction.title import Title, abstract_from, find_title
from extraction.urgency import find_secrecy, find_urgency
from extraction.zones import Zones, zones_of
from vietnamese import DocumentType, compact_number, document_type_named, find_dates

_LONGEST = 60
# So much of a text is its opening.
_OPENING = 4000
# A consolidated text carries the title of the text that was amended.
_CONSOLIDATED = "VBHN"
_ADOPTED = re.compile(
    r"(?P<type>Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được "
    r"(?P<issuer>Quốc hội|Ủy ban [Tt]hường vụ Quốc hội).{0,160}?thông qua (?P<date>ngày[^.]{5,40})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What identifies a document, each with source and confidence.

    issuer, parent_body, place, abstract, urgency, secrecy: as printed, on one line. number: as
    printed, without blanks; number_key: see `vietnamese.fold_number`; symbol: the number without
    its digits.
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
    secrecy: Field[str] = MISSING


def parse_header(text: str) -> Header:
    """The header of `text` as `read_text` gives it; what is not printed there is missing."""
    lines = lines_of(text)
    return header_in(text, lines, zones_of(lines))


def header_in(text: str, lines: Sequence[Line], zones: Zones) -> Header:
    """The same, for lines whose zones are known."""
    head = lines[zones.head : min(zones.body, zones.head + _LONGEST)]
    following = lines[zones.body : zones.body + 1]
    cells = without_stamps(cells_in_order(text, head))
    gazette = find_gazette_title(text, cells)
    title = _gazette_title(cells, gazette, following) or find_title(cells, following)
    top = _above(cells, title)
    header = _from_top(text, top, title)
    if gazette:
        header = _from_gazette(text, header, gazette)
    return _completed(text, header, zones, lines)


def _above(cells: Sequence[Line], title: Title | None) -> list[Line]:
    """The cells above the title; all of them where a dispatch has none."""
    if title is None or title.is_dispatch:
        return list(cells)
    return [cell for cell in cells if cell.end <= title.span.start]


def _from_top(text: str, top: list[Line], title: Title | None) -> Header:
    mottos = motto_cells(top)
    number = find_own_number(text, top)
    is_clear = number.match is not None or bool(mottos)
    plain = [
        cell
        for place, cell in enumerate(top)
        if place not in mottos and not cell.is_capitals and place != number.label
    ]
    place, day = find_place_and_date(text, plain, sure if is_clear else unsure)
    issuers = _issuers(top, mottos, number)
    return Header(
        issuer=issuers.issuer if issuers else MISSING,
        parent_body=issuers.parent if issuers else MISSING,
        number=number.number,
        number_key=number.key,
        symbol=number.symbol,
        place=place,
        issued_on=day,
        document_type=_document_type(title, number),
        abstract=title.abstract if title else Field(),
        urgency=find_urgency(top),
        secrecy=find_secrecy(top),
    )


def _issuers(top: Sequence[Line], mottos: set[int], number: OwnNumber) -> Issuers | None:
    """Bodies stand above the number; where the number comes first, anywhere above the title."""
    is_clear = bool(mottos) and number.label is not None
    cells = [cell for place, cell in enumerate(top) if place not in mottos]
    if number.label is not None:
        above = [cell for place, cell in enumerate(top[: number.label]) if place not in mottos]
        found = find_issuers(above, number.match, is_clear=is_clear)
        if found:
            return found
    return find_issuers(cells, number.match, is_clear=is_clear)


def _document_type(title: Title | None, number: OwnNumber) -> Field[DocumentType]:
    said = number.match.document_type if number.match else None
    words = number.symbol.value or ""
    if said and said.abbreviation == _CONSOLIDATED:
        return Field(said, number.symbol.confidence, number.symbol.span, words)
    if title and title.document_type:
        agrees = said is None or title.is_dispatch or said.abbreviation == title.abbreviation
        is_sure = title.printed and agrees and (said or not title.is_plain)
        return (sure if is_sure else unsure)(title.document_type, title.span, title.printed)
    return unsure(said, number.symbol.span, words) if said else Field()


def _gazette_title(
    cells: Sequence[Line], gazette: GazetteTitle | None, following: Sequence[Line]
) -> Title | None:
    if gazette is None:
        return None
    abstract = abstract_from(cells, gazette.rest, following)
    words = gazette.type_span
    return Title(gazette.document_type, "", words, abstract)


def _from_gazette(text: str, header: Header, gazette: GazetteTitle) -> Header:
    """What the sentence says, where the head does not say it."""
    number = gazette.number
    said = number.document_type
    agrees = said is not None and said.name == gazette.document_type.name
    make = sure if agrees else unsure
    printed = gazette.type_span.of(text)
    kind = make(gazette.document_type, gazette.type_span, printed)
    if header.number.is_missing:
        span = Span(number.start, number.end)
        header = replace(
            header,
            number=make(compact_number(number.printed), span, number.printed),
            number_key=make(number.key, span, number.printed),
            symbol=make(compact_number(number.symbol), span, number.printed),
        )
    if header.issued_on.is_missing:
        day = make(gazette.issued_on, gazette.date, gazette.date.of(text))
        header = replace(header, issued_on=day)
    if header.issuer.is_missing:
        words = gazette.issuer.of(text)
        header = replace(header, issuer=unsure(words, gazette.issuer, words))
    return replace(header, document_type=kind)


def _completed(text: str, header: Header, zones: Zones, lines: Sequence[Line]) -> Header:
    """What stands elsewhere: a law says itself when it was passed, minutes when they met."""
    adopted = _ADOPTED.search(text)
    if adopted:
        header = _adopted(header, adopted)
    kind = header.document_type.value
    is_dateless = header.issued_on.is_missing and not header.issued_on.printed
    if is_dateless and kind and kind.code == "minutes" and lines:
        begin = lines[zones.head].start
        header = replace(header, issued_on=meeting_day(text, begin, begin + _OPENING))
    if header.issuer.is_missing and header.number.is_missing:
        header = replace(header, issuer=self_named_issuer(text, kind, _OPENING))
    return header


def _adopted(header: Header, adopted: re.Match[str]) -> Header:
    """Laws are dated by the day the National Assembly passed them."""
    if header.issued_on.is_missing and (days := find_dates(adopted["date"])):
        span = Span(adopted.start("date"), adopted.end("date"))
        header = replace(header, issued_on=sure(days[0].value, span, adopted["date"]))
    if header.issuer.is_missing:
        span = Span(adopted.start("issuer"), adopted.end("issuer"))
        header = replace(header, issuer=unsure(adopted["issuer"], span, adopted["issuer"]))
    named = document_type_named(adopted["type"])
    if header.document_type.is_missing and named:
        span = Span(adopted.start("type"), adopted.end("type"))
        header = replace(header, document_type=unsure(named, span, adopted["type"]))
    return header
