"""The seam for reading: what a reader finds. No input can raise; nothing unseen is counted.

A question is read (`reading`, `wording`), asked of the index (`question`, `tiers`, `candidates`),
ranked in Python (`ranking`, `finding`, `grouping`) and shown (`showing`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from search.asking.reading import LONGEST, MOST_WORDS
from search.asking.scope import Scope
from search.desk.pins import pinned_for
from search.desk.tables import Desk, current
from search.finding.facets import counted
from search.finding.finder import PER_PAGE, Finder, page_of_results
from search.finding.question import Question, question_of
from search.finding.spelling import did_you_mean
from search.results import RELEVANCE, Result, SearchRequest, SearchResults, Suggestion
from search.showing.explaining import reason_of_pin
from search.showing.pages import Showing
from search.suggesting.ways import suggestions

__all__ = ["LONGEST", "MOST_WORDS", "PER_PAGE", "rank", "search", "suggest"]


def search(request: SearchRequest, user: Any, *, per_page: int = PER_PAGE) -> SearchResults:
    """What `user` finds: see `SearchRequest` and `SearchResults`."""
    scope = Scope.of(request, user)
    desk = current()
    question = question_of(request.text, scope, desk.abbreviations)
    counts = counted(question.matches, scope)
    finder = Finder(question, scope)
    page = page_of_results(finder, counts, request, per_page)
    cards = question.numbered.pages if page.number == 1 else ()
    results, shown_cards = Showing(finder, request).results(page, cards)
    pins = _pins(question, scope, request, desk) if page.number == 1 else []
    pinned = {pin.page.pk for pin in pins}
    alone = len(question.numbered.pages) if question.is_number_alone else 0
    return SearchResults(
        question.query,
        request,
        total=max(counts.pages + alone, len(cards), len(pins)),
        cards=shown_cards,
        results=[*pins, *(result for result in results if result.page.pk not in pinned)],
        facets=counts.facets,
        relaxed=question.relaxed
        or (question.is_long and bool(results) and not finder.has_all_words),
        did_you_mean=did_you_mean(question, scope, finder.read),
        hidden_expired=counts.hidden_expired,
        number=page.number,
        pages=page.pages,
    )


def suggest(text: str, user: Any) -> list[Suggestion]:
    """Ways to go on typing `text`, that lead to what `user` may see."""
    return suggestions(text, user)


def rank(request: SearchRequest, user: Any) -> list[tuple[int, int]]:
    """The best passages as (page id, position), best first, however many of one page."""
    scope = Scope.of(request, user)
    question = question_of(request.text, scope, current().abbreviations)
    ranked = Finder(question, scope).ranked(PER_PAGE)
    return [(candidate.page_id, candidate.position) for candidate in ranked]


def _pins(question: Question, scope: Scope, request: SearchRequest, desk: Desk) -> list[Result]:
    """The answers that administrators put first, where nothing was chosen that might differ."""
    if request.order != RELEVANCE or scope.chosen or scope.among is not None:
        return []
    pins = pinned_for(question.query.words, scope.user, day=scope.day, desk=desk)
    if not request.explain:
        return pins
    reasons = (reason_of_pin(),)
    return [replace(pin, hits=[replace(hit, reasons=reasons) for hit in pin.hits]) for pin in pins]
