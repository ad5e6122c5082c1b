"""From the live text of a document to its rows: provisions, citations, record.

`derive` is pure and serves previews; `rebuild` writes the rows in the transaction of the
publication that calls it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction

from extraction import Citation as Found
from extraction import DocumentDraft, Node, law_key, read_document, read_text
from extraction.lines import lines_of
from extraction.zones import zones_of
from regulations.listed import list_facts
from regulations.models import Citation, DocumentRecord, Provision
from regulations.problems import as_row
from regulations.relation_spans import refresh
from regulations.resolve import context_of_page, resolve
from regulations.ties import lose_target, remove_ties, resolve_waiting, write_ties
from regulations.wanted import want

BATCH = 500


@dataclass(slots=True)
class Derived:
    """Unsaved rows of one document, in reading order; `problems` as JSON rows."""

    provisions: list[Provision] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Block:
    """A table or figure: its id, and where it stands in the joined words."""

    place: int
    id: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """`text[start:end]` of a block became the text (or heading) of a provision."""

    start: int
    end: int
    provision: Provision
    in_heading: bool


def derive(page: Any) -> Derived:
    """The rows of `page`, an official document, from the body it holds; nothing is written.

    The words on both sides of a table are one text: its numbering goes on below the table.
    """
    derived = Derived()
    text, blocks = _joined(page.body)
    if text:
        _add_text(page, text, blocks, derived)
    _add_blocks(page, derived, blocks)
    resolve(derived.citations, page)
    return derived


def _joined(body: Any) -> tuple[str, deque[_Block]]:
    """The words of all blocks of text, and where between them the other blocks stand."""
    words: list[str] = []
    blocks: deque[_Block] = deque()
    length = 0
    for block in body:
        if block.block_type == "legal_text":
            words.append(read_text(str(block.value)).text + "\n")
            length += len(words[-1])
        else:
            blocks.append(_Block(length, str(block.id or "")))
    return "".join(words).removesuffix("\n"), blocks


def _add_blocks(
    page: Any, derived: Derived, blocks: deque[_Block], before: int | None = None
) -> None:
    """A row for each block that stands before this place, or for all that are left."""
    while blocks and (before is None or blocks[0].place <= before):
        _add(derived, page, kind=Provision.Kind.BLOCK, block_id=blocks.popleft().id)


def _add(derived: Derived, page: Any, **fields: Any) -> Provision:
    provision = Provision(page_id=page.pk, position=len(derived.provisions), **fields)
    derived.provisions.append(provision)
    return provision


def _add_text(page: Any, text: str, blocks: deque[_Block], derived: Derived) -> None:
    document = read_document(text)
    pieces = list(_pieces(page, document, derived, blocks))
    starts = [piece.start for piece in pieces]
    for found in document.citations:
        place = bisect_right(starts, found.span.start) - 1
        derived.citations.append(_citation(page, found, pieces[place] if place >= 0 else None))
    derived.problems += [as_row(problem) for problem in document.problems]


def _pieces(
    page: Any, document: DocumentDraft, derived: Derived, blocks: deque[_Block]
) -> Iterator[_Piece]:
    """The text in reading order, nothing left out: head, preamble, provisions, foot."""
    text, outline = document.text, document.outline
    head_end = _head_end(document)
    plain = partial(_plain, page, derived, blocks, text)
    yield from plain(0, head_end, Provision.Kind.HEADER)
    yield from plain(head_end, outline.preamble.end, Provision.Kind.TEXT)
    foot = outline.foot
    for node in outline.walk():
        if foot is not None and node.span.start >= foot.end:
            yield from plain(foot.start, foot.end, Provision.Kind.FOOT)
            foot = None
        yield from _node(page, derived, blocks, text, node)
    if foot is not None:
        yield from plain(foot.start, foot.end, Provision.Kind.FOOT)


def _head_end(document: DocumentDraft) -> int:
    """Where the printed head ends: the official layout shows it from fields instead."""
    head = document.header
    fields = (head.issuer, head.number, head.place, head.issued_on, head.document_type)
    ends = [field.span.end for field in (*fields, head.abstract) if field.span is not None]
    # A field may be read from the body ("trường X ban hành Kế hoạch ..."): that is no head.
    lines = lines_of(document.text)
    body = zones_of(lines).body
    limit = document.outline.preamble.end
    limit = min(limit, lines[body].start) if body < len(lines) else limit
    return max((end for end in ends if end <= limit), default=0)


def _plain(
    page: Any,
    derived: Derived,
    blocks: deque[_Block],
    text: str,
    start: int,
    end: int,
    kind: str,
    depth: int = 0,
) -> Iterator[_Piece]:
    """The words from `start` to `end`, with the blocks that stand before and among them."""
    for first, last in _stretches(page, derived, blocks, start, end):
        stripped = text[first:last].strip()
        if stripped:
            first += text[first:last].index(stripped[0])
            row = _add(derived, page, kind=kind, text=stripped, depth=depth)
            yield _Piece(first, first + len(stripped), row, in_heading=False)


def _stretches(
    page: Any, derived: Derived, blocks: deque[_Block], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The stretches of words between blocks; a block gets its row when its turn comes."""
    _add_blocks(page, derived, blocks, start)
    while blocks and blocks[0].place < end:
        place = blocks[0].place
        yield start, place
        _add_blocks(page, derived, blocks, place)
        start = place
    if start < end:
        yield start, end


def _node(
    page: Any, derived: Derived, blocks: deque[_Block], text: str, node: Node
) -> Iterator[_Piece]:
    heading, own = node.heading_span, node.text_span
    _add_blocks(page, derived, blocks, node.span.start)
    # What stands below a table inside the provision is a text of its own.
    end = max(own.start, min(own.end, blocks[0].place if blocks else own.end)) if own else 0
    words = text[own.start : end].rstrip() if own else ""
    provision = _add(
        derived,
        page,
        kind=node.kind.value,
        depth=node.depth,
        anchor=node.anchor[:120],
        label=node.label[:40],
        # A line break becomes a blank, so that offsets of citations stay right.
        heading=text[heading.start : heading.end].replace("\n", " ") if heading else "",
        text=words,
    )
    if heading:
        yield _Piece(heading.start, heading.end, provision, in_heading=True)
    if own:
        yield _Piece(own.start, own.start + len(words), provision, in_heading=False)
        kind = Provision.Kind.TEXT
        yield from _plain(page, derived, blocks, text, end, own.end, kind, node.depth)


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
        want(derived.citations)
        Citation.objects.bulk_create(derived.citations, batch_size=BATCH)
        write_ties(page, derived.citations)
        resolve_waiting(_record(page, derived))
        refresh(page.pk)


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
            "starts_on": page.in_force_from,
            "acknowledge_by": page.acknowledge_by,
            "parent_body_as_printed": page.parent_body_as_printed,
            "context": context_of_page(page),
            "lacks": _lacks(page),
            "problems": derived.problems,
            **list_facts(page),
        },
    )
    return record


def _lacks(page: Any) -> str:
    facts = {"number": page.number, "date": page.issued_on, "signer": page.signer}
    return " ".join(name for name, value in facts.items() if not value)


def _law_key(page: Any) -> str:
    """Laws are cited by name and year; other documents are not."""
    named = page.document_type in {"law", "code", "ordinance", "constitution"}
    return law_key(page.title, page.issued_on.year)[:160] if named and page.issued_on else ""


def forget(page_id: int) -> None:
    """Remove the rows of a page that is no longer published. Citations of it wait again."""
    with transaction.atomic():
        remove_ties(page_id)
        Citation.objects.filter(page=page_id).delete()
        Provision.objects.filter(page=page_id).delete()
        lose_target(page_id)
        DocumentRecord.objects.filter(page=page_id).delete()
        refresh(page_id)
