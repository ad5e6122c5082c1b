"""Ties between documents: written on publication, moved when a cited document comes or goes.

Every act touches only the rows of the documents concerned, in few statements whatever their
number: a law that 100,000 documents wait for is linked without loading one of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q

from regulations.anchors import outer_anchors
from regulations.models import Citation, DocumentRecord, Tie, WantedDocument
from regulations.resolve import is_meant, is_unique
from regulations.wanted import BATCH, key_of, recount, want

UNDATED = dt.date(1, 1, 1)


def write_ties(page: Any, citations: list[Citation]) -> None:
    """Write the ties of `page` anew from its citations, whose `target` and `wanted` are set."""
    before = set(Tie.objects.filter(page=page.pk).values_list("wanted", flat=True))
    Tie.objects.filter(page=page.pk).delete()
    Tie.objects.bulk_create(_ties(page, citations), batch_size=BATCH)
    recount(before | {citation.wanted_id for citation in citations})


def _ties(page: Any, citations: list[Citation]) -> list[Tie]:
    ties: dict[tuple[int | None, int | None, str], Tie] = {}
    for citation in citations:
        if citation.target_id is None and citation.wanted_id is None:
            continue
        for anchor in ["", *outer_anchors(citation.cited_anchor)]:
            key = (citation.target_id, citation.wanted_id, anchor)
            tie = ties.setdefault(
                key,
                Tie(
                    page_id=page.pk,
                    target_id=citation.target_id,
                    wanted_id=citation.wanted_id,
                    anchor=anchor,
                    audience=page.audience,
                    expire_at=page.expire_at,
                    day=page.issued_on or UNDATED,
                ),
            )
            tie.is_basis = tie.is_basis or citation.is_basis
    return list(ties.values())


def remove_ties(page_id: int) -> None:
    """`page_id` is no longer published: it cites nothing."""
    before = set(Tie.objects.filter(page=page_id).values_list("wanted", flat=True))
    Tie.objects.filter(page=page_id).delete()
    recount(before)


def note_tied_readers(page: Any, facts: dict[str, Any]) -> None:
    """`page` was saved with these facts: its ties have them too, and what it waits for counts."""
    mine = Tie.objects.filter(page=page.pk)
    if mine.exclude(**facts).update(**facts):
        recount(list(mine.values_list("wanted", flat=True)))


def resolve_waiting(record: DocumentRecord) -> int:
    """Link all citations that wait for this document, in a moment; returns how many.

    Call it in a transaction.
    """
    mine = Q(pk__in=[])
    if record.number_key:
        mine |= Q(number_key=record.number_key)
    if record.law_key:
        mine |= Q(law_key=record.law_key, number_key="")
    linked, touched = 0, []
    for wanted in WantedDocument.objects.filter(mine):
        touched.append(wanted.pk)
        others = _others(wanted, record)
        if _is_plain(wanted):
            if is_meant(wanted, record, "") and not any(is_meant(wanted, r, "") for r in others):
                linked += _link(wanted, record, None)
            continue
        for pages in _pages_that_mean(wanted, record, others):
            linked += _link(wanted, record, pages)
    recount(touched)
    return linked


def _is_plain(wanted: WantedDocument) -> bool:
    """Whether it is the same document whoever cites it."""
    return not wanted.number_key or is_unique(wanted.number_key)


def _others(wanted: WantedDocument, record: DocumentRecord) -> list[DocumentRecord]:
    same = Q(number_key=wanted.number_key) if wanted.number_key else Q(law_key=wanted.law_key)
    found = DocumentRecord.objects.filter(same).exclude(pk=record.pk)
    return list(found.select_related("issuer"))


def _pages_that_mean(
    wanted: WantedDocument, record: DocumentRecord, others: list[DocumentRecord]
) -> Iterator[list[int]]:
    """The citing pages for which `record` is meant, some hundreds at a time."""
    ties = Tie.objects.filter(wanted=wanted, anchor="").exclude(page=record.page_id)
    contexts = DocumentRecord.objects.filter(page__in=ties.values("page"))
    verdicts: dict[str, bool] = {}
    meant: list[int] = []
    # Read to the end before the first of them is changed.
    for page_id, context in list(contexts.values_list("page_id", "context")):
        if context not in verdicts:
            here = is_meant(wanted, record, context)
            verdicts[context] = here and not any(is_meant(wanted, r, context) for r in others)
        if verdicts[context]:
            meant.append(page_id)
    for first in range(0, len(meant), BATCH):
        yield meant[first : first + BATCH]


def _link(wanted: WantedDocument, record: DocumentRecord, pages: list[int] | None) -> int:
    """Citations and ties of `wanted`, of these pages or all, lead to `record` from now on."""
    citations = Citation.objects.filter(wanted=wanted).exclude(page=record.page_id)
    ties = Tie.objects.filter(wanted=wanted).exclude(page=record.page_id)
    if pages is not None:
        citations, ties = citations.filter(page__in=pages), ties.filter(page__in=pages)
    _join(ties, record.page_id)
    return int(citations.update(target=record.page_id, wanted=None))


def _join(ties: Any, target: int) -> None:
    """Give the ties another target; a page that is tied to it already keeps one tie."""
    same = Tie.objects.filter(page=OuterRef("page"), target=target, anchor=OuterRef("anchor"))
    basis = ties.filter(is_basis=True)
    Tie.objects.filter(
        target=target, page__in=basis.values("page"), anchor="", is_basis=False
    ).update(is_basis=True)
    ties.filter(Exists(same)).delete()
    ties.update(target=target, wanted=None)


def lose_target(page_id: int) -> None:
    """`page_id` is gone: what cites it waits again. Call it in a transaction."""
    lost = Citation.objects.filter(target=page_id)
    fields = ("number", "number_key", "law_key", "issuer_as_printed", "issued_on", "document_type")
    samples: dict[str, list[dict[str, Any]]] = {}
    for row in lost.order_by().values(*fields).distinct():
        sample = Citation(**row, as_printed=row["number"])
        samples.setdefault(key_of(sample), []).append(row)
    for same in samples.values():
        _wait_again(page_id, same)
    Tie.objects.filter(target=page_id).delete()
    lost.update(target=None)


def _wait_again(page_id: int, same: list[dict[str, Any]]) -> None:
    """Citations of these wordings wait for one and the same document."""
    first = Citation.objects.filter(target=page_id, **same[0]).first()
    if first is None:
        return
    first.target_id = None
    want([first])
    if first.wanted_id is None:
        return
    for row in same:
        mine = Citation.objects.filter(target=page_id, **row)
        mine.update(target=None, wanted=first.wanted_id)
    citing = Citation.objects.filter(wanted=first.wanted_id).values("page")
    Tie.objects.filter(target=page_id, page__in=citing).update(target=None, wanted=first.wanted_id)
    recount([first.wanted_id])
