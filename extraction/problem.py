"""Oddities of a document: kept in the text, reported to the editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extraction.fields import Span


class ProblemCode(StrEnum):
    """What is odd. The words for users are elsewhere; `data` of the problem fills them in."""

    OUTLINE_GAP = "outline-gap"  # data: label, after, missing
    OUTLINE_REPEAT = "outline-repeat"  # data: label
    STRAY_HEADER = "stray-header"  # data: line
    BROKEN_SENTENCE = "broken-sentence"  # data: before, after
    UNBALANCED_QUOTES = "unbalanced-quotes"  # data: opening, closing
    ISSUER_MISMATCH = "issuer-mismatch"  # data: number, issuer
    TYPE_MISMATCH = "type-mismatch"  # data: number, type
    MISSING_NUMBER = "missing-number"  # data: printed
    MISSING_DATE = "missing-date"  # data: printed
    MISSING_ISSUER = "missing-issuer"
    MISSING_SIGNER = "missing-signer"


@dataclass(frozen=True, slots=True)
class Problem:
    """One oddity: `span` in the text and `line` (from 1), both None for what is not there."""

    code: ProblemCode
    span: Span | None = None
    line: int | None = None
    data: Mapping[str, str] = field(default_factory=dict)
