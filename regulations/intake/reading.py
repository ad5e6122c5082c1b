"""Reading a file in a child process: the one place where intake meets the readers."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from extraction import DocumentDraft
from regulations.intake.findings import Finding, differences, findings_of
from regulations.intake.issuers import with_issuer
from regulations.intake.placing import placed
from regulations.intake.wording import DOUBTFUL
from regulations.models import IntakeFile
from regulations.problems import as_row

MOST_CONVERSIONS = 50
MOST_DOUBTS = 5
LONGEST_PASSAGE = 500
LONGEST_DOUBT = 80


class Reader(Protocol):
    """Whatever reads a file where it can do no harm: `read_safely`, or a pool of readers.

    Raises `extraction.errors.ReadError`, and OSError when the file cannot be opened; it never
    hangs past its limit.
    """

    def __call__(self, path: Path, /) -> DocumentDraft: ...


@contextmanager
def local_copy(row: IntakeFile) -> Iterator[Path]:
    """A path at which the file of `row` can be read, wherever its storage keeps it."""
    try:
        yield Path(row.file.path)
        return
    except NotImplementedError:
        pass
    with tempfile.TemporaryDirectory() as folder, row.file.open("rb") as source:
        copy = Path(folder) / Path(row.file.name).name
        with copy.open("wb") as target:
            shutil.copyfileobj(source, target)
        yield copy


def note_what_was_read(row: IntakeFile, document: DocumentDraft) -> list[Finding]:
    """Write on `row`, unsaved, what a person must know of the reading; returns the findings."""
    extracted = document.extracted
    findings = with_issuer(placed(findings_of(document, row.given), row))
    row.format = extracted.format[:20]
    row.findings = [finding.as_row() for finding in findings]
    row.problems = [as_row(problem) for problem in document.problems]
    row.notes = [{"code": str(note.code), "data": dict(note.data)} for note in extracted.notes]
    row.warnings = _warnings(row, document, findings)
    row.conversions = [
        {
            "encoding": passage.encoding,
            "before": passage.before[:LONGEST_PASSAGE],
            "after": passage.after[:LONGEST_PASSAGE],
        }
        for passage in extracted.conversions[:MOST_CONVERSIONS]
    ]
    return findings


def _warnings(
    row: IntakeFile, document: DocumentDraft, findings: list[Finding]
) -> list[dict[str, Any]]:
    warnings: list[dict[str, Any]] = [
        {
            "code": "sheet-differs",
            "data": {"field": read.field, "read": read.value, "given": row.given[read.field]},
        }
        for read in differences(document, row.given)
    ]
    warnings += _marks(document)
    warnings += [finding.why for finding in findings if finding.why]
    if not document.text.strip():
        warnings.append({"code": "no-text", "data": {}})
    return [*warnings, *_hard_to_read(document)]


def _marks(document: DocumentDraft) -> list[dict[str, Any]]:
    """What is stamped on the head and has no field on the page: said, so that nothing is lost."""
    header = document.header
    marks = {"secrecy": header.secrecy.value, "urgency": header.urgency.value}
    return [{"code": code, "data": {"said": said}} for code, said in marks.items() if said]


def _hard_to_read(document: DocumentDraft) -> list[dict[str, Any]]:
    """Doubtful words in one warning; a gap with ink in it has none, and its field says so."""
    said = [" ".join(span.of(document.text).split()) for span in document.extracted.doubtful]
    words = [passage for passage in said if any(map(str.isalnum, passage))]
    if not words:
        return []
    shown = [passage[:LONGEST_DOUBT] for passage in words[:MOST_DOUBTS]]
    return [{"code": DOUBTFUL, "data": {"count": len(words), "words": shown}}]
