"""The passages and pages that answer a question, in their order, a page of results at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.asking.articles import article_named, is_article
from search.asking.frequencies import Frequencies
from search.asking.reading import Words
from search.asking.scope import Scope
from search.asking.tiers import Tier
from search.asking.wording import folded
from search.finding.facets import Counts
from search.finding.grouping import Found, below_replacements, by_page
from search.finding.question import Question
from search.finding.ranking import Candidate, Scorer, folded_title, in_order
from search.finding.statements import candidates, listed
from search.finding.superseding import Acting, acting_on, replaced_by
from search.results import NEWEST, SearchRequest

PER_PAGE = 10
# Where every word is in more passages than these, the best tier may be enough by itself.
MANY = 300
_LONGEST_NUMBER = 9


@dataclass(slots=True)
class PageFound:
    """A page of results: its number, how many there are, and what stands on it.

    acting: the relations at work on the documents; None when nobody looked for them.
    """

    number: int
    pages: int
    found: list[Found]
    acting: Acting | None = None


class Finder:
    """Ranks the passages of a question; remembers how, for whoever wants it explained.

    has_all_words: a passage that was ranked has every word of the question; read: the folded words
    of what was ranked.
    """

    def __init__(self, question: Question, scope: Scope) -> None:
        self.question, self.scope = question, scope
        wording = question.wording
        self.scorer = _scorer(wording.same, question.frequencies)
        others = (*wording.doubtful, *wording.faint)
        self.scorer_of_others = _scorer(others or wording.same, question.frequencies)
        rarity = question.frequencies.rarity
        self._rarest_first = sorted(set(folded(question.essential.words)), key=rarity, reverse=True)
        self._article = article_named(question.essential.words)
        self._matches = {match.page_id: match for match in question.matches}
        self.has_all_words = False
        self.read: list[str] = []

    def scorer_for(self, candidate: Candidate) -> Scorer:
        """What scored this passage."""
        return self.scorer_of_others if candidate.tier is Tier.OTHER_WORDS else self.scorer

    def matching(self, page_id: int) -> int:
        """How many passages of this page match."""
        match = self._matches.get(page_id)
        return match.passages if match else 0

    def ranked(self, pages_needed: int) -> list[Candidate]:
        """The best passages; those of the best tier alone when they are of enough pages."""
        asked = self.question.asked
        if asked is None:
            return []
        found: list[Candidate] = []
        tiers = asked.tiers
        if tiers and self._matches_much():
            found, tiers = candidates(asked, self.scope, tiers[:1]), tiers[1:]
        if len({candidate.page_id for candidate in found}) < pages_needed and (tiers or not found):
            known = {candidate.pk for candidate in found}
            others = candidates(asked, self.scope, tiers)
            found += [candidate for candidate in others if candidate.pk not in known]
        return self._in_order(found)

    def of_pages(self, ids: Sequence[int]) -> list[Found]:
        """These pages in this order, with their best passages."""
        if not ids:
            return []
        asked = self.question.asked
        found = candidates(asked, self.scope, asked.tiers if asked else (), among=ids)
        pages = {page.page_id: page for page in by_page(self._in_order(found))}
        return [pages.get(pk, Found(pk)) for pk in ids]

    def absent(
        self, shown: Iterable[int], replaced: Mapping[int, set[int]], best: Sequence[Found]
    ) -> list[Found]:
        """What replaced one of `shown` and matches, but less well than was looked for."""
        known = {page.page_id for page in best}
        wanted = {source for page in shown for source in replaced.get(page, ())} - known
        found = self.of_pages(sorted(wanted & self._matches.keys()))
        return [page for page in found if page.passages]

    def _in_order(self, found: Sequence[Candidate]) -> list[Candidate]:
        for candidate in found:
            if candidate.tier is Tier.ARTICLE and not is_article(candidate.label, self._article):
                candidate.tier = Tier.WORDS
            match = self._matches.get(candidate.page_id)
            candidate.effect = match.effect if match else ""
            candidate.score = self.scorer_for(candidate).score(candidate)
        texts = list(map(_text_of, found))
        self.has_all_words = self.has_all_words or any(map(self._has_all_words, found, texts))
        self.read += texts
        return in_order(found)

    def _has_all_words(self, candidate: Candidate, text: str) -> bool:
        if candidate.tier is not Tier.SOME_WORDS:
            return True
        return all(f" {word} " in text for word in self._rarest_first)

    def _matches_much(self) -> bool:
        words = folded(self.question.essential.words)
        return min((self.question.frequencies.df.get(word, 0) for word in words), default=0) > MANY


def _text_of(candidate: Candidate) -> str:
    """Its folded words; no pair stands where one stretch ends and another begins."""
    return f" {candidate.body} | {candidate.label} | {folded_title(candidate.title)} "


def page_of_results(
    finder: Finder, counts: Counts, request: SearchRequest, per_page: int = PER_PAGE
) -> PageFound:
    """The page of results that was asked for, or the nearest there is."""
    pages = max(1, -(-counts.pages // per_page))
    number = _nearest(request.page, pages)
    first = (number - 1) * per_page
    if not counts.pages:
        return PageFound(number, pages, [])
    if request.order == NEWEST or finder.question.asked is None:
        ids = listed(
            finder.question.asked,
            finder.scope,
            but=(),
            newest=request.order == NEWEST,
            first=first,
            most=per_page,
        )
        return PageFound(number, pages, finder.of_pages(ids))
    found, acting = _by_relevance(finder, first, counts.pages, per_page)
    return PageFound(number, pages, found, acting)


def _by_relevance(
    finder: Finder, first: int, total: int, per_page: int
) -> tuple[list[Found], Acting | None]:
    """Ranked pages, then what was not ranked: the newest first."""
    best = by_page(finder.ranked(first + per_page))
    acting: Acting | None = None
    if any(found.passages[0].effect for found in best):
        # Only what was ended has a replacement; each may go down and let another up.
        ended = [found.page_id for found in best if found.passages[0].is_expired]
        near = [found.page_id for found in best[: first + per_page + len(ended)]]
        acting = acting_on({*ended, *near[first:]}, finder.scope.day)
        replaced = replaced_by(acting)
        best += finder.absent(near[first:], replaced, best)
        best = below_replacements(best, replaced)
    found = best[first : first + per_page]
    if len(found) < per_page and first + len(found) < total:
        ids = listed(
            finder.question.asked,
            finder.scope,
            but=[page.page_id for page in best],
            newest=False,
            first=max(first - len(best), 0),
            most=per_page - len(found),
        )
        found += finder.of_pages(ids)
    return found, acting


def _scorer(wordings: Sequence[Words], frequencies: Frequencies) -> Scorer:
    return Scorer([folded(words) for words in wordings], frequencies)


def _nearest(page: int | str | None, last: int) -> int:
    text = str(page or 1)
    is_number = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return min(max(int(text) if is_number else 1, 1), last)
