"""Every sentence that users read about intake, from codes and data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from regulations.intake.error_words import SaidData
from regulations.intake.findings import Finding, FindingState
from regulations.intake.shown import shown_value
from regulations.models import OfficialDocument
from regulations.problems import problem_sentences

DOUBTFUL = "doubtful"
NOTES = {
    "legacy-encoding": gettext_noop(
        "The text was in %(encoding)s and was converted to Unicode. Compare it with the original."
    ),
    "scanned": gettext_noop(
        "Recognised from a scan (pages %(pages)s): compare numbers and names with the original."
    ),
    "program-missing": gettext_noop(
        "This file needs %(program)s, which is not on the server. Ask for the package %(package)s "
        "to be installed, delete the draft, then bring the file in again."
    ),
    "only-pictures": gettext_noop(
        "The file holds only pictures (%(pictures)s) and no words. Save it as PDF, so that they "
        "can be recognised."
    ),
    "tracked-changes": gettext_noop(
        "The file is still being revised: %(deleted)s deleted passages were left out, %(inserted)s "
        "inserted ones kept. Is it the signed text?"
    ),
    "hidden-text": gettext_noop("Hidden text was left out (%(passages)s passages)."),
    "running-header": gettext_noop("At the top or foot of the pages stands “%(text)s”."),
    "part-unreadable": gettext_noop("A part of the file could not be read: %(part)s."),
    "pages-unreadable": gettext_noop(
        "Pages that could not be read: %(pages)s. Type them from the original."
    ),
}
WARNINGS = {
    "same-file": gettext_noop("The same file was brought in before."),
    "same-document": gettext_noop(
        "A document with the same number, issuer and date is there already."
    ),
    "sheet-differs": gettext_noop(
        "%(field)s: the list says “%(given)s”, the file says “%(read)s”. The list was followed."
    ),
    "issuer-unknown": gettext_noop(
        "“%(issuer)s” is not in the register of organizations for that day. Choose or add it."
    ),
    "issuer-unclear": gettext_noop(
        "Several organizations in the register are called “%(issuer)s”. Choose the right one."
    ),
    "urgency": gettext_noop("Marked “%(said)s”: handle it in time."),
    # Law 29/2018/QH14, article 5: nothing secret goes on the internet.
    "secrecy": gettext_noop(
        "Marked as secret, “%(said)s”: what is secret must not be put on the portal."
    ),
    "other-section": gettext_noop(
        "The type as read is %(type)s, the draft is put in the section %(section)s. If that is "
        "wrong, delete the draft and bring the file in again for another section."
    ),
    "better-section": gettext_noop(
        "The type as read is %(type)s, the draft is put in the section %(section)s. If that is "
        "wrong, delete the draft and bring the file in again for the section %(better)s."
    ),
    "no-text": gettext_noop("No text was found in the file. Type it, or scan the paper again."),
    DOUBTFUL: gettext_noop(
        "Hard to read, %(count)s places: %(words)s. Compare them with the original."
    ),
}
FINDINGS = {
    FindingState.SURE: gettext_noop("Found."),
    FindingState.UNSURE: gettext_noop("Unsure: compare it with the original."),
    FindingState.MISSING: gettext_noop("To be supplied: not found in the file."),
    FindingState.HANDWRITTEN: gettext_noop("Written by hand: type it from the original."),
    FindingState.MISPLACED: gettext_noop("The section is meant for documents of other types."),
    FindingState.GIVEN: gettext_noop("From the list of the office."),
    FindingState.CONFIRMED: gettext_noop("Compared with the original."),
}
INCOMPLETE = gettext_noop("To be supplied: the file has only “%(printed)s”.")
INK = gettext_noop("Written by hand on “%(printed)s”: type it from the original.")
# As people call the encodings that `extraction.Conversion` names.
ENCODINGS = {
    "tcvn3": "TCVN3 (.VnTime)",
    "vni": "VNI",
    "viqr": "VIQR",
    "decomposed": gettext_noop("decomposed Unicode"),
    "cp1258": "Windows-1258",
}
REFUSALS = {
    "no-parent": gettext_noop("No list of documents is called “%(wanted)s”. There are: %(known)s."),
    "parent-unclear": gettext_noop("Say with --parent where the drafts go. There are: %(known)s."),
    "no-documents-below": gettext_noop("No official documents may stand below “%(parent)s”."),
    "no-such-type": gettext_noop(
        "“%(wanted)s” is no type of document that may stand there. There are: %(known)s."
    ),
    "no-right": gettext_noop("This account may not add pages below “%(parent)s”."),
    "no-user": gettext_noop("No account is called “%(wanted)s”."),
    "no-path": gettext_noop("There is no file or folder “%(path)s”."),
    "no-files": gettext_noop("There is no file in “%(path)s”."),
    "not-a-folder": gettext_noop("“%(path)s” is not a folder."),
    "not-a-sheet": gettext_noop(
        "“%(path)s” is not an XLSX file that can be opened. Save the list as XLSX."
    ),
    "no-columns": gettext_noop(
        "The first row of the list names no column “%(known)s”. Use the template."
    ),
    "column-twice": gettext_noop("Two columns of the list are called “%(column)s”. Keep one."),
    "too-many-rows": gettext_noop("The list has more than %(limit)s rows. Split it."),
    "nothing-to-do": gettext_noop("Name files or folders, or a list with --sheet and --files."),
    "sheet-alone": gettext_noop(
        "Give either files and folders, or --sheet with --files: not both."
    ),
    "no-folder-for-sheet": gettext_noop("Say with --files in which folder the listed files are."),
    "report-unwritable": gettext_noop("The report “%(path)s” cannot be written."),
    "state": gettext_noop("The file is in another state by now. Load the page again."),
}

CELLS = {
    "formula": gettext_noop("Cell %(cell)s holds a formula. Write its value instead."),
    "no-date": gettext_noop("Cell %(cell)s: “%(said)s” is no date. Write it as 24/09/2025."),
    "no-type": gettext_noop(
        "Cell %(cell)s: “%(said)s” is no type of document. Write for example Kế hoạch."
    ),
    "too-long": gettext_noop("Cell %(cell)s is too long: “%(said)s”…"),
    "no-file-named": gettext_noop("Cell %(cell)s is empty: name the file of this row."),
    "no-such-file": gettext_noop("Cell %(cell)s: there is no file “%(said)s” in the folder."),
    "outside": gettext_noop("Cell %(cell)s: “%(said)s” lies outside the folder."),
}


def refusal_sentence(code: str, data: Mapping[str, Any]) -> str:
    """What was wrong with what was asked for."""
    return _(REFUSALS[code]) % SaidData(data)


def note_sentences(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """How the text was got, a sentence for each note of a ledger row."""
    return _sentences(NOTES, [_with_encoding(row) for row in rows])


def warning_sentences(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """What a person has to decide, a sentence for each warning of a ledger row."""
    return _sentences(WARNINGS, [_in_words(row) for row in rows])


def remarks(row: Any) -> list[str]:
    """Everything to be known of a ledger row that was read: warnings, notes, oddities."""
    return [
        *warning_sentences(row.warnings),
        *note_sentences(row.notes),
        *problem_sentences(row.problems),
    ]


def finding_sentence(finding: Finding) -> str:
    """How sure a value is, and what to do about it."""
    if finding.why and finding.state is not FindingState.CONFIRMED:
        return " ".join(warning_sentences([finding.why]))
    if finding.printed and finding.state is FindingState.MISSING:
        return _(INCOMPLETE) % {"printed": finding.printed}
    if finding.printed and finding.state is FindingState.HANDWRITTEN:
        return _(INK) % {"printed": finding.printed}
    return _(FINDINGS[finding.state])


def field_label(model: Any, field: str) -> str:
    """What the edit form calls the field."""
    return str(model._meta.get_field(field).verbose_name)


def encoding_name(encoding: str) -> str:
    """What people call an old encoding."""
    return _(ENCODINGS[encoding]) if encoding in ENCODINGS else encoding


def _with_encoding(row: Mapping[str, Any]) -> Mapping[str, Any]:
    data = dict(row.get("data", {}))
    if "encoding" in data:
        data["encoding"] = ", ".join(map(encoding_name, data["encoding"].split(", ")))
    return {**row, "data": data}


def _in_words(row: Mapping[str, Any]) -> Mapping[str, Any]:
    data = dict(row.get("data", {}))
    if "type" in data:
        data["type"] = data.get("printed") or shown_value("document_type", data["type"])
    if isinstance(data.get("words"), list):
        more = "…" if data.get("count", 0) > len(data["words"]) else ""
        data["words"] = ", ".join(f"“{word}”" for word in data["words"]) + more
    if "field" in data:
        label = field_label(OfficialDocument, data["field"])
        for told in data.keys() & {"given", "read"}:
            data[told] = shown_value(data["field"], data[told])
        data["field"] = label[:1].upper() + label[1:]
    return {**row, "data": data}


def _sentences(words: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Codes that nobody knows any more are left out: the rows outlive the code."""
    return [
        _(words[row["code"]]) % SaidData(row.get("data", {}))
        for row in rows
        if row["code"] in words
    ]


def unknown_columns_sentence(titles: Iterable[str]) -> str:
    """Which columns of the office's list were left aside."""
    return _("Columns that are not known: %(titles)s.") % {"titles": ", ".join(titles)}


def cell_sentence(cell: str, code: str, said: str) -> str:
    """What is wrong with a cell of the office's list, and what to write there."""
    return _(CELLS[code]) % {"cell": cell, "said": said[:80]}
