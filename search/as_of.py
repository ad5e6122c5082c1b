"""Results read as of a day: the effect of documents then, and links that keep the day."""

from __future__ import annotations

from dataclasses import replace

from regulations.day_asked import DayAsked
from regulations.models import OfficialDocument
from search.query import SearchResults


def read_as_of(found: SearchResults, asked: DayAsked) -> None:
    """Give the documents among the results their effect on the day of `asked`. One query.

    In place; nothing to do when no day was asked.
    """
    documents = [result for result in found.results if hasattr(result.page, "record")]
    if not asked.is_asked or not documents:
        return
    OfficialDocument.attach_effects([result.page.record for result in documents], asked.day)
    for result in documents:
        result.hits[:] = [replace(hit, url=asked.keep(hit.url)) for hit in result.hits]
