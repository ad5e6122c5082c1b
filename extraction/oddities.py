"""Finds what is odd in a document. The text stays as it is; a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.bodies import opens_body_name, symbol_fits
from extraction.citations import Citation
from extraction.fields import Span
from extraction.header import Header
from extraction.lines import Line, LineNumbers, lines_of
from extraction.markers import legal_marker, plan_marker
from extraction.outline import Outline
from extraction.problem import Problem, ProblemCode
from extraction.signature import Signature
from vietnamese import NumberFamily, type_of_symbol

_TYPE_PART = re.compile(r"^[^-/]+[-/]\s?")
_ENDS_OPEN = re.compile(r"[^\W\d_]$")


def find_problems(
    text: str,
    header: Header,
    outline: Outline,
    citations: Sequence[Citation],
    signature: Signature,
    furniture: Sequence[Span] = (),
) -> list[Problem]:
    """The oddities of `text`: what is missing first, then the others in the order of the text.

    furniture: lines that the reader of the file took for heads of pages.
    """
    lines = lines_of(text)
    numbers = LineNumbers(text)
    body = [line for line in lines if _in_body(line, outline)]
    found = [
        *outline.problems,
        *_stray_headers(body, outline, furniture),
        *_broken_sentences(body),
        *_quotes(text, numbers),
        *_mismatches(citations, numbers),
    ]
    found.sort(key=lambda problem: problem.line or 0)
    return [*_missing(header, signature, numbers), *_own_mismatch(header, numbers), *found]


def _in_body(line: Line, outline: Outline) -> bool:
    end = outline.foot.start if outline.foot else None
    return line.start >= outline.preamble.end and (end is None or line.start < end)


def _missing(header: Header, signature: Signature, numbers: LineNumbers) -> Iterator[Problem]:
    fields = (
        (ProblemCode.MISSING_NUMBER, header.number),
        (ProblemCode.MISSING_DATE, header.issued_on),
        (ProblemCode.MISSING_ISSUER, header.issuer),
        (ProblemCode.MISSING_SIGNER, signature.name),
    )
    for code, found in fields:
        if found.is_missing:
            line = numbers.at(found.span.start) if found.span else None
            yield Problem(code, found.span, line, {"printed": found.printed})


def _own_mismatch(header: Header, numbers: LineNumbers) -> Iterator[Problem]:
    """The type in the number is not the type in the title."""
    kind, symbol = header.document_type.value, header.symbol
    if kind is None or symbol.value is None or kind.code == "dispatch":
        return
    said = type_of_symbol(symbol.value)
    if said and symbol.span and said.abbreviation != kind.abbreviation:
        data = {"number": header.number.value or symbol.value, "type": kind.name}
        line = numbers.at(symbol.span.start)
        yield Problem(ProblemCode.TYPE_MISMATCH, symbol.span, line, data)


def _stray_headers(
    body: Sequence[Line], outline: Outline, furniture: Sequence[Span]
) -> Iterator[Problem]:
    """The head of a page that got between the paragraphs: a body's name in capitals."""
    headings = [node.heading_span for node in outline.walk() if node.heading_span]
    for line in body:
        if any(span.start <= line.start and line.end <= span.end for span in furniture):
            yield Problem(ProblemCode.STRAY_HEADER, line.span, line.number, {"line": line.text})
            continue
        if not line.is_capitals or len(line.text.split()) < 3 or _marked(line):
            continue
        is_heading = any(span.start <= line.start < span.end for span in headings)
        if not is_heading and opens_body_name(line.text):
            yield Problem(ProblemCode.STRAY_HEADER, line.span, line.number, {"line": line.text})


def _marked(line: Line) -> bool:
    return bool(legal_marker(line.text) or plan_marker(line.text))


def _broken_sentences(body: Sequence[Line]) -> Iterator[Problem]:
    """A paragraph that stops in mid-sentence, and another that goes on in lower case."""
    for before, line in pairwise(body):
        is_apart = not line.follows(before)
        if not is_apart or _marked(line) or not line.text[0].islower() or line.is_bullet:
            continue
        if _ENDS_OPEN.search(before.text) and not before.is_capitals:
            data = {"before": before.text.split()[-1], "after": line.text.split()[0]}
            span = Span(before.start, line.end)
            yield Problem(ProblemCode.BROKEN_SENTENCE, span, before.number, data)


def _quotes(text: str, numbers: LineNumbers) -> Iterator[Problem]:
    opening, closing = text.count("“"), text.count("”")
    if opening == closing:
        return
    place = _unclosed(text)
    data = {"opening": str(opening), "closing": str(closing)}
    span = Span(place, place + 1) if place is not None else None
    line = numbers.at(place) if place is not None else None
    yield Problem(ProblemCode.UNBALANCED_QUOTES, span, line, data)


def _unclosed(text: str) -> int | None:
    """The first mark that has no partner in its paragraph."""
    open_at: int | None = None
    for match in re.finditer(r"[“”]|\n", text):
        if match[0] == "“":
            if open_at is not None:
                return open_at
            open_at = match.start()
        elif match[0] == "”":
            if open_at is None:
                return match.start()
            open_at = None
        elif open_at is not None and text[match.end() : match.end() + 1] == "\n":
            return open_at
    return open_at


def _mismatches(citations: Sequence[Citation], numbers: LineNumbers) -> Iterator[Problem]:
    """The body in the number is not the body that the citation states."""
    for citation in citations:
        is_checked = citation.family in {NumberFamily.NORMATIVE, NumberFamily.ADMINISTRATIVE}
        symbol = _TYPE_PART.sub("", citation.symbol)
        if not (is_checked and type_of_symbol(citation.symbol) and symbol):
            continue  # the symbols of dispatches name the office that drafted, not the body
        if not opens_body_name(citation.issuer):
            continue
        if not symbol_fits(citation.symbol, citation.issuer):
            data = {"number": citation.number, "issuer": citation.issuer}
            line = numbers.at(citation.span.start)
            yield Problem(ProblemCode.ISSUER_MISMATCH, citation.span, line, data)
