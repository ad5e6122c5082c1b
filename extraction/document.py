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
from extraction.header import Header, header_in
from extraction.lines import lines_of
from extraction.oddities import find_problems
from extraction.outline import Outline, outline_in
from extraction.problem import Problem
from extraction.recipients import Recipient, recipients_in
from extraction.signature import Signature, signature_in
from extraction.trust import tempered_header, tempered_signature
from extraction.zones import zones_of


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
    lines = lines_of(text)
    zones = zones_of(lines)
    header = tempered_header(header_in(text, lines, zones), extracted)
    tables = [table.span for table in extracted.tables]
    outline = outline_in(text, lines, zones, tables)
    citations = parse_citations(text, header, outline)
    signature = tempered_signature(signature_in(text, lines, zones), extracted)
    return DocumentDraft(
        extracted,
        header,
        outline,
        tuple(citations),
        tuple(recipients_in(text, lines, zones)),
        signature,
        parse_effective_on(text),
        tuple(find_problems(text, header, outline, citations, signature, extracted.furniture)),
    )
