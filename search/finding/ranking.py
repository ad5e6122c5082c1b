"""BM25 in Python over folded words and pairs of neighbours: the same code, so the same order, on
every database.

A word in the heading of a passage, or in the title of its document, counts three times. K1 and B
were measured over questions about laws; see docs/search.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from search.asking.articles import force
from search.asking.frequencies import Frequencies
from search.asking.tiers import FEW_WORDS, Tier
from search.engine.terms import LABEL_WEIGHT, TITLE_WEIGHT, pair, words_of

K1, B = 0.9, 0.4
# Of passages that have only some of the words, expired ones are worth less, not nothing.
EXPIRED_WORTH = 0.6
EXPIRED = "expired"


@dataclass(slots=True)
class Candidate:
    """A passage that may be shown: where it stands, its folded words, and what it scores.

    effect: an `EffectStatus` on the day asked for, "" for what has none; title, document_type,
    year: of its page.
    """

    pk: int
    page_id: int
    position: int
    tier: Tier
    title: str
    length: int
    label: str
    body: str
    document_type: str = ""
    year: int | None = None
    effect: str = ""
    score: float = 0.0

    @property
    def is_expired(self) -> bool:
        """Whether its document is no longer in force."""
        return self.effect == EXPIRED


@dataclass(frozen=True, slots=True)
class Share:
    """What a term adds to a score: how often it stands in body, heading and title; its points."""

    term: str
    body: int
    label: int
    title: int
    points: float


class Scorer:
    """Scores passages for a query in one or several wordings (folded); the best wording counts."""

    def __init__(self, wordings: Sequence[Sequence[str]], frequencies: Frequencies) -> None:
        self._average = frequencies.average
        self._words = {word: _stretch(word) for wording in wordings for word in wording}
        # By what they are made of: what the vocabulary calls them, and how they stand in a text.
        self._pairs = {
            two: (pair(*two), _stretch(*two)) for wording in wordings for two in pairwise(wording)
        }
        self._wordings = [
            [*dict.fromkeys(wording), *dict.fromkeys(pair(*two) for two in pairwise(wording))]
            for wording in wordings
        ]
        self._rarity = {
            term: frequencies.rarity(term) for terms in self._wordings for term in terms
        }
        self._titles: dict[str, dict[str, int]] = {}

    def score(self, candidate: Candidate) -> float:
        """The points of a passage; more is better."""
        times = self._count(candidate.body)
        for term, more in self._count(candidate.label).items():
            times[term] = times.get(term, 0) + LABEL_WEIGHT * more
        for term, more in self._count_title(candidate.title).items():
            times[term] = times.get(term, 0) + TITLE_WEIGHT * more
        points = self._points(times, candidate.length)
        return max(sum([points.get(term, 0.0) for term in terms]) for terms in self._wordings)

    def shares(self, candidate: Candidate) -> list[Share]:
        """What each term adds in the best wording, the most important first."""
        body, label = self._count(candidate.body), self._count(candidate.label)
        title = self._count_title(candidate.title)
        counts = {
            term: (body.get(term, 0), label.get(term, 0), title.get(term, 0))
            for term in (*body, *label, *title)
        }
        times = {
            term: count[0] + LABEL_WEIGHT * count[1] + TITLE_WEIGHT * count[2]
            for term, count in counts.items()
        }
        points = self._points(times, candidate.length)
        best = max(self._wordings, key=lambda terms: sum(points.get(term, 0.0) for term in terms))
        found = [Share(term, *counts[term], points[term]) for term in best if term in points]
        return sorted(found, key=lambda share: (-share.points, share.term))

    def _points(self, times: dict[str, int], length: int) -> dict[str, float]:
        """times: how often each term is there, heading and title weighed."""
        norm = K1 * (1 - B + B * length / self._average)
        rarity = self._rarity
        return {
            term: rarity[term] * often * (K1 + 1) / (often + norm) for term, often in times.items()
        }

    def _count_title(self, title: str) -> dict[str, int]:
        if title not in self._titles:
            self._titles[title] = self._count(folded_title(title))
        return self._titles[title]

    def _count(self, text: str) -> dict[str, int]:
        """How often the words and pairs stand in a text: what costs less, the same either way."""
        is_short = len(self._words) <= FEW_WORDS
        return self._looked_for(text) if is_short else self._gone_through(text)

    def _gone_through(self, text: str) -> dict[str, int]:
        """Word by word."""
        counts: dict[str, int] = {}
        words, known = text.split(), self._words
        last, before = -2, ""
        for place in [place for place, word in enumerate(words) if word in known]:
            word = words[place]
            counts[word] = counts.get(word, 0) + 1
            if place == last + 1 and (two := self._pairs.get((before, word))):
                counts[two[0]] = counts.get(two[0], 0) + 1
            last, before = place, word
        return counts

    def _looked_for(self, text: str) -> dict[str, int]:
        """Each in the whole text."""
        # Each word has blanks of its own, so that none is counted with its neighbour's.
        spaced = f" {text.replace(' ', '  ')} "
        counts = {
            word: often for word, spelled in self._words.items() if (often := spaced.count(spelled))
        }
        for (first, second), (term, spelled) in self._pairs.items():
            if first in counts and second in counts:
                often = _doubled(spelled, spaced) if first == second else spaced.count(spelled)
                if often:
                    counts[term] = often
        return counts


def _stretch(*words: str) -> str:
    """Neighbouring words as they stand in a text whose blanks are doubled."""
    return f" {'  '.join(words)} "


def _doubled(spelled: str, text: str) -> int:
    """How often a word follows itself; of three in a row the middle one counts for both pairs."""
    often, place = 0, text.find(spelled)
    while place >= 0:
        often, place = often + 1, text.find(spelled, place + 1)
    return often


@lru_cache(maxsize=2**13)
def folded_title(title: str) -> str:
    """The folded words of a title, a blank between two."""
    return words_of(title).joined


def in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best first: by tier, what is in force, score; of equals by page and position.

    Articles of one number, of whatever documents, stand by the legal force of these instead, then
    by their years.
    """
    return sorted(candidates, key=_place)


def _place(candidate: Candidate) -> tuple[int, bool, float, int, int, int]:
    score, expired = candidate.score, candidate.is_expired
    page, position = candidate.page_id, candidate.position
    if candidate.tier is Tier.ARTICLE:
        year = candidate.year or 0
        return (candidate.tier, expired, force(candidate.document_type), -year, page, position)
    if candidate.tier is Tier.SOME_WORDS:
        # Passages that share but a word with a question must not stand above its answer.
        score, expired = score * (EXPIRED_WORTH if expired else 1.0), False
    return (candidate.tier, expired, -score, page, position, 0)
