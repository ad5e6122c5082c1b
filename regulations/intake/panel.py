"""What the editor of a page that intake made has to look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from regulations.intake.findings import TO_SUPPLY, Finding, FindingState
from regulations.intake.shown import shown_value
from regulations.intake.wording import field_label, finding_sentence
from regulations.models import DocumentType, IntakeFile

DONE = frozenset({FindingState.SURE, FindingState.GIVEN, FindingState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A field for the editor's panel, in the reader's words.

    field: name of the page's field; label, value, sentence: to be shown; state: as it was found;
    printed: what stands there; page (of the file) and line (of the text): where, None if unknown.
    is_settled: nobody has to look at it any more: it was sure, somebody confirmed it, or the
    editor has changed or supplied it. is_told: the sentence says more than the state.
    """

    field: str
    label: str
    state: FindingState
    value: str
    printed: str
    page: int | None
    line: int | None
    sentence: str
    is_settled: bool
    is_told: bool


def intake_of(page: Any) -> IntakeFile | None:
    """The row of the ledger from which the page was made; None for a page typed by hand."""
    made = IntakeFile.objects.filter(page=page.pk, state=IntakeFile.State.DRAFTED)
    return made.order_by("pk").first()


def findings_on(page: Any) -> list[FindingLine]:
    """Every finding on `page` (as it is being edited), in the order of the edit form."""
    row = intake_of(page)
    if row is None:
        return []
    return [line_of(Finding.from_row(finding), page) for finding in row.findings]


def line_of(finding: Finding, page: Any) -> FindingLine:
    """The finding as the editor sees it, beside what the page holds now."""
    now = current_value(page, finding.field)
    return FindingLine(
        finding.field,
        field_label(type(page), finding.field),
        finding.state,
        shown_value(finding.field, finding.value),
        finding.printed,
        finding.page,
        finding.line,
        finding_sentence(finding),
        finding.state in DONE or now != _as_held(finding),
        finding.why is not None or (finding.state in TO_SUPPLY and bool(finding.printed)),
    )


def _as_held(finding: Finding) -> str:
    """The value as `current_value` tells it: "other" is what a page without a type has, too."""
    is_other = finding.field == "document_type" and finding.value == DocumentType.OTHER
    return "" if is_other else finding.value


def current_value(page: Any, field: str) -> str:
    """The value of the page's field, written as findings write it."""
    value = getattr(page, field, None)
    if value == DocumentType.OTHER and field == "document_type":
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return " ".join(str(value or "").split())
