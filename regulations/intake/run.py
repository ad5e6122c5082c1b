"""A run over many files: children read side by side, one writer makes the drafts.

The ledger remembers by content what was done: a run that was broken off and is repeated goes on
where it stopped. Row and draft are written together, so a run that is killed leaves nothing that
only looks as if it were being worked on.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError

from extraction import DocumentDraft, NoteCode
from extraction.errors import ReadError
from extraction.sandbox import ReaderPool
from regulations.intake.draft import page_of
from regulations.intake.duplicates import twin_of_document, twin_of_file
from regulations.intake.failing import INTERNAL, UNOPENED, mark_failed, mark_failed_for
from regulations.intake.folders import Item
from regulations.intake.reading import note_what_was_read
from regulations.intake.receipt import keep, new_row
from regulations.intake.settling import mark_there, settle, settle_copy
from regulations.models import IntakeFile

State = IntakeFile.State
logger = logging.getLogger("regulations.intake")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. row is None for a row of a sheet that could not be followed.

    was_done: in an earlier run, or by a reader of the server.
    """

    item: Item
    row: IntakeFile | None
    was_done: bool = False

    @property
    def is_bad(self) -> bool:
        """Whether there is neither a draft nor a page that was there."""
        return self.row is None or self.row.state == State.FAILED


@dataclass(frozen=True, slots=True)
class Run:
    """Where drafts go (`parent`, page type `model`), whose they are, and how many read at once."""

    parent: Any
    model: Any
    user: Any = None
    jobs: int = 1
    is_dry: bool = False
    batch: uuid.UUID = field(default_factory=uuid.uuid4)

    def work_through(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """An outcome for each item, as they get done. Closing the iterator ends the run."""
        readers, threads = ReaderPool(self.jobs), ThreadPoolExecutor(self.jobs, "reading")
        reading: dict[Future[DocumentDraft], tuple[Item, IntakeFile]] = {}
        try:
            for item in items:
                started = self._begin(item)
                if isinstance(started, Outcome):
                    yield started
                    continue
                reading[threads.submit(readers.read, item.path)] = (item, started)
                while len(reading) >= 2 * self.jobs:
                    yield from self._settle_some(reading)
            while reading:
                yield from self._settle_some(reading)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            readers.stop()
            readers.close()

    def _begin(self, item: Item) -> Outcome | IntakeFile:
        """The outcome, if it needs no reading; else the row, whose file is to be read."""
        if item.errors:
            return Outcome(item, None)
        try:
            row = self._row(item)
        except OSError as error:
            row = IntakeFile(name=item.path.name)
            _mark_unopened(row, error)
            return Outcome(item, row)
        known = self._known(row)
        if known is not None and _is_done(known):
            return Outcome(item, known, was_done=True)
        if row.state == State.FAILED:
            return Outcome(item, self._saved(known or row, row))
        twin = twin_of_file(row.sha256)
        if twin is not None:
            mark_there(row, twin)
            return Outcome(item, row if self.is_dry else self._kept_copy(item, row, twin))
        if known is not None:
            known.attempts, known.given = known.attempts + 1, row.given
            return known
        row.attempts = 1
        return row

    def _row(self, item: Item) -> IntakeFile:
        row = new_row(
            item.path,
            item.path.name,
            parent=self.parent,
            page_type=self.model._meta.label,
            user=self.user,
            batch=self.batch,
        )
        row.given = item.given
        return row

    def _known(self, row: IntakeFile) -> IntakeFile | None:
        """The row of the same file below the same page, under this name if there are several."""
        same = IntakeFile.objects.kept().filter(sha256=row.sha256, parent=self.parent)
        return same.filter(name=row.name).order_by("pk").first()

    def _kept_copy(self, item: Item, row: IntakeFile, twin: Any) -> IntakeFile:
        keep(row, item.path)
        row.warnings = []
        return settle_copy(row, twin)

    def _saved(self, known: IntakeFile, failed: IntakeFile) -> IntakeFile:
        known.state, known.finished_at = failed.state, failed.finished_at
        known.error_code, known.error_data = failed.error_code, failed.error_data
        if not self.is_dry:
            known.save()
        return known

    def _settle_some(
        self, reading: dict[Future[DocumentDraft], tuple[Item, IntakeFile]]
    ) -> Iterator[Outcome]:
        done, _others = wait(reading, return_when=FIRST_COMPLETED)
        for future in done:
            item, row = reading.pop(future)
            yield Outcome(item, self._settled(item, row, future))

    def _settled(self, item: Item, row: IntakeFile, future: Future[DocumentDraft]) -> IntakeFile:
        """One bad file never stops the run."""
        try:
            document = future.result()
        except ReadError as error:
            mark_failed(row, error)
        except OSError as error:
            _mark_unopened(row, error)
        else:
            return self._tried(row, document) if self.is_dry else self._drafted(item, row, document)
        return row if self.is_dry else self._kept_failed(item, row)

    def _drafted(self, item: Item, row: IntakeFile, document: DocumentDraft) -> IntakeFile:
        """Nor does a text that the database refuses; a database that is away does."""
        if not row.file:
            keep(row, item.path)
        try:
            return settle(row, document)
        except OperationalError:
            raise
        except Exception:
            logger.exception("No draft of %s", item.shown)
            mark_failed_for(row, INTERNAL)
            return self._kept_failed(item, row)

    def _kept_failed(self, item: Item, row: IntakeFile) -> IntakeFile:
        """A file that was not read is kept, too: it may be read once a program is installed."""
        if not row.file and item.path.is_file():
            keep(row, item.path)
        row.save()
        return row

    def _tried(self, row: IntakeFile, document: DocumentDraft) -> IntakeFile:
        """What `settle` would write, on a row that is never saved."""
        page = page_of(document, note_what_was_read(row, document), self.model, row.name)
        twin = twin_of_document(page.number, page.issued_on, page.issuer_as_printed, page.issuer)
        row.state = State.DRAFTED
        if twin is not None:
            mark_there(row, twin)
        return row


def _is_done(row: IntakeFile) -> bool:
    """Whether a repeated run leaves the file alone: it waits, is being read, or has its page.

    A draft that somebody deleted is not made again, unless a program was missing when it was read.
    """
    waits = any(note["code"] == NoteCode.PROGRAM_MISSING for note in row.notes)
    may_go_again = row.state == State.ALREADY_THERE or (row.state == State.DRAFTED and waits)
    return row.state != State.FAILED and not (may_go_again and row.page_id is None)


def _mark_unopened(row: IntakeFile, error: OSError) -> None:
    mark_failed_for(row, UNOPENED, {"said": error.strerror or type(error).__name__})
