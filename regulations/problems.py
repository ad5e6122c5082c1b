"""The oddities of a document, in the reader's words. They are shown, never mended silently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# Codes and the names of their data: extraction.problem.ProblemCode.
SENTENCES = {
    "outline-gap": gettext_noop("Numbering: %(after)s is followed by %(label)s"),
    "outline-repeat": gettext_noop("The number %(label)s stands twice."),
    "stray-header": gettext_noop("“%(line)s” looks like a page header inside the text."),
    "broken-sentence": gettext_noop("A sentence is broken: “%(before)s / %(after)s”."),
    "unbalanced-quotes": gettext_noop(
        "%(opening)s opening and %(closing)s closing quotation marks."
    ),
    "issuer-mismatch": gettext_noop(
        "The symbol of %(number)s does not fit the stated issuer “%(issuer)s”."
    ),
    "type-mismatch": gettext_noop("The symbol of %(number)s does not fit the type “%(type)s”."),
}
BEGINS_LATE = gettext_noop("Numbering begins with %(label)s; before it: %(missing)s")


def as_row(problem: Any) -> dict[str, Any]:
    """A problem as JSON: `{code, data, line}`."""
    return {"code": str(problem.code), "data": dict(problem.data), "line": problem.line}


def problem_sentences(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """One sentence per problem, in the order of the text.

    What the head lacks is left out: the page's own empty fields tell that, and they can be filled.
    """
    told = (row for row in rows if not row["code"].startswith("missing-"))
    return [_(_sentence(row)) % row["data"] for row in told]


def _sentence(row: Mapping[str, Any]) -> str:
    begins_late = row["code"] == "outline-gap" and not row["data"]["after"]
    return BEGINS_LATE if begins_late else SENTENCES[row["code"]]
