"""Everything that can be read from a document, in one go."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from extraction.citations import Citation, parse_citations
from extraction.effect import parse_effective_on
from extraction.extracted import Extracted, read_text
from extraction.fields import Field
from extraction.files import read_file
from extraction.header import Header, parse_header
from extraction.oddities import find_problems
from extraction.outline import Outline, parse_outline
from extraction.problem import Problem
from extraction.recipients import Recipient, parse_recipients
from extraction.signature import Signature, parse_signature


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What a clerk would type. All spans count in `extracted.text`."""

    extracted: Extracted
    header: Header
    outline: Outline
    citations: tuple[Citation, ...]
    recipients: tuple[Recipient, ...]
    signature: Signature
    effective_on: Field[dt.date]
    problems: tuple[Problem, ...]

    @property
    def text(self) -> str:
        return self.extracted.text

    @property
    def bases(self) -> tuple[Citation, ...]:
        """The citations on which the document rests."""
        return tuple(citation for citation in self.citations if citation.is_basis)


def read_document(source: Path | str) -> DocumentDraft:
    """The draft of a file (a Path) or of a text (a str).

    Raises ReadError or OSError for a file, nothing for a text.
    """
    extracted = read_file(source) if isinstance(source, Path) else read_text(source)
    return draft_of(extracted)


def draft_of(extracted: Extracted) -> DocumentDraft:
    """The draft of a text that was read before."""
    text = extracted.text
    header = parse_header(text)
    outline = parse_outline(text)
    citations = parse_citations(text, header, outline)
    signature = parse_signature(text)
    return DocumentDraft(
        extracted,
        header,
        outline,
        tuple(citations),
        tuple(parse_recipients(text)),
        signature,
        parse_effective_on(text),
        tuple(find_problems(text, header, outline, citations, signature)),
    )
