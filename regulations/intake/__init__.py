"""Intake: from a file on the desk to a draft that says what is sure, unsure and missing.

The acts, each called by screen, command and tests alike:
`receive` a file, `read_waiting` (or `read_next`) to have it read, `settle` what was read into a
draft, `draft_anyway`, `retry`, `discard`, `confirm` a finding. `findings_on` tells an editor what
to look at; `wording` has the sentences.
"""

from __future__ import annotations

from regulations.intake.acts import confirm, discard, draft_anyway, retry
from regulations.intake.draft import draft_from_file
from regulations.intake.findings import Finding, FindingState
from regulations.intake.panel import FindingLine, findings_on, intake_of
from regulations.intake.queue import read_next, read_waiting
from regulations.intake.receipt import receive
from regulations.intake.refusal import RefusedError
from regulations.intake.settling import settle
from regulations.intake.sheet import sheet_template
from regulations.intake.targets import parents_for, types_below

__all__ = [
    "Finding",
    "FindingLine",
    "FindingState",
    "RefusedError",
    "confirm",
    "discard",
    "draft_anyway",
    "draft_from_file",
    "findings_on",
    "intake_of",
    "parents_for",
    "read_next",
    "read_waiting",
    "receive",
    "retry",
    "settle",
    "sheet_template",
    "types_below",
]
