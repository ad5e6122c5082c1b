"""How far a reading can be trusted: ink and stamps hide letters, a scan may misread them.

Digits that cannot be trusted are none: the number or day has no value, only what stands there
(`printed`). Other fields in such a place, and those read from a scanned page, are unsure, unless
a second, independent sign says the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TypeVar

from extraction.extracted import Extracted
from extraction.fields import Confidence, Field, Span
from extraction.header import Header
from extraction.respelling import Spellings, respelled_office
from extraction.signature import Signature
from vietnamese import type_of_symbol

T = TypeVar("T")
_DIGITS = re.compile(r"\d+")


def tempered_header(header: Header, extracted: Extracted) -> Header:
    """`header` with the doubts of `extracted` in it."""
    if not (extracted.doubtful or extracted.scanned_pages):
        return header
    number = _without_doubtful(header.number, extracted)
    key: Field[str] = header.number_key if number is header.number else Field()
    kind = header.document_type
    is_confirmed = _is_confirmed(header)
    spellings = Spellings(extracted.text) if extracted.scanned_pages else None
    return replace(
        header,
        issuer=_respelled(header.issuer, spellings, extracted),
        parent_body=_respelled(header.parent_body, spellings, extracted),
        number=_at_most_unsure(number, extracted),
        number_key=_at_most_unsure(key, extracted),
        symbol=_at_most_unsure(header.symbol, extracted),
        place=_at_most_unsure(header.place, extracted),
        issued_on=_at_most_unsure(_without_doubtful(header.issued_on, extracted), extracted),
        document_type=kind if is_confirmed else _at_most_unsure(kind, extracted),
        abstract=_respelled(header.abstract, spellings, extracted),
        urgency=_at_most_unsure(header.urgency, extracted),
        secrecy=_at_most_unsure(header.secrecy, extracted),
    )


def tempered_signature(signature: Signature, extracted: Extracted) -> Signature:
    """`signature` with the doubts of `extracted` in it."""
    if not (extracted.doubtful or extracted.scanned_pages):
        return signature
    office = _at_most_unsure(signature.office, extracted)
    if office.value and extracted.scanned_pages and office.confidence is not Confidence.SURE:
        office = replace(office, value=respelled_office(office.value))
    return replace(
        signature,
        name=_at_most_unsure(signature.name, extracted),
        office=office,
        capacity=_at_most_unsure(signature.capacity, extracted),
        others=tuple(tempered_signature(one, extracted) for one in signature.others),
    )


def _respelled(found: Field[str], spellings: Spellings | None, extracted: Extracted) -> Field[str]:
    """Words that may be misread, as the text spells them elsewhere; `printed` keeps the reading."""
    found = _at_most_unsure(found, extracted)
    if found.value is None or spellings is None or found.confidence is Confidence.SURE:
        return found
    return replace(found, value=spellings.respelled(found.value))


def _is_confirmed(header: Header) -> bool:
    """Whether the word of the type and the symbol, read apart, say the same."""
    kind, symbol = header.document_type.value, header.symbol.value
    said = type_of_symbol(symbol) if symbol else None
    return kind is not None and said is not None and said.name == kind.name


def _without_doubtful(found: Field[T], extracted: Extracted) -> Field[T]:
    """Without its value when a digit of it cannot be trusted; what stands there stays."""
    if found.value is None or not found.span or not _has_doubtful_digit(found.span, extracted):
        return found
    return Field(span=found.span, printed=found.printed or str(found.value))


def _has_doubtful_digit(span: Span, extracted: Extracted) -> bool:
    return any(
        _overlaps(Span(match.start(), match.end()), extracted)
        for match in _DIGITS.finditer(extracted.text, span.start, span.end)
    )


def _at_most_unsure(found: Field[T], extracted: Extracted) -> Field[T]:
    is_sure = found.confidence is Confidence.SURE
    if not (is_sure and found.span and _is_doubted(found.span, extracted)):
        return found
    return replace(found, confidence=Confidence.UNSURE)


def _is_doubted(span: Span, extracted: Extracted) -> bool:
    return _overlaps(span, extracted) or _is_scanned(span, extracted)


def _overlaps(span: Span, extracted: Extracted) -> bool:
    return any(one.start < span.end and span.start < one.end for one in extracted.doubtful)


def _is_scanned(span: Span, extracted: Extracted) -> bool:
    if not extracted.scanned_pages:
        return False
    page = bisect_right(extracted.page_starts, span.start) if extracted.page_starts else 1
    return page in extracted.scanned_pages
