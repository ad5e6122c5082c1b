"""What is written on a row whose file could not become a draft."""

from __future__ import annotations

from django.utils import timezone

from extraction.errors import ReadError, ReadErrorCode
from extraction.files import FORMATS
from regulations.models import IntakeFile

# Beside the codes of `extraction.errors`: what happened to the reader, not to the file.
READER_GONE = "reader-gone"
NO_PLACE = "no-place"
FILE_GONE = "file-gone"
UNOPENED = "unopened"
INTERNAL = "internal"
# Where reading the same bytes again may end otherwise: another load, another release.
MAY_PASS = frozenset(
    {
        str(ReadErrorCode.TOOK_TOO_LONG),
        str(ReadErrorCode.OUT_OF_MEMORY),
        str(ReadErrorCode.READER_DIED),
        str(ReadErrorCode.READER_FAILED),
        READER_GONE,
        UNOPENED,
        INTERNAL,
    }
)
# The endings of names that promise a file which is read here.
_ENDINGS = FORMATS | {"htm", "jpg", "tif"}
_OTHER_KIND = frozenset({ReadErrorCode.UNSUPPORTED_FORMAT, ReadErrorCode.ARCHIVE})


def mark_failed(row: IntakeFile, error: ReadError) -> None:
    """Unsaved: the file could not be read, and why."""
    data = {name: str(said) for name, said in error.data.items()}
    ending = row.name.rpartition(".")[2].lower()
    if error.code in _OTHER_KIND and ending in _ENDINGS and ending != data.get("format"):
        data["named"] = ending
    mark_failed_for(row, str(error.code), data)


def mark_failed_for(row: IntakeFile, code: str, data: dict[str, str] | None = None) -> None:
    """Unsaved: the same for a reason that is no `ReadError`."""
    row.state = IntakeFile.State.FAILED
    row.error_code, row.error_data = code, data or {}
    row.finished_at = timezone.now()
    row.lease = row.leased_until = None
