"""Other documents that a text cites, as printed: by number, or laws by name and year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from extraction.anchors import provision_anchor
from extraction.fields import Confidence, Span
from extraction.header import Header, parse_header
from extraction.laws import LawMatch, find_laws, law_key
from extraction.outline import Outline, parse_outline
from extraction.stated_issuer import stated_issuer
from vietnamese import (
    DocumentType,
    NumberFamily,
    NumberMatch,
    compact_number,
    document_type_named,
    document_types,
    find_dates,
    find_printed_numbers,
)

_REACH = 200
_STATUTES = {"law", "code", "ordinance"}
_KIND = r"(?:Bộ\s+luật|Luật|Pháp\s+lệnh)"
_LAW_BEFORE = re.compile(
    rf"(?P<name>(?:{_KIND}\s+[Ss]ửa\s+đổi[^;.:“”\"]{{3,100}}?\scủa\s+)?"
    rf"{_KIND}\s+(?!số\b|này\b)(?:(?!{_KIND}\s)[^;.:“”\"]){{2,120}}?)\s+số\s*:?\s*$"
)
_BETWEEN = re.compile(r"\s*,?\s*\(?(?:(?:được\s+)?(?:ban\s+hành|ký|thông\s+qua)\s+)?")
_PATH = re.compile(
    r"(?:điểm\s+(?P<point>[a-zđ]{1,2})\b[^;.]{0,60}?\s)?"
    r"(?:khoản\s+(?P<clause>\d{1,3}[a-zđ]?)\b[^;.]{0,40}?\s)?"
    r"(?:Điều|điều)\s+(?P<article>\d{1,4}[a-zđ]?)\s*(?:,|của|tại)?\s*$"
)
_BASIS = re.compile(
    r"^[ \t]*(?:[-–+*]\s*)?(?:c[ăâaắầẩ]n\s+c[ứửữừưụ]|thực\s+hiện|xét)\s",
    re.IGNORECASE | re.MULTILINE,
)
_BASIS_END = re.compile(r"[;.:]\s*\n|\n\s*\n|\Z")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that the text cites.

    span: from the word of the type to the end of the number or date, `printed`: its words.
    family, number, symbol, number_key: of the number, None or "" for a law cited by name alone.
    law_name, law_key: "" unless a law is named. document_type: as the word before or the symbol
    says. issuer ("" if not stated) and issued_on: as stated beside it; symbol and stated issuer
    may disagree: both are kept. provision: the words that cite a part ("điểm a khoản 1 Điều 23"),
    provision_anchor: its anchor. is_basis: stands in a paragraph, before the first provision, that
    says on what the citing document rests (căn cứ, thực hiện, xét). confidence: unsure where the
    number is misspelt in the source (18/20202QĐ-UBND).
    """

    span: Span
    printed: str
    document_type: DocumentType | None = None
    family: NumberFamily | None = None
    number: str = ""
    symbol: str = ""
    number_key: str = ""
    law_name: str = ""
    law_key: str = ""
    issuer: str = ""
    issued_on: dt.date | None = None
    provision: str = ""
    provision_anchor: str = ""
    is_basis: bool = False
    confidence: Confidence = Confidence.SURE


def parse_citations(
    text: str, header: Header | None = None, outline: Outline | None = None
) -> list[Citation]:
    """The citations of `text` in order; what it says of itself is none.

    `header` and `outline` of the same text, when at hand, save reading them again.
    """
    header = header or parse_header(text)
    outline = outline or parse_outline(text)
    bases = _basis_spans(text, outline.preamble.end)
    numbers = [
        _by_number(text, number, bases)
        for number in find_printed_numbers(text)
        if not _is_head_number(number, header)
    ]
    numbers = [citation for citation in numbers if not _is_self(citation, header)]
    taken = [citation.span for citation in numbers]
    laws = [
        _by_name(text, law, bases)
        for law in find_laws(text)
        if not any(_overlap(span, Span(law.start, law.end)) for span in taken)
    ]
    return sorted([*numbers, *laws], key=lambda citation: citation.span.start)


def _is_head_number(number: NumberMatch, header: Header) -> bool:
    own = header.number.span
    return own is not None and _overlap(own, Span(number.start, number.end))


def _is_self(citation: Citation, header: Header) -> bool:
    """Whether the document names itself; one of the same number and another day is another."""
    if citation.number_key != header.number_key.value:
        return False
    return citation.issued_on in {None, header.issued_on.value}


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _basis_spans(text: str, end: int) -> list[Span]:
    """Paragraphs before `end` that name what the document rests on."""
    found: list[Span] = []
    for match in _BASIS.finditer(text, 0, end):
        stop = _BASIS_END.search(text, match.end())
        found.append(Span(match.start(), stop.start() if stop else end))
    return found


def _by_number(text: str, number: NumberMatch, bases: list[Span]) -> Citation:
    start, kind, law_name = _type_before(text, number)
    issued_on, issuer = _said_after(text, number.end)
    provision, anchor = _provision_before(text, start)
    kind = kind or number.document_type
    span = Span(start, number.end)
    return Citation(
        span,
        span.of(text),
        kind,
        number.family,
        compact_number(number.printed),
        compact_number(number.symbol),
        number.key,
        law_name,
        law_key(law_name, number.year) if law_name else "",
        issuer,
        issued_on,
        provision,
        anchor,
        _is_within(number.start, bases),
        Confidence.UNSURE if number.is_misspelt else Confidence.SURE,
    )


def _by_name(text: str, law: LawMatch, bases: list[Span]) -> Citation:
    days = find_dates(law.when)
    provision, anchor = _provision_before(text, law.start)
    span = Span(law.start, law.end)
    return Citation(
        span,
        span.of(text),
        document_type_named("Hiến pháp" if law.name == "Hiến pháp" else _kind_of(law.name)),
        law_name=law.name,
        law_key=law_key(law.name, law.year),
        issued_on=days[0].value if days else None,
        provision=provision,
        provision_anchor=anchor,
        is_basis=_is_within(law.start, bases),
    )


def _is_within(place: int, spans: list[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _kind_of(law_name: str) -> str:
    words = law_name.split()
    return words[0] if words[0] == "Luật" else " ".join(words[:2])


@cache
def _type_word() -> re.Pattern[str]:
    names = sorted((kind.name for kind in document_types()), key=len, reverse=True)
    spaced = "|".join(name.replace(" ", r"\s+") for name in names)
    return re.compile(rf"\b(?P<type>{spaced})(?:\s+số)?\s*:?\s*$", re.IGNORECASE)


def _type_before(text: str, number: NumberMatch) -> tuple[int, DocumentType | None, str]:
    """Where the citation begins, the type that its words say, and the law's name if any."""
    first = max(0, number.start - _REACH)
    before = text[first : number.start]
    direct = _type_word().search(before[-40:])
    if direct:
        start = number.start - len(before[-40:]) + direct.start("type")
        return start, document_type_named(" ".join(direct["type"].split())), ""
    is_statute = number.document_type and number.document_type.code in _STATUTES
    law = _LAW_BEFORE.search(before) if is_statute else None
    if law is None:
        return number.start, None, ""
    name = " ".join(law["name"].split())
    return first + law.start(), document_type_named(_kind_of(name)), name


def _said_after(text: str, place: int) -> tuple[dt.date | None, str]:
    """Date and issuer as stated after the number, in either order."""
    issued_on, place = _date_at(text, place)
    issuer, place = stated_issuer(text, place, is_after_date=issued_on is not None)
    if issued_on is None and issuer:
        issued_on, place = _date_at(text, place)
    return issued_on, issuer


def _date_at(text: str, place: int) -> tuple[dt.date | None, int]:
    between = _BETWEEN.match(text, place)
    start = between.end() if between else place
    days = find_dates(text[start : start + 50])
    if days and days[0].start == 0:
        return days[0].value, start + days[0].end
    return None, place


def _provision_before(text: str, start: int) -> tuple[str, str]:
    """The cited part ("điểm a khoản 1 Điều 23") that ends right before `start`; its anchor."""
    first = max(0, start - 120)
    match = _PATH.search(text, first, start)
    if match is None:
        return "", ""
    printed = " ".join(match[0].split()).removesuffix(",").removesuffix("của").removesuffix("tại")
    anchor = provision_anchor(match["article"], match["clause"] or "", match["point"] or "")
    return printed.strip(), anchor
