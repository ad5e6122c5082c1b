"""Receiving a file: it is kept, looked at by content, and written into the ledger."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage

from extraction.content import glance
from extraction.errors import ReadError
from extraction.names import safe_name
from regulations.intake.failing import mark_failed
from regulations.models import IntakeFile
from regulations.models.intake import place_of

CHUNK = 2**20
LONGEST_PLACE = 400


def receive(
    source: Path | File,
    name: str,
    *,
    parent: Any,
    page_type: str,
    user: Any = None,
    batch: uuid.UUID | None = None,
    given: Mapping[str, str] | None = None,
) -> IntakeFile:
    """The row of a file that came in; readers take it from there.

    source: a path, or an uploaded file. name: as its owner calls it. page_type: label of the page
    type ("campaigns.PlanPage"), one that `types_below(parent)` allows. given: what a sheet states,
    by field name. A file that no reader takes gets a row that says why (FAILED) and is not kept.
    A file of the same user that still waits below the same parent is not taken twice: its row is
    returned.
    Raises OSError for a path that cannot be read.
    """
    with at_path(source) as path:
        row = new_row(path, name, parent=parent, page_type=page_type, user=user, batch=batch)
        row.given = dict(given or {})
        same = _waiting_one(row)
        if same is not None:
            return same
        if row.state != IntakeFile.State.FAILED:
            keep(row, path)
    row.save()
    return row


def _waiting_one(row: IntakeFile) -> IntakeFile | None:
    """The row of the same file that waits already, with what a sheet states by now."""
    unfinished = IntakeFile.objects.unfinished().filter(user=row.user, parent=row.parent)
    same = unfinished.filter(sha256=row.sha256).first()
    if same is not None and row.given and same.given != row.given:
        same.given = row.given
        same.save(update_fields=["given"])
    return same


def new_row(
    path: Path,
    name: str,
    *,
    parent: Any,
    page_type: str,
    user: Any = None,
    batch: uuid.UUID | None = None,
) -> IntakeFile:
    """The row, unsaved, its file looked at but not kept yet; FAILED when no reader takes it."""
    digest, size = digest_of(path)
    row = IntakeFile(
        sha256=digest,
        size=size,
        user=user,
        parent=parent,
        page_type=page_type,
        batch=batch or uuid.uuid4(),
    )
    row.name = safe_name(name)
    try:
        glance(path)
    except ReadError as error:
        mark_failed(row, error)
    return row


def digest_of(path: Path) -> tuple[str, int]:
    """The SHA-256 of the content in hexadecimal digits, and its length in bytes."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def keep(row: IntakeFile, path: Path) -> None:
    """Keep the file of an unsaved row, in the place its content and name give it."""
    place = place_of(row, row.name)
    if not _is_kept(place, row):
        # What lies there is the rest of a receipt that was cut short.
        default_storage.delete(place)
        with path.open("rb") as file:
            place = default_storage.save(place, File(file), max_length=LONGEST_PLACE)
    row.file.name = place


def _is_kept(place: str, row: IntakeFile) -> bool:
    return default_storage.exists(place) and default_storage.size(place) == row.size


@contextmanager
def at_path(source: Path | File) -> Iterator[Path]:
    """The source as a file on this machine: readers look at files, not at uploads."""
    if isinstance(source, Path):
        yield source
    elif hasattr(source, "temporary_file_path"):
        yield Path(source.temporary_file_path())
    else:
        source.seek(0)
        with tempfile.NamedTemporaryFile(prefix="intake-") as copy:
            shutil.copyfileobj(source, copy, CHUNK)
            copy.flush()
            yield Path(copy.name)
