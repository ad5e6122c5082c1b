"""What is asked of the search and what it answers: plain data, shared by every screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

RELEVANCE, NEWEST = "", "moi-nhat"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question with its filters, as the address of the page holds them.

    kinds: page types (model names); types: document types; issuers: folded names; years as typed;
    effects: `EffectStatus` values; day: effect is told as of it (None: today); order: RELEVANCE or
    NEWEST; with_expired: expired documents are among the results although no effect is chosen.
    among: only these pages (ids) are searched (None: all), for what is new in a saved search.
    Values that nothing has choose nothing; no value raises.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    effects: frozenset[str] = frozenset()
    day: dt.date | None = None
    order: str = RELEVANCE
    with_expired: bool = True
    page: int | str | None = 1
    explain: bool = False
    among: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, read.

    words: folded, in order; phrases: folded words of each quoted stretch; excluded: the folded
    words of each exclusion, between blanks;
    numbers: keys of document numbers; exact: exact form of each word; marked: some word was typed
    with marks; cut: more was typed than is read; understood: what was read in place of what was
    typed, as (typed, read) pairs (Telex, abbreviations).
    """

    text: str
    words: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    marked: bool = False
    cut: bool = False
    understood: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not (self.words or self.phrases or self.numbers)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a passage stands where it stands: a sentence for administrators, and a figure."""

    words: str
    figure: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage: its label ("Điều 23 ..."), its address, a snippet of (stretch, is_match)."""

    label: str
    url: str
    snippet: list[tuple[str, bool]]
    file_page: int | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A page with up to three passages; `page` is a PortalPage with its `record` attached."""

    page: Any
    kind_label: str
    hits: list[Hit]
    more_hits: int = 0
    is_pinned: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: its value, words, count of pages without this facet's own filter, chosen or not."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of choices: its parameter in the address, its name, its values, best first."""

    parameter: str
    label: str
    values: list[FacetValue]

    @property
    def chosen(self) -> list[FacetValue]:
        """The values that are filters now."""
        return [value for value in self.values if value.chosen]


@dataclass(slots=True)
class SearchResults:
    """A page of results.

    total: pages (documents) found; cards: the documents with the number that was typed, above the
    results (several: a choice); relaxed: no page had all the words, these have some of them;
    did_you_mean: a better spelling with results, or ""; hidden_expired: how many more expired
    documents match; number, pages: page of results and how many there are.
    """

    query: Query
    request: SearchRequest = field(default_factory=SearchRequest)
    total: int = 0
    cards: list[Result] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    relaxed: bool = False
    did_you_mean: str = ""
    hidden_expired: int = 0
    number: int = 1
    pages: int = 1

    def facet(self, parameter: str) -> Facet:
        """The facet with this parameter. Raises KeyError."""
        for facet in self.facets:
            if facet.parameter == parameter:
                return facet
        raise KeyError(parameter)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to go on typing: its text, its address, and what it is ("Điều", "Quyết định" ...)."""

    title: str
    url: str
    kind: str = ""
