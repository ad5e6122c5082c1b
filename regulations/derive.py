"""From the live text of a document to its rows: provisions, citations, record.

`derive` is pure and serves previews; `rebuild` writes the rows in the transaction of the
publication that calls it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from extraction import Citation as Found
from extraction import DocumentDraft, Node, law_key, read_document
from regulations.models import Citation, DocumentRecord, Provision
from regulations.problems import as_row
from regulations.resolve import resolve, resolve_waiting

BATCH = 500


@dataclass(slots=True)
class Derived:
    """Unsaved rows of one document, in reading order; `problems` as JSON rows."""

    provisions: list[Provision] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """`text[start:end]` of a block became the text (or heading) of a provision."""

    start: int
    end: int
    provision: Provision
    in_heading: bool


def derive(page: Any) -> Derived:
    """The rows of `page`, an official document, from the body it holds; nothing is written."""
    derived = Derived()
    for block in page.body:
        if block.block_type == "legal_text":
            _add_text(page, str(block.value), derived)
        else:
            _add(derived, page, kind=Provision.Kind.BLOCK, block_id=str(block.id or ""))
    resolve(derived.citations, page.pk)
    return derived


def _add(derived: Derived, page: Any, **fields: Any) -> Provision:
    provision = Provision(page_id=page.pk, position=len(derived.provisions), **fields)
    derived.provisions.append(provision)
    return provision


def _add_text(page: Any, text: str, derived: Derived) -> None:
    document = read_document(text)
    pieces = list(_pieces(page, document, derived))
    starts = [piece.start for piece in pieces]
    for found in document.citations:
        place = bisect_right(starts, found.span.start) - 1
        derived.citations.append(_citation(page, found, pieces[place] if place >= 0 else None))
    derived.problems += [as_row(problem) for problem in document.problems]


def _pieces(page: Any, document: DocumentDraft, derived: Derived) -> Iterator[_Piece]:
    """The text in reading order, nothing left out: head, preamble, provisions, foot."""
    text, outline = document.text, document.outline
    head_end = _head_end(document)
    yield from _plain(page, derived, text, 0, head_end, Provision.Kind.HEADER)
    yield from _plain(page, derived, text, head_end, outline.preamble.end, Provision.Kind.TEXT)
    foot = outline.foot
    for node in outline.walk():
        if foot is not None and node.span.start >= foot.end:
            yield from _plain(page, derived, text, foot.start, foot.end, Provision.Kind.FOOT)
            foot = None
        yield from _node(page, derived, text, node)
    if foot is not None:
        yield from _plain(page, derived, text, foot.start, foot.end, Provision.Kind.FOOT)


def _head_end(document: DocumentDraft) -> int:
    """Where the printed head ends: the official layout shows it from fields instead."""
    head = document.header
    fields = (head.issuer, head.number, head.place, head.issued_on, head.document_type)
    ends = [field.span.end for field in (*fields, head.abstract) if field.span is not None]
    return max((end for end in ends if end <= document.outline.preamble.end), default=0)


def _plain(
    page: Any, derived: Derived, text: str, start: int, end: int, kind: str
) -> Iterator[_Piece]:
    words = text[start:end]
    stripped = words.strip()
    if stripped:
        start += words.index(stripped[0])
        end = start + len(stripped)
        yield _Piece(start, end, _add(derived, page, kind=kind, text=stripped), in_heading=False)


def _node(page: Any, derived: Derived, text: str, node: Node) -> Iterator[_Piece]:
    heading, own = node.heading_span, node.text_span
    provision = _add(
        derived,
        page,
        kind=node.kind.value,
        depth=node.depth,
        anchor=node.anchor,
        label=node.label,
        # A line break becomes a blank, so that offsets of citations stay right.
        heading=text[heading.start : heading.end].replace("\n", " ") if heading else "",
        text=text[own.start : own.end] if own else "",
    )
    if heading:
        yield _Piece(heading.start, heading.end, provision, in_heading=True)
    if own:
        yield _Piece(own.start, own.end, provision, in_heading=False)


def _citation(page: Any, found: Found, piece: _Piece | None) -> Citation:
    start = end = 0
    if piece is not None:
        start = max(found.span.start - piece.start, 0)
        end = max(min(found.span.end, piece.end) - piece.start, start)
    return Citation(
        page_id=page.pk,
        provision=piece.provision if piece else None,
        start=start,
        end=end,
        in_heading=piece.in_heading if piece else False,
        as_printed=" ".join(found.printed.split())[:500],
        document_type=found.document_type.code if found.document_type else "",
        number=found.number[:80],
        number_key=found.number_key[:80],
        law_key=found.law_key[:160],
        issuer_as_printed=found.issuer[:255],
        issued_on=found.issued_on,
        cited_anchor=found.provision_anchor[:120],
        is_basis=found.is_basis,
    )


def rebuild(page: Any) -> None:
    """Write the rows of `page` anew, and link what waited for it. All or nothing."""
    derived = derive(page)
    with transaction.atomic():
        page.citations.all().delete()
        page.provisions.all().delete()
        Provision.objects.bulk_create(derived.provisions, batch_size=BATCH)
        for citation in derived.citations:
            citation.provision = citation.provision  # the row now has its key
        Citation.objects.bulk_create(derived.citations, batch_size=BATCH)
        resolve_waiting(_record(page, derived))


def _record(page: Any, derived: Derived) -> DocumentRecord:
    record, _created = DocumentRecord.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "document_type": page.document_type,
            "number": page.number,
            "number_key": page.number_key,
            "law_key": _law_key(page),
            "issuer": page.issuer,
            "issuer_as_printed": page.issuer_as_printed,
            "issued_on": page.issued_on,
            "effective_on": page.effective_on,
            "expires_on": page.expires_on,
            "problems": derived.problems,
        },
    )
    return record


def _law_key(page: Any) -> str:
    """Laws are cited by name and year; other documents are not."""
    named = page.document_type in {"law", "code", "ordinance", "constitution"}
    return law_key(page.title, page.issued_on.year)[:160] if named and page.issued_on else ""


def forget(page_id: int) -> None:
    """Remove the rows of a page that is no longer published. Citations of it wait again."""
    with transaction.atomic():
        Citation.objects.filter(page=page_id).delete()
        Provision.objects.filter(page=page_id).delete()
        Citation.objects.filter(target=page_id).update(target=None)
        DocumentRecord.objects.filter(page=page_id).delete()
