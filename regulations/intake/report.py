"""The report of a run: a CSV file, a row for each file, that any spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.spreadsheets import harmless
from regulations.intake.error_words import error_sentence
from regulations.intake.findings import CONFIRMABLE, TO_SUPPLY, Finding
from regulations.intake.refusal import RefusalCode, RefusedError
from regulations.intake.run import Outcome
from regulations.intake.shown import shown_value
from regulations.intake.wording import cell_sentence, field_label, remarks, unknown_columns_sentence
from regulations.models import IntakeFile, OfficialDocument

FIELDS = (
    "document_type",
    "number",
    "issued_on",
    "issue_place",
    "issuer_as_printed",
    "abstract",
    "signer",
    "signer_office",
)


class Writer(Protocol):
    """Whatever takes the row of an outcome."""

    def __call__(self, outcome: Outcome, /) -> None: ...


class Listed(NamedTuple):
    """The list of the office: its name, and the columns that are not understood."""

    name: str = ""
    unknown: tuple[str, ...] = ()


NO_LIST = Listed()


@contextmanager
def report_at(path: Path | None, *, is_dry: bool, listed: Listed = NO_LIST) -> Iterator[Writer]:
    """A writer of rows to `path`, each on the disk at once; None writes nothing.

    What is to be known of the list of the office, if any, stands in a row of its own.
    A byte order mark tells spreadsheets that it is UTF-8. Raises RefusedError when `path` cannot be
    written.
    """
    if path is None:
        yield lambda outcome: None
        return
    try:
        file = path.open("w", encoding="utf-8-sig", newline="")
    except OSError as error:
        raise RefusedError(RefusalCode.REPORT_UNWRITABLE, path=str(path)) from error
    with file:
        rows = csv.writer(file)
        rows.writerow(titles())
        if listed.unknown:
            rows.writerow([harmless(cell) for cell in cells_of_list(listed)])

        def write(outcome: Outcome) -> None:
            rows.writerow([harmless(cell) for cell in cells_of(outcome, is_dry=is_dry)])
            file.flush()

        yield write


def titles() -> list[str]:
    """The first row of the report."""
    fields = [field_label(OfficialDocument, field) for field in FIELDS]
    return [
        _("File"),
        pgettext("of a file", "State"),
        *(field[:1].upper() + field[1:] for field in fields),
        _("To be supplied"),
        _("Unsure"),
        _("Remarks"),
        _("Errors"),
        _("Page"),
    ]


def cells_of(outcome: Outcome, *, is_dry: bool) -> list[str]:
    """The row of one file."""
    row = outcome.row
    if row is None:
        said = [cell_sentence(bad.cell, bad.code, bad.said) for bad in outcome.item.errors]
        return [outcome.item.shown, _("Not followed"), *[""] * (len(FIELDS) + 3), _lines(said), ""]
    findings = {found["field"]: Finding.from_row(found) for found in row.findings}
    values = [findings[field].value if field in findings else "" for field in FIELDS]
    return [
        outcome.item.shown,
        state_words(outcome, is_dry=is_dry),
        *(shown_value(field, value) for field, value in zip(FIELDS, values, strict=True)),
        _names(findings, TO_SUPPLY),
        _names(findings, CONFIRMABLE),
        _lines([*_gone(row), *remarks(row)]),
        error_sentence(row.error_code, row.error_data) if row.error_code else "",
        address_of(row),
    ]


def cells_of_list(listed: Listed) -> list[str]:
    """The row of the office's list itself."""
    said = unknown_columns_sentence(listed.unknown)
    return [listed.name, *[""] * (len(FIELDS) + 3), said, "", ""]


def state_words(outcome: Outcome, *, is_dry: bool) -> str:
    """The state of the row, and when that was."""
    row = outcome.row
    if is_dry and row.state == IntakeFile.State.DRAFTED and not outcome.was_done:
        return _("Would become a draft")
    label = str(row.get_state_display())
    return _("%(state)s (before)") % {"state": label} if outcome.was_done else label


def address_of(row: IntakeFile) -> str:
    """Where the page is edited: a draft has no other address yet."""
    if row.page_id is None:
        return ""
    path = reverse("wagtailadmin_pages:edit", args=[row.page_id])
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def _gone(row: IntakeFile) -> list[str]:
    is_gone = row.state == IntakeFile.State.DRAFTED and row.pk and row.page_id is None
    return [_("The draft that was made from it has been deleted.")] if is_gone else []


def _names(findings: dict[str, Finding], states: Any) -> str:
    names = [
        field_label(OfficialDocument, name)
        for name, found in findings.items()
        if found.state in states
    ]
    return ", ".join(names)


def _lines(sentences: list[str]) -> str:
    return "\n".join(sentences)
