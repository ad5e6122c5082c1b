"""Did you mean: words that nothing has, or nothing beside their neighbours, spelled otherwise.

A word is proposed only after a page was found with it that this very reader may see, and what
"nothing has" is told by this reader's pages too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise, product
from string import ascii_lowercase

from search.asking.frequencies import Frequencies, frequencies_of
from search.asking.reading import Word, Words
from search.asking.scope import Scope
from search.asking.tiers import FEW_WORDS, unwanted_words
from search.asking.wording import folded
from search.engine.expression import And, Expression, Not, Term
from search.engine.terms import pair
from search.finding.question import Question
from search.finding.statements import first_found, visible_terms
from vietnamese import tokenize

# Many are proved at once, lest words of others' pages crowd out the reader's.
MOST_WRONG, MOST_PROPOSALS, MOST_FOR_WORD = 3, 24, 24
SHORTEST, LONGEST = 2, 14


def did_you_mean(question: Question, scope: Scope, read: Sequence[str] = ()) -> str:
    """The query in a better spelling, with which this reader finds something; "" without one.

    Asked only where the query as typed found nothing whole. read: folded words of passages that
    were found, of which nobody need ask whether this reader's pages have them. At most four
    statements.
    """
    words = question.wording.words
    if question.query.numbers or not words or not _is_wanting(question):
        return ""
    places = _doubtful(words, question, scope, read)
    proposed = proposals(words, places)
    excluded = [Not(unwanted_words(words)) for words in question.query.excluded]
    proofs = [And(_proof(words, better), *excluded) for better in proposed]
    found = first_found(proofs, scope)
    if found is None:
        return ""
    place, text = found
    written = _written(proposed[place], text if question.query.marked else "")
    return " ".join([written, *(f'-"{words}"' for words in question.query.excluded)])


def _is_wanting(question: Question) -> bool:
    return question.is_long or question.relaxed or not question.matches


def _proof(words: Words, better: Words) -> Expression:
    """What must be found: all words; of a long question those that are new, with a neighbour."""
    if len(better) <= FEW_WORDS:
        return And(*map(Term, folded(better)))
    known = set(folded(words))
    new = [pair(*two) for two in pairwise(folded(better)) if not known.issuperset(two)]
    return And(*map(Term, new))


def _written(words: Words, text: str) -> str:
    """The words as they were typed; those that are new with the marks they have in `text`."""
    marked = {token.folded: text[token.start : token.end].lower() for token in tokenize(text)}
    return " ".join(
        marked.get(word.folded, word.typed) if word.typed == word.folded else word.typed
        for word in words
    )


def proposals(words: Words, places: Sequence[int]) -> list[Words]:
    """The query with the words at these places spelled as the index does, the likeliest first."""
    if not 0 < len(places) <= MOST_WRONG:
        return []
    others = {place: set(_edited(words[place].folded)) for place in places}
    known = frequencies_of(_to_ask(words, others))
    best = [_best(words, place, others[place], known) for place in places]
    if not all(best):
        return []
    chosen = nsmallest(MOST_PROPOSALS, product(*(range(len(one)) for one in best)), key=sum)
    return [
        _corrected(
            words,
            {place: one[rank] for place, one, rank in zip(places, best, ranks, strict=True)},
        )
        for ranks in chosen
    ]


def _doubtful(words: Words, question: Question, scope: Scope, read: Sequence[str]) -> Sequence[int]:
    """Where a word stands that nothing has; without one, those that nothing has beside others."""
    places = [place for place, word in enumerate(words) if _is_spelled(word)]
    known = _seen({words[place].folded for place in places}, question, scope, read)
    unknown = [place for place in places if words[place].folded not in known]
    if unknown or len(words) == 1 or question.is_long:
        return unknown
    beside = {place: [pair(*two) for two in _neighbours(words, place)] for place in places}
    known = _seen({term for terms in beside.values() for term in terms}, question, scope, read)
    return [place for place in places if not known.intersection(beside[place])]


def _seen(terms: set[str], question: Question, scope: Scope, read: Sequence[str]) -> set[str]:
    """Those of the terms that this reader's pages have."""
    spelled = {term: f" {term.replace('_', ' ')} " for term in terms}
    found = {term for term, words in spelled.items() if any(words in text for text in read)}
    asked = filter(question.frequencies.has, terms - found)
    return found | visible_terms(asked, scope)


def _is_spelled(word: Word) -> bool:
    """Whether it is a word that one can misspell."""
    return SHORTEST <= len(word.folded) <= LONGEST and not word.folded.isdecimal()


def _neighbours(words: Words, place: int, spelled: str = "") -> Iterator[tuple[str, str]]:
    """The word there, or `spelled` (perhaps a pair), with the one before and the one after it."""
    spelled = spelled or words[place].folded
    if place:
        yield words[place - 1].folded, spelled.split("_")[0]
    if place + 1 < len(words):
        yield spelled.split("_")[-1], words[place + 1].folded


def _edited(word: str) -> Iterator[str]:
    """What is one slip away: a letter more, less, another, two exchanged, a blank left out."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for left, right in splits:
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in ascii_lowercase)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in ascii_lowercase)
        if len(left) > 1 and len(right) > 1:
            yield pair(left, right)


def _to_ask(words: Words, others: dict[int, set[str]]) -> Iterator[str]:
    for place, spellings in others.items():
        for spelled in spellings:
            yield spelled
            yield from (pair(*two) for two in _neighbours(words, place, spelled))


def _best(words: Words, place: int, spellings: Iterable[str], known: Frequencies) -> list[str]:
    """By how many neighbours it is known with, then by how often; of equals by the alphabet."""

    def likely(spelled: str) -> tuple[int, int, int, str]:
        beside = [known.df.get(pair(*two), 0) for two in _neighbours(words, place, spelled)]
        return (-sum(map(bool, beside)), -sum(beside), -known.df[spelled], spelled)

    possible = (one for one in spellings if known.has(one) and one != words[place].folded)
    return sorted(possible, key=likely)[:MOST_FOR_WORD]


def _corrected(words: Words, spelled: dict[int, str]) -> Words:
    return tuple(
        other
        for place, word in enumerate(words)
        for other in (_spelled(spelled[place]) if place in spelled else [word])
    )


def _spelled(words: str) -> Sequence[Word]:
    return [Word(word, word, word) for word in words.split("_")]
