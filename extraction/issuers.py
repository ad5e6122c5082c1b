"""Who issued a document, and the body above: the left column of its head.

Decree 30/2020/NĐ-CP, annex I, part II, 2: the parent body stands above, both in capitals. The
Party's papers have the same order (Guideline 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.bodies import (
    is_half_opening,
    is_officer,
    opens_body_name,
    opens_person_body,
    symbol_fits,
    waits_for_name,
)
from extraction.fields import Field, Span, sure, unsure
from extraction.lines import Line
from extraction.urgency import is_mark
from vietnamese import NumberMatch, find_printed_numbers

_NO_NAME = re.compile(
    r"[:@]|\d{3}|kính\s+gửi|https?|www\.|^mẫu\b|^v/v\b|^\(|^ngày\b", re.IGNORECASE
)
_OPEN_END = re.compile(r"(?:\b(?:VÀ|CỦA|THUỘC|VỚI|ỦY|UỶ|-)|[-–,&])$", re.IGNORECASE)
_SIGNS = " *-–—_=~"
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Issuers:
    """Issuer and parent body; joint issuers are one name, joined by a hyphen."""

    issuer: Field[str]
    parent: Field[str]


def find_issuers(
    cells: Sequence[Line], number: NumberMatch | None, *, is_clear: bool
) -> Issuers | None:
    """The bodies among `cells`: those above the title, mottos and stamps out.

    is_clear: the head has a motto and a whole number, so that what stands in its place is sure.
    None when no body is named.
    """
    names = _names([cell for cell in cells if cell.is_capitals])
    is_lost = not names
    if is_lost:  # a font that carried the capitals, or a text typed without them
        names = _names([cell for cell in cells if len(cell.text.split()) <= _LONGEST])
    if not names:
        return None
    make = sure if is_clear and not is_lost else unsure
    fields = []
    for name in names[-2:] if len(names) < 4 else names[:2]:
        words = _joined(name)
        is_whole = len(words.split()) > 1 and not waits_for_name(words)
        fields.append((make if is_whole else unsure)(words, _span(name), words))
    if len(fields) == 1:
        return Issuers(fields[0], Field())
    if is_officer(fields[1].value or ""):
        return Issuers(_officer(fields[0], fields[1]), Field())
    if _is_joint(fields[0], fields[1], number):
        return Issuers(_joint(fields[0], fields[1]), Field())
    return Issuers(fields[1], fields[0])


def _names(cells: Sequence[Line]) -> list[list[Line]]:
    """The lines of each name: what opens no name of its own goes on with the one before."""
    names: list[list[Line]] = []
    for cell in cells:
        words = _bare(cell)
        if not words or cell.is_rule or is_mark(cell) or _NO_NAME.search(words):
            continue
        if len(words.split()) > _LONGEST * 2 or find_printed_numbers(words):
            continue
        opens = opens_body_name(words) or opens_person_body(words) or is_officer(words)
        if names and (not opens or _is_open(names[-1])):
            names[-1].append(cell)
        elif opens or is_half_opening(words):
            names.append([cell])
    return [name for name in names if not is_half_opening(_joined(name))]


def _is_open(name: Sequence[Line]) -> bool:
    words = _joined(name)
    return (
        is_half_opening(words)
        or waits_for_name(words)
        or is_officer(words)
        or _OPEN_END.search(name[-1].text.strip()) is not None
    )


def _bare(cell: Line) -> str:
    return " ".join(cell.text.split()).strip(_SIGNS)


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines).strip(_SIGNS)


def _span(name: Sequence[Line]) -> Span:
    return Span(min(line.start for line in name), max(line.end for line in name))


def _is_joint(one: Field[str], other: Field[str], number: NumberMatch | None) -> bool:
    """Whether the symbol names both bodies, as joint papers do: 12/HDLT-SGDĐT-LĐLĐ."""
    parts = re.split(r"[-/]", number.issuer_symbol) if number else []
    if len(parts) < 2 or not one.value or not other.value:
        return False
    first = [symbol_fits(part, one.value) for part in parts]
    second = [symbol_fits(part, other.value) for part in parts]
    return any(
        first[i] and second[j] and not (first[j] or second[i])
        for i in range(len(parts))
        for j in range(len(parts))
        if i != j
    )


def _officer(body: Field[str], officer: Field[str]) -> Field[str]:
    """The head of a body who issues in his own name: "CHỦ TỊCH" below the name of the body."""
    words = f"{officer.value} {body.value}"
    return Field(words, body.confidence, officer.span, words)


def _joint(one: Field[str], other: Field[str]) -> Field[str]:
    spans = [field.span for field in (one, other) if field.span]
    span = Span(min(place.start for place in spans), max(place.end for place in spans))
    words = f"{one.value} - {other.value}"
    return unsure(words, span, words)
