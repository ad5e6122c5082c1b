"""What was found in a file, field by field of the page: value, how sure, and where.

One list of findings is both what fills the page and what the editor is told, so that the two
cannot differ.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from extraction import Confidence, DocumentDraft, Field, Span
from regulations.models import DocumentType

# Dots that a form prints where somebody writes by hand.
_DOTS = re.compile(r"…|\.{2,}|_{2,}")


class FindingState(StrEnum):
    """How sure a value is."""

    SURE = "sure"
    UNSURE = "unsure"
    MISSING = "missing"
    HANDWRITTEN = "handwritten"
    MISPLACED = "misplaced"  # the section is meant for other documents
    GIVEN = "given"  # stated by the sheet of the office
    CONFIRMED = "confirmed"  # a person looked at it


# What is to be typed, and what a person may find right as it is.
TO_SUPPLY = frozenset({FindingState.MISSING, FindingState.HANDWRITTEN})
CONFIRMABLE = frozenset({FindingState.UNSURE, FindingState.MISPLACED})


@dataclass(frozen=True, slots=True)
class Finding:
    """One field. value: as it is put on the page, "" for none; a date as ISO 8601.

    printed: what stands there. start, end: in the text that was read, None when nothing stands
    there; line (from 1) of that text and page (from 1) of the file, None where unknown.
    why: what is to be said of it beyond its state, a row of warnings (`{code, data}`).
    """

    field: str
    state: FindingState
    value: str = ""
    printed: str = ""
    start: int | None = None
    end: int | None = None
    line: int | None = None
    page: int | None = None
    why: dict[str, Any] | None = None

    def as_row(self) -> dict[str, Any]:
        """As JSON; `Finding.from_row` is the way back."""
        return {**asdict(self), "state": str(self.state)}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Finding:
        """The finding that `as_row` wrote."""
        return cls(**{**row, "state": FindingState(row["state"])})


@dataclass(frozen=True, slots=True)
class _Rule:
    """A field of the page: the longest value it holds, and whether every document has it."""

    longest: int
    is_expected: bool


# In the order of the edit form. Lengths: `regulations.models.OfficialDocument`.
RULES: dict[str, _Rule] = {
    "document_type": _Rule(20, True),
    "number": _Rule(80, True),
    "issued_on": _Rule(10, True),
    "issuer_as_printed": _Rule(255, True),
    "parent_body_as_printed": _Rule(255, False),
    "issue_place": _Rule(80, True),
    "abstract": _Rule(1000, True),
    "signer_capacity": _Rule(20, False),
    "signer_office": _Rule(160, True),
    "signer": _Rule(120, True),
    "effective_on": _Rule(10, False),
}
DATES = frozenset({"issued_on", "effective_on"})


def findings_of(document: DocumentDraft, given: Mapping[str, str] | None = None) -> list[Finding]:
    """The findings of a document that was read; what `given` states (by field name) wins."""
    stated = given or {}
    found = [finding for finding in _read(document) if finding.field not in stated]
    known = {finding.field: finding for finding in _read(document)}
    for field, value in stated.items():
        if field in RULES and value:
            place = known.get(field, Finding(field, FindingState.MISSING))
            found.append(replace(place, state=FindingState.GIVEN, value=value))
    order = list(RULES)
    return sorted(found, key=lambda finding: order.index(finding.field))


def differences(document: DocumentDraft, given: Mapping[str, str]) -> list[Finding]:
    """What was read, of the fields that `given` states otherwise."""
    return [
        finding
        for finding in _read(document)
        if finding.value
        and given.get(finding.field)
        and _plain(finding.value) != _plain(given[finding.field])
    ]


def _plain(value: str) -> str:
    return " ".join(value.split()).casefold()


def _read(document: DocumentDraft) -> Iterator[Finding]:
    for name, found in _fields(document).items():
        rule = RULES[name]
        if not found.is_missing or found.printed or rule.is_expected:
            yield _finding(document, name, rule, found)


def _fields(document: DocumentDraft) -> dict[str, Field[Any]]:
    header, signature = document.header, document.signature
    return {
        "document_type": header.document_type,
        "number": header.number,
        "issued_on": header.issued_on,
        "issuer_as_printed": header.issuer,
        "parent_body_as_printed": header.parent_body,
        "issue_place": header.place,
        "abstract": header.abstract,
        "signer_capacity": signature.capacity,
        "signer_office": signature.office,
        "signer": signature.name,
        "effective_on": document.effective_on,
    }


def _finding(document: DocumentDraft, name: str, rule: _Rule, found: Field[Any]) -> Finding:
    words, state = _value(found.value), _state(document, found)
    if len(words) > rule.longest:
        state = FindingState.UNSURE
    is_empty = state in {FindingState.MISSING, FindingState.HANDWRITTEN}
    value = "" if is_empty else words[: rule.longest].strip()
    place = _place(document, found.span)
    return Finding(name, state, value, found.printed or value, **place)


def _value(value: Any) -> str:
    """As the page's field takes it."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    code = getattr(value, "code", None)
    if code is not None:
        return code if code in DocumentType.values else str(DocumentType.OTHER)
    return " ".join(str(value).split())


def _state(document: DocumentDraft, found: Field[Any]) -> FindingState:
    """Letters that cannot be trusted make no sure value; ink in a gap of a form is no misprint."""
    extracted = document.extracted
    is_doubtful = found.span is not None and any(
        span.start < found.span.end and found.span.start < span.end for span in extracted.doubtful
    )
    if found.confidence is Confidence.MISSING:
        is_ink = is_doubtful or bool(extracted.scanned_pages)
        is_gap = bool(_DOTS.search(found.printed))
        return FindingState.HANDWRITTEN if is_ink and is_gap else FindingState.MISSING
    is_sure = found.confidence is Confidence.SURE and not is_doubtful
    return FindingState.SURE if is_sure else FindingState.UNSURE


def _place(document: DocumentDraft, span: Span | None) -> dict[str, int | None]:
    if span is None:
        return {}
    starts = document.extracted.page_starts
    return {
        "start": span.start,
        "end": span.end,
        "line": document.text.count("\n", 0, span.start) + 1,
        "page": max(bisect_right(starts, span.start), 1) if starts else None,
    }
