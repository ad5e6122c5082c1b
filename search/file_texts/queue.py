"""The queue of files to read: rows that wait, taken by one UPDATE, for a limited time.

As in intake (decision 0005): a reader that was killed does not come back, and its row waits again
when its time is over, at most MOST_ATTEMPTS times.
"""

from __future__ import annotations

import datetime as dt
import logging
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import OperationalError, models
from django.utils import timezone

from extraction.errors import ReadError
from extraction.sandbox import read_safely
from pages.models import PortalDocument
from regulations.intake.failing import FILE_GONE, INTERNAL, READER_GONE
from regulations.intake.queue import LEASE, MOST_ATTEMPTS, StoppedError, renewed
from regulations.intake.reading import Reader
from search.file_texts.indexing import index_pages_of
from search.file_texts.models import FileText
from search.file_texts.pieces import pages_of

State = FileText.State
FREE = {"lease": None, "leased_until": None}
logger = logging.getLogger("search.file_texts")


def read_next_file(read: Reader = read_safely) -> FileText | None:
    """Read the oldest file that waits and index its pages; None when there is nothing to do.

    First what was read by somebody who did not come to index it.
    """
    now = timezone.now()
    _return_overdue(now)
    unfinished = _claim(FileText.objects.to_index(now), State.READ, now)
    if unfinished is not None:
        with renewed(unfinished):
            index_pages_of(unfinished)
        return unfinished
    row = _claim(FileText.objects.waiting(), State.READING, now)
    return None if row is None else _work(row, read)


def _claim(rows: models.QuerySet, state: str, now: dt.datetime) -> FileText | None:
    """The oldest of `rows`, which is this reader's now and stands in `state`."""
    for pk in rows.values_list("pk", flat=True)[:20]:
        # Who changes the row first has it: for the other it is none of `rows` any more.
        taken = (
            rows.order_by()
            .filter(pk=pk)
            .update(
                state=state,
                lease=uuid.uuid4(),
                leased_until=now + LEASE,
                attempts=models.F("attempts") + 1,
            )
        )
        if taken:
            return FileText.objects.get(pk=pk)
    return None


def _return_overdue(now: dt.datetime) -> None:
    """Rows whose reader did not come back wait again, or fail after too many attempts."""
    overdue = FileText.objects.overdue(now)
    overdue.filter(attempts__lt=MOST_ATTEMPTS).update(state=State.WAITING, **FREE)
    for rows in (overdue, FileText.objects.to_index(now)):
        rows.order_by().filter(attempts__gte=MOST_ATTEMPTS).update(
            state=State.FAILED,
            error_code=READER_GONE,
            error_data={"attempts": str(MOST_ATTEMPTS)},
            pages=[],
            finished_at=now,
            **FREE,
        )


def _work(row: FileText, read: Reader) -> FileText:
    taken = FileText.objects.filter(pk=row.pk, state=State.READING, lease=row.lease)
    try:
        with renewed(row), _local_copy(row) as path:
            extracted = read(path).extracted
    except StoppedError:
        taken.update(state=State.WAITING, attempts=models.F("attempts") - 1, **FREE)
        row.state = State.WAITING
        return row
    except ReadError as error:
        data = {name: str(said) for name, said in error.data.items()}
        return _failed(row, taken, str(error.code), data)
    except FileNotFoundError:
        return _failed(row, taken, FILE_GONE)
    except OSError as error:
        logger.warning("File %s could not be opened: %s", row.digest, error)
        return _failed(row, taken, INTERNAL)
    return _settled(row, taken, extracted.text, extracted.page_starts)


def _settled(row: FileText, taken: models.QuerySet, text: str, starts: tuple[int, ...]) -> FileText:
    """A text that the database refuses is a bad file, too; a database that is away is not."""
    row.pages, row.is_cut = pages_of(text, starts)
    row.has_pages, row.state = bool(starts), State.READ
    written = {name: getattr(row, name) for name in ("pages", "is_cut", "has_pages", "state")}
    try:
        # To index it is a new task: its attempts are counted anew, this being the first.
        done = {"finished_at": timezone.now(), "error_code": "", "attempts": 1}
        if taken.update(**done, **written):
            with renewed(row):
                index_pages_of(row)
    except OperationalError:
        raise
    except Exception:
        logger.exception("The text of file %s cannot be kept", row.digest)
        return _failed(row, FileText.objects.filter(pk=row.pk, lease=row.lease), INTERNAL)
    return row


def _failed(
    row: FileText, taken: models.QuerySet, code: str, data: dict[str, str] | None = None
) -> FileText:
    """The reason is kept, unless another reader has taken the row meanwhile."""
    row.state, row.error_code, row.error_data = State.FAILED, code, data or {}
    taken.update(
        state=row.state,
        error_code=row.error_code,
        error_data=row.error_data,
        pages=[],
        finished_at=timezone.now(),
        **FREE,
    )
    return row


@contextmanager
def _local_copy(row: FileText) -> Iterator[Path]:
    """A path at which the bytes can be read. Raises FileNotFoundError when nobody has them."""
    file = PortalDocument.objects.filter(file_hash=row.digest).order_by("pk").first()
    if file is None:
        raise FileNotFoundError(row.digest)
    if file.is_stored_locally():
        yield Path(file.file.path)
        return
    with tempfile.TemporaryDirectory() as folder, file.open_file() as source:
        copy = Path(folder) / Path(file.filename).name
        with copy.open("wb") as target:
            shutil.copyfileobj(source, target)
        yield copy
