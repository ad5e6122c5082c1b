"""Pages are put into a set of tables, and taken out, with all that counts them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from django.db import connections

from search.engine.alike import Written
from search.engine.counting import add, counted_of
from search.engine.matching import engine_of
from search.engine.state import writing_alias
from search.engine.tables import NEXT, Tables
from search.engine.terms import TERMS_VERSION, PassageTerms, deltas, terms_of, title_of
from search.indexing.entries import Entry
from search.indexing.passage import Passage
from search.models import (
    POSITION_BITS,
    AbstractPassage,
    AbstractSearchedPage,
    IndexState,
    ids_at,
)
from search.packed import pack
from search.suggesting.keys import keys_of

BATCH = 500
# Written without the models' own machinery, which costs as much as all terms of a passage; as
# `search.packed` keeps them.
PACKED = ("folded", "body")
PLAIN_COLUMNS = tuple(
    one.column for one in AbstractPassage._meta.local_concrete_fields if one.column not in PACKED
)
SUGGESTION_COLUMNS = ("audience", "key", "passage", "kind")
FIELDS_OF_DIGEST = ("place", "anchor", "label", "file_page", "cited", "body")


@dataclass(slots=True)
class Rows:
    """Rows of pages: what one statement for each table writes or takes away."""

    pages: list[AbstractSearchedPage] = field(default_factory=list)
    passages: list[AbstractPassage] = field(default_factory=list)
    words: list[Written] = field(default_factory=list)
    counted: list[set[str]] = field(default_factory=list)
    suggestions: list[tuple[str, str, int, int]] = field(default_factory=list)

    def up_to(self, slot: int) -> Rows:
        """What is counted of these rows, without those at later slots."""
        kept = [place for place, row in enumerate(self.passages) if row.slot <= slot]
        return Rows(
            passages=[self.passages[place] for place in kept],
            counted=[self.counted[place] for place in kept],
        )

    @property
    def length(self) -> int:
        """The sum of the lengths of the passages."""
        return sum(passage.length for passage in self.passages)


def write(tables: Tables, state: IndexState, entries: Sequence[Entry]) -> None:
    """Put pages in, in place of what is there of them. The caller holds the lock."""
    old = stored(tables, [entry.page_id for entry in entries])
    new = Rows()
    for entry in entries:
        state.slots += 1
        add_rows(new, tables, state.slots, entry)
    _take_out(tables, old)
    _put_in(tables, new)
    _count(tables, state, new, old)


def remove(tables: Tables, state: IndexState, page_ids: Sequence[int]) -> None:
    """Take pages out. The caller holds the lock."""
    old = stored(tables, page_ids)
    _take_out(tables, old)
    _count(tables, state, Rows(), old)


def move_suggestions(tables: Tables, pages: Iterable[AbstractSearchedPage], audience: str) -> None:
    """Suggestions of these pages are for another audience from now on."""
    moved = [page for page in pages if page.audience != audience]
    old = Rows()
    for page in moved:
        keys = keys_of(page, passages_in(tables, page.slot))
        old.suggestions += [(page.audience, *key) for key in keys]
    connection = connections[writing_alias()]
    with connection.cursor() as cursor:
        engine = engine_of(connection.vendor)
        engine.remove_suggestions(cursor, tables.suggestion._meta.db_table, old.suggestions)
    _suggest(tables, [(audience, *row[1:]) for row in old.suggestions])


def add_rows(rows: Rows, tables: Tables, slot: int, entry: Entry) -> None:
    """The rows of `entry` at `slot`; nothing is written."""
    page, own = _unwritten(tables, slot, entry)
    for row in own:
        terms = terms_of(row, page)
        row.folded_label, row.folded = terms.label.joined, terms.body.joined
        row.length = terms.length
        rows.words.append(_written(row, page, terms))
        rows.counted.append(terms.counted)
    page.digest = digest_of(page, own)
    rows.pages.append(page)
    rows.passages += own
    rows.suggestions += [(page.audience, *key) for key in keys_of(page, own)]


def _written(row: AbstractPassage, page: AbstractSearchedPage, terms: PassageTerms) -> Written:
    stretches = (title_of(page.title).words.joined, row.folded_label, row.folded)
    return Written(row.id, terms.counted, terms.others, stretches)


def is_as_stored(tables: Tables, entry: Entry) -> bool:
    """Whether what is indexed of the page is what `entry` says, its facts left out."""
    page, own = _unwritten(tables, 0, entry)
    stored_pages = tables.page.objects.using(writing_alias()).filter(page_id=entry.page_id)
    return bool(stored_pages.filter(digest=digest_of(page, own)).exists())


def _unwritten(
    tables: Tables, slot: int, entry: Entry
) -> tuple[AbstractSearchedPage, list[AbstractPassage]]:
    """The row of the page and those of its passages, without what is made of their words."""
    page = tables.page(slot=slot, passages=len(entry.passages), **entry.facts)
    return page, [_row(tables, page, at, passage) for at, passage in enumerate(entry.passages)]


def _row(
    tables: Tables, page: AbstractSearchedPage, position: int, passage: Passage
) -> AbstractPassage:
    return tables.passage(
        id=page.slot << POSITION_BITS | position,
        page_id=page.page_id,
        position=position,
        place=passage.place,
        anchor=passage.anchor,
        label=passage.label,
        file_page=passage.file_page,
        cited=" ".join(passage.cited_keys),
        body=passage.body,
    )


def digest_of(page: AbstractSearchedPage, passages: Iterable[AbstractPassage]) -> str:
    """A hash of all that is indexed of a page; facts that change without a writing are left out."""
    made = hashlib.blake2b(digest_size=16)
    made.update(repr((page.page_id, page.title, page.number_key, page.terms_version)).encode())
    for passage in passages:
        made.update(repr([getattr(passage, name) for name in FIELDS_OF_DIGEST]).encode())
    return made.hexdigest()


def stored(tables: Tables, page_ids: Sequence[int]) -> Rows:
    """The rows that are there of these pages.

    `words` only where the terms are still made as they were when they were written.
    """
    rows, alias = Rows(), writing_alias()
    rows.pages = list(tables.page.objects.using(alias).filter(page_id__in=page_ids))
    for page in rows.pages:
        own = passages_in(tables, page.slot)
        _stored_page(rows, page, own)
        rows.passages += own
    return rows


def passages_in(tables: Tables, slot: int) -> list[Any]:
    """The passages at a slot, in order."""
    found = tables.passage.objects.using(writing_alias()).filter(id__range=ids_at(slot))
    return list(found.order_by("id"))


def _stored_page(rows: Rows, page: AbstractSearchedPage, own: list[Any]) -> None:
    rows.suggestions += [(page.audience, *key) for key in keys_of(page, own)]
    for passage in own:
        rows.counted.append(counted_of(page.title, passage.folded_label, passage.folded))
        if page.terms_version == TERMS_VERSION:
            rows.words.append(_written(passage, page, terms_of(passage, page)))


def _put_in(tables: Tables, rows: Rows) -> None:
    alias = writing_alias()
    connection = connections[alias]
    engine = engine_of(connection.vendor)
    tables.page.objects.using(alias).bulk_create(rows.pages, batch_size=BATCH)
    plain = attrgetter(*PLAIN_COLUMNS)
    passages = [(*plain(row), pack(row.folded), pack(row.body)) for row in rows.passages]
    table = tables.passage._meta.db_table
    with connection.cursor() as cursor:
        engine.add_rows(cursor, table, (*PLAIN_COLUMNS, *PACKED), passages)
        engine.add_words(cursor, tables.words, rows.words)
    _suggest(tables, rows.suggestions)


def _suggest(tables: Tables, rows: Sequence[tuple[str, str, int, int]]) -> None:
    connection = connections[writing_alias()]
    table = tables.suggestion._meta.db_table
    with connection.cursor() as cursor:
        engine_of(connection.vendor).add_rows(cursor, table, SUGGESTION_COLUMNS, rows)


def _take_out(tables: Tables, rows: Rows) -> None:
    if not rows.pages:
        return
    alias = writing_alias()
    connection = connections[alias]
    engine = engine_of(connection.vendor)
    with connection.cursor() as cursor:
        if rows.words:
            engine.remove_words(cursor, tables.words, rows.words)
        engine.remove_suggestions(cursor, tables.suggestion._meta.db_table, rows.suggestions)
    for page in rows.pages:
        tables.passage.objects.using(alias).filter(id__range=ids_at(page.slot)).delete()
    slots = [page.slot for page in rows.pages]
    tables.page.objects.using(alias).filter(slot__in=slots).delete()


def _count(tables: Tables, state: IndexState, new: Rows, old: Rows) -> None:
    """Vocabulary and totals by the difference between what came and what went.

    Of tables that are being built nothing is counted before its turn comes (`count_slots`).
    """
    if tables is NEXT:
        new, old = Rows(), old.up_to(state.counted_to)
    changed = deltas(new.counted, old.counted)
    passages = len(new.passages) - len(old.passages)
    add(tables, changed, passages, new.length - old.length)
