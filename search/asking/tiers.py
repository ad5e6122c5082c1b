"""Which passages match, and how well: conditions of the index, the best tier first.

Up to FEW_WORDS words: all must be there. A longer question, or a query of which nothing has every
word, is answered by its rarest pairs of neighbours, as many as a bounded number of rows have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from django.utils.translation import gettext as _

from search.asking.articles import article_named
from search.asking.frequencies import Frequencies
from search.asking.reading import Word, Words
from search.asking.wording import Wording, folded
from search.engine.expression import And, Expression, Not, Or, Term
from search.engine.terms import cites, has_number, in_document_title, in_title, pair, pairs
from search.results import Query

FEW_WORDS = 7
# Rows that the rarest terms of a question may have together, and how many terms.
MOST_ROWS, MOST_TERMS = 12_000, 24
_WEIGHT = 1000
# How often the next rarest terms are asked for when nobody's page was found with the rarest.
_TIMES = 2


class Tier(IntEnum):
    """How a passage matches; the lower, the better."""

    NUMBER = 0
    CITES = 1
    ARTICLE = 2
    EXACT_TITLE = 3
    EXACT = 4
    TITLE = 5
    WORDS = 6
    OTHER_WORDS = 7
    SOME_WORDS = 8

    @property
    def words(self) -> str:
        """The tier in a sentence for administrators."""
        return {
            Tier.NUMBER: _("Belongs to the document with this number"),
            Tier.CITES: _("Cites this number"),
            Tier.ARTICLE: _("Is the article with this number"),
            Tier.EXACT_TITLE: _("All words with their marks in the heading, or next to each other"),
            Tier.EXACT: _("All words with their marks"),
            Tier.TITLE: _("All words in the heading, or next to each other"),
            Tier.WORDS: _("All words, marks aside"),
            Tier.OTHER_WORDS: _("All words, an ambiguous abbreviation written out"),
            Tier.SOME_WORDS: _("Some of the words"),
        }[self]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the index.

    whole: whatever matches at all; tiers: from the best down; weighed: or terms with the weight of
    each; takes_away: what of these must not be there; phrases: folded, to be found word for word.
    """

    whole: Expression
    tiers: tuple[tuple[Tier, Expression], ...] = ()
    weighed: tuple[tuple[str, int], ...] = ()
    takes_away: Expression | None = None
    phrases: tuple[str, ...] = ()

    @classmethod
    def nothing(cls) -> Asked:
        """What nothing matches."""
        return cls(Or())


def all_words(
    query: Query, wording: Wording, numbers: Sequence[str], *, apart: bool, faint: bool = False
) -> Asked:
    """Every word must be there, or the number that the words spell.

    numbers: keys of the numbers; apart: their documents themselves are left out, for they stand
    above the results and nothing but numbers was typed; faint: short forms that mean much else
    will do.
    """
    rest = [word for word in wording.words if not word.in_number]
    by_words = _of_article(wording.words) or _of_words(query, wording.same)
    tiers = [*_of_numbers(numbers, rest, apart=apart), *by_words]
    others = (*wording.doubtful, *(wording.faint if faint else ()))
    if others:
        tiers.append((Tier.OTHER_WORDS, _any(others, _folded)))
    narrow = _narrow(query, numbers if apart else ())
    narrowed = [(tier, And(found, *narrow)) for tier, found in tiers]
    whole = Or(*(found for tier, found in narrowed if tier in _WIDEST))
    return Asked(whole, tuple(narrowed), phrases=_phrases(query))


# The tiers that hold what is in the others.
_WIDEST = frozenset({Tier.NUMBER, Tier.CITES, Tier.WORDS, Tier.OTHER_WORDS})


def _narrow(query: Query, left_out: Sequence[str]) -> list[Expression]:
    """What holds for every tier: the pairs of quoted phrases, and what must not be there."""
    quoted = [Term(term) for phrase in query.phrases for term in pairs(phrase)]
    unwanted = [*map(unwanted_words, query.excluded)]
    unwanted += [Term(has_number(key)) for key in left_out]
    return [*quoted, *map(Not, unwanted)]


def unwanted_words(words: str) -> Expression:
    """What an exclusion takes away: a word, or words where all of their pairs are."""
    terms = words.split()
    return And(*map(Term, pairs(terms) if len(terms) > 1 else terms))


def some_words(
    query: Query, wordings: Sequence[Words], frequencies: Frequencies
) -> Iterator[Asked]:
    """The rarest pairs of neighbours, weighed by their rarity, then the rarest words.

    To be asked until one is found: what only pages have that the reader may not see takes the place
    of nothing. Of each the terms come that are known, then those that were too many beside them.
    """
    every = [folded(words) for words in wordings]
    for terms in (
        {term for words in every for term in pairs(words)},
        {word for words in every for word in words},
    ):
        known = set(filter(frequencies.has, terms))
        for _time in range(_TIMES):
            chosen = _rarest(known, frequencies)
            if chosen:
                yield _weighed(query, chosen, frequencies)
            known.difference_update(chosen)


def _weighed(query: Query, chosen: Sequence[str], frequencies: Frequencies) -> Asked:
    weighed = tuple((term, 1 + round(_WEIGHT * frequencies.rarity(term))) for term in chosen)
    excluded = Or(*map(unwanted_words, query.excluded)) if query.excluded else None
    whole = And(_one_of(chosen), *([Not(excluded)] if excluded else []))
    return Asked(whole, weighed=weighed, takes_away=excluded)


def _rarest(terms: Iterable[str], frequencies: Frequencies) -> list[str]:
    chosen: list[str] = []
    rows = 0
    for term in sorted(terms, key=lambda term: (frequencies.df[term], term))[:MOST_TERMS]:
        rows += frequencies.df[term]
        if chosen and rows > MOST_ROWS:
            break
        chosen.append(term)
    return chosen


def _of_words(query: Query, wordings: Sequence[Words]) -> Iterable[tuple[Tier, Expression]]:
    if not query.words:
        return
    if query.marked:
        yield Tier.EXACT_TITLE, Or(*_heading(wordings, _exactly), *_adjoining(wordings, _exactly))
        yield Tier.EXACT, _any(wordings, _exactly)
    yield Tier.TITLE, Or(*_heading(wordings, _folded), *_adjoining(wordings, _folded))
    yield Tier.WORDS, _any(wordings, _folded)


def _of_article(words: Words) -> list[tuple[Tier, Expression]]:
    """An article by its number alone: what is called so, then what speaks of it."""
    name = article_named(words)
    if not name:
        return []
    term = pair(*name.split())
    return [(Tier.ARTICLE, Term(in_title(term))), (Tier.WORDS, Term(term))]


def _of_numbers(
    numbers: Sequence[str], rest: Sequence[Word], *, apart: bool
) -> list[tuple[Tier, Expression]]:
    if not numbers:
        return []
    words = [Term(word) for word in folded(rest)]
    own = (Tier.NUMBER, And(Or(*(Term(has_number(key)) for key in numbers)), *words))
    citing = (Tier.CITES, And(Or(*(Term(cites(key)) for key in numbers)), *words))
    return [citing] if apart else [own, citing]


def _folded(word: Word) -> str:
    return word.folded


def _exactly(word: Word) -> str:
    return word.exactly


def _any(wordings: Sequence[Words], form: Callable[[Word], str]) -> Expression:
    return Or(*(And(*(Term(form(word)) for word in words)) for words in wordings))


def _heading(wordings: Sequence[Words], form: Callable[[Word], str]) -> Iterable[Expression]:
    """A word in the heading at least, and the others there or in the title of the document."""
    for words in wordings:
        headings = [Term(in_title(form(word))) for word in words]
        titles = [Term(in_document_title(word.folded)) for word in words]
        either = map(partial(_either, form), words, headings, titles)
        yield And(Or(*headings), *either)


def _either(
    form: Callable[[Word], str], word: Word, heading: Expression, title: Expression
) -> Expression:
    """In the heading, or in the title of the document; of the latter only folded words are kept."""
    marked = form(word) != word.folded
    return Or(heading, And(title, Term(form(word)))) if marked else Or(heading, title)


def _adjoining(wordings: Sequence[Words], form: Callable[[Word], str]) -> Iterable[Expression]:
    """All words (in this form), each beside the next somewhere."""
    for words in wordings:
        if len(words) > 1:
            yield And(*(Term(form(word)) for word in words), *map(Term, pairs(folded(words))))


def _one_of(terms: Sequence[str]) -> Expression:
    return Or(*map(Term, terms))


def _phrases(query: Query) -> tuple[str, ...]:
    """Phrases that pairs alone do not prove."""
    return tuple(" ".join(phrase) for phrase in query.phrases if len(phrase) > 2)
