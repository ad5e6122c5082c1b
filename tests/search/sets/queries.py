"""The table of staff queries, and where the wanted passage stands among what is shown.

`staff_queries.csv`: part ("open", or "held": nobody looks at these while tuning), query with full
marks, document (its number, else the last part of its address; * for any), anchors (any of
these is right; one of another document carries it before a #; "(page)" is the page as a whole).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from search.results import SearchResults

TABLE = Path(__file__).parent / "staff_queries.csv"
WHOLE_PAGE = "(page)"
ANY_DOCUMENT = "*"


@dataclass(frozen=True, slots=True)
class Pair:
    """A query and the passages that answer it, as (document, anchor)."""

    part: str
    query: str
    wanted: frozenset[tuple[str, str]]

    def is_answered_by(self, document: str, anchor: str) -> bool:
        """Whether this passage, or what it stands in, is wanted."""
        return any(
            document_wanted in {document, ANY_DOCUMENT}
            and (anchor == anchor_wanted or anchor.startswith(f"{anchor_wanted}-"))
            for document_wanted, anchor_wanted in self.wanted
        )


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Pair(row["part"], row["query"], frozenset(_wanted(row["document"], row["anchors"])))
            for row in csv.DictReader(lines)
        )


def place_of_wanted(pair: Pair, results: SearchResults, documents: dict[int, str]) -> int | None:
    """Which of the passages shown, cards first, answers `pair`: 1 is the first; None if none does.

    documents: what the table calls each page, by its id. A page without passages counts as one.
    """
    for place, (page, anchor) in enumerate(_shown(results), start=1):
        if pair.is_answered_by(documents.get(page, ""), anchor):
            return place
    return None


def _wanted(document: str, anchors: str) -> Iterator[tuple[str, str]]:
    for anchor in anchors.split("|"):
        other, _, name = anchor.rpartition("#")
        yield other or document, name


def _shown(results: SearchResults) -> Iterator[tuple[int, str]]:
    for result in [*results.cards, *results.results]:
        for anchor in [hit.url.partition("#")[2] for hit in result.hits] or [""]:
            yield result.page.pk, anchor or WHOLE_PAGE
