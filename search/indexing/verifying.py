"""The index against the pages, both ways, and the counts against the index; likewise what pages
alike are found by, and which files pages offer.

All is read as of one moment; mending goes the way of every other writing. What is counted (words,
vocabulary, totals, suggestions) is compared by sums that any single difference changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connections, transaction
from django.db.models import Count, Sum

from pages.models import PortalPage
from search.engine.matching import engine_of
from search.engine.state import writing_alias
from search.engine.tables import LIVE
from search.engine.writing import Rows, add_rows, passages_in
from search.file_texts.models import FileUse
from search.file_texts.offers import forget_files, is_listed_as_offered, note_files
from search.index import index_page, remove_page
from search.indexing.entries import entry_of
from search.indexing.rebuilding import rebuild
from search.indexing.texts import is_searched, searched_pages
from search.models import AbstractSearchedPage
from search.similar.models import SignatureValue, StoryTie
from search.similar.signatures import has_signature
from search.similar.texts import words_in

CHUNK = 20
COUNTS = ("index", "words", "vocabulary", "suggestions", "totals")


@dataclass(slots=True)
class Report:
    """What differs: ids of pages that the index lacks, has otherwise or has too many; counts.

    alike: ids of pages whose signature is not that of their words, or that have signature or ties
    without being published; files: the same of the files that they offer. counts: names among
    COUNTS ("index": the table of words has none). pages, passages: how many were compared.
    """

    missing: list[int] = field(default_factory=list)
    different: list[int] = field(default_factory=list)
    left_over: list[int] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    pages: int = 0
    passages: int = 0

    @property
    def agrees(self) -> bool:
        """Whether index and pages say the same."""
        return not (self.page_ids or self.counts)

    @property
    def page_ids(self) -> set[int]:
        """The pages of which anything differs."""
        return {*self.left_over, *self.missing, *self.different, *self.alike, *self.files}


@dataclass(slots=True)
class _Sums:
    """What the counts must come to, added up page by page. Hashes are those of this process."""

    words: int = 0
    vocabulary: int = 0
    suggestions: int = 0
    passages: int = 0
    length: int = 0

    def add(self, rows: Rows) -> None:
        self.words += sum(hash(term) for row in rows.words for term in row.terms)
        self.vocabulary += sum(hash(term) for terms in rows.counted for term in terms)
        self.suggestions += sum(map(hash, rows.suggestions))
        self.passages += len(rows.passages)
        self.length += rows.length


def compare(progress: Callable[[int], Any] = lambda pages: None) -> Report:
    """Read everything and tell what differs; nothing is changed.

    progress: called with the number of pages compared, now and then.
    """
    connection = connections[writing_alias()]
    with engine_of(connection.vendor).snapshot(connection):
        report, sums = Report(), _Sums()
        known = {row.page_id: row for row in LIVE.page.objects.using(connection.alias).iterator()}
        alike, files = _pages_of(SignatureValue) | _pages_of(StoryTie), _pages_of(FileUse)
        for page in _pages():
            _compare_page(page, known.pop(page.pk, None), report, sums)
            if not is_listed_as_offered(page):
                report.files.append(page.pk)
            alike.discard(page.pk)
            files.discard(page.pk)
            report.pages += 1
            progress(1)
        report.left_over = sorted(known)
        report.alike += sorted(alike - known.keys())
        report.files += sorted(files - known.keys())
        # Rows of pages that are no more are told above; the counts say nothing new about them.
        if not report.missing and not report.different and not report.left_over:
            report.counts = list(_differing_counts(sums))
        report.passages = sums.passages
    return report


def mend(report: Report, progress: Callable[[int], Any] = lambda pages: None) -> None:
    """Make right what `report` found; the whole index is made anew only where counts differ."""
    for pk in sorted(report.page_ids):
        _mend_page(pk)
    if report.counts:
        rebuild(progress)


def _mend_page(pk: int) -> None:
    """The page as it is now: nobody publishes or withdraws it while it is read and written."""
    with transaction.atomic():
        # By its number alone: of a page that is not published the row is locked as well.
        PortalPage.objects.select_for_update().filter(pk=pk).first()
        page = searched_pages().filter(pk=pk).first()
        if page is None or not is_searched(page.specific_class):
            remove_page(pk)
            forget_files(pk)
        else:
            # First the files: the index asks for their text.
            note_files(page.specific)
            index_page(page.specific)


def pages_to_compare() -> int:
    """How many pages `compare` goes through."""
    return int(searched_pages().count())


def _pages() -> Iterator[PortalPage]:
    pages = searched_pages().using(writing_alias()).order_by("pk").specific()
    for page in pages.iterator(chunk_size=CHUNK):
        if is_searched(type(page)):
            yield page


def _compare_page(page: Any, row: AbstractSearchedPage | None, report: Report, sums: _Sums) -> None:
    if row is None:
        report.missing.append(page.pk)
        return
    rows = Rows()
    add_rows(rows, LIVE, row.slot, entry_of(page))
    sums.add(rows)
    stored = [row, *passages_in(LIVE, row.slot)]
    if _values(stored) != _values([*rows.pages, *rows.passages]):
        report.different.append(page.pk)
    elif not has_signature(page.pk, _words_of(rows)):
        report.alike.append(page.pk)


def _words_of(rows: Rows) -> list[str]:
    return [
        word
        for passage in rows.passages
        for word in words_in(passage.place, passage.folded_label, passage.folded)
    ]


def _pages_of(model: type[Any]) -> set[int]:
    """The pages of which this table holds rows."""
    rows = model.objects.using(writing_alias()).order_by()
    return set(rows.values_list("page_id", flat=True).distinct())


def _values(rows: Iterable[Any]) -> list[list[Any]]:
    return [
        [getattr(row, model_field.attname) for model_field in row._meta.concrete_fields]
        for row in rows
    ]


def _differing_counts(sums: _Sums) -> Iterator[str]:
    connection = connections[writing_alias()]
    with connection.cursor() as cursor:
        engine = engine_of(connection.vendor)
        if not engine.has_index(cursor, LIVE.words):
            yield "index"
        frequencies = engine.frequencies(cursor, LIVE.words)
        if sum(hash(term) * df for term, df in frequencies) != sums.words:
            yield "words"
    vocabulary = LIVE.vocabulary.objects.using(connection.alias).values_list("term", "df")
    if sum(hash(term) * df for term, df in vocabulary.iterator()) != sums.vocabulary:
        yield "vocabulary"
    suggestions = LIVE.suggestion.objects.using(connection.alias)
    suggested = suggestions.values_list("audience", "key", "passage", "kind")
    if sum(map(hash, suggested.iterator())) != sums.suggestions:
        yield "suggestions"
    totals = LIVE.totals.objects.using(connection.alias)
    found = totals.aggregate(rows=Count("pk"), passages=Sum("passages"), length=Sum("length"))
    if ((found["passages"] or 0), (found["length"] or 0)) != (sums.passages, sums.length):
        yield "totals"
