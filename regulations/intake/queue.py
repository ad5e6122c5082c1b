"""The queue: rows that wait. No broker: a reader takes a row by one UPDATE, for a limited time.

A reader that was killed does not come back; its row returns to the queue when its time is over,
at most MOST_ATTEMPTS times: a file that kills its reader must not do so for ever.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, OperationalError, connection, models
from django.utils import timezone

from extraction import DocumentDraft
from extraction.errors import ReadError
from extraction.sandbox import ReaderPool, read_safely
from regulations.intake.failing import (
    FILE_GONE,
    INTERNAL,
    READER_GONE,
    mark_failed,
    mark_failed_for,
)
from regulations.intake.reading import Reader, local_copy
from regulations.intake.settling import settle
from regulations.models import IntakeFile

LEASE = dt.timedelta(seconds=90)
RENEWED_EVERY = 20
MOST_ATTEMPTS = 3
State = IntakeFile.State
logger = logging.getLogger("regulations.intake")


class StoppedError(Exception):
    """Raised by a reader that was asked to end in the middle of a file: the file waits again."""


def read_waiting() -> int:
    """Read all that waits, one after the other; returns how many rows were taken."""
    count = 0
    with ReaderPool(1) as readers:
        while read_next(readers.read) is not None:
            count += 1
    return count


def read_next(read: Reader = read_safely) -> IntakeFile | None:
    """Take the oldest waiting row, read its file, and make its draft; None when nothing waits."""
    row = claim()
    return None if row is None else work(row, read)


def claim(now: dt.datetime | None = None) -> IntakeFile | None:
    """The oldest waiting row, which is this reader's now; None when nothing waits."""
    now = now or timezone.now()
    return_overdue(now)
    for pk in IntakeFile.objects.waiting().values_list("pk", flat=True)[:20]:
        lease = uuid.uuid4()
        taken = IntakeFile.objects.filter(pk=pk, state=State.WAITING).update(
            state=State.READING,
            lease=lease,
            leased_until=now + LEASE,
            started_at=now,
            attempts=models.F("attempts") + 1,
        )
        if taken:
            return IntakeFile.objects.select_related("user").get(pk=pk)
    return None


def return_overdue(now: dt.datetime) -> None:
    """Rows whose reader did not come back wait again, or fail after too many attempts."""
    overdue = IntakeFile.objects.overdue(now)
    overdue.filter(attempts__lt=MOST_ATTEMPTS).update(
        state=State.WAITING, lease=None, leased_until=None
    )
    overdue.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=State.FAILED,
        lease=None,
        leased_until=None,
        finished_at=now,
        error_code=READER_GONE,
        error_data={"attempts": str(MOST_ATTEMPTS)},
    )


def work(row: IntakeFile, read: Reader = read_safely) -> IntakeFile:
    """Read the file of a row that was claimed, and settle it. A bad file ends in a FAILED row."""
    taken = IntakeFile.objects.filter(pk=row.pk, state=State.READING, lease=row.lease)
    try:
        with renewed(row), local_copy(row) as path:
            document = read(path)
    except StoppedError:
        return give_back(row, taken)
    except ReadError as error:
        mark_failed(row, error)
    except FileNotFoundError:
        mark_failed_for(row, FILE_GONE)
    except OSError as error:
        mark_failed_for(row, INTERNAL, {"said": error.strerror or type(error).__name__})
    else:
        return _settled(row, document, taken)
    return save_failed(row, taken)


def _settled(row: IntakeFile, document: DocumentDraft, taken: models.QuerySet) -> IntakeFile:
    """A text that the database refuses is a bad file, too; a database that is away is not."""
    try:
        return settle(row, document)
    except OperationalError:
        raise
    except Exception:
        logger.exception("No draft of file %s", row.pk)
        mark_failed_for(row, INTERNAL)
    return save_failed(row, taken)


def give_back(row: IntakeFile, taken: models.QuerySet) -> IntakeFile:
    """Let a claimed row wait again, as if nobody had taken it.

    taken: the row while it is this reader's; no row once another reader has taken it.
    """
    row.state, row.lease, row.leased_until = State.WAITING, None, None
    taken.update(
        state=State.WAITING, lease=None, leased_until=None, attempts=models.F("attempts") - 1
    )
    return row


def save_failed(row: IntakeFile, taken: models.QuerySet) -> IntakeFile:
    """Save what `failing` wrote on a claimed row, unless another reader has taken it meanwhile.

    taken: as in `give_back`.
    """
    taken.update(
        state=row.state,
        error_code=row.error_code,
        error_data=row.error_data,
        finished_at=row.finished_at,
        lease=None,
        leased_until=None,
    )
    return row


@contextmanager
def renewed(row: models.Model) -> Iterator[None]:
    """Keep the row while its file is read: a long scan takes many minutes, a dead reader none.

    Of any queue: its model has `lease` and `leased_until`.
    """
    done = threading.Event()
    rows = type(row).objects.filter(pk=row.pk, lease=row.lease)
    keeper = threading.Thread(target=_renew, args=(rows, done), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        keeper.join()


def _renew(rows: models.QuerySet, done: threading.Event) -> None:
    while not done.wait(RENEWED_EVERY):
        try:
            rows.update(leased_until=timezone.now() + LEASE)
        except DatabaseError:
            logger.warning("The time of a file could not be renewed", exc_info=True)
        finally:
            connection.close()
