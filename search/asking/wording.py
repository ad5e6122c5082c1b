"""What the words of a query may mean: Telex left undecoded, abbreviations and what they stand for.

An abbreviation that means other things too only gives wordings that rank below direct matches.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, islice, pairwise

from search.asking.question_words import asks, without_question_words
from search.asking.reading import Reading, Word, Words, read_as
from search.engine.terms import pair, pairs
from vietnamese import (
    Abbreviations,
    Alternative,
    document_types,
    exact_word,
    fold,
    fold_word,
    is_syllable,
    untelex,
)

MOST_WORDINGS, MOST_ALTERNATIVES, MOST_REPLACED = 6, 12, 3


@dataclass(frozen=True, slots=True)
class Wording:
    """The words as read, and the same query in other words, by how surely it is the same.

    same: the words as read, then with abbreviations written out or the other way round; doubtful:
    an ambiguous abbreviation is written out; faint: something is abbreviated ambiguously.
    """

    same: tuple[Words, ...]
    doubtful: tuple[Words, ...] = ()
    faint: tuple[Words, ...] = ()

    @property
    def words(self) -> Words:
        """The query as read."""
        return self.same[0]


def folded(words: Iterable[Word]) -> tuple[str, ...]:
    """The folded forms."""
    return tuple(word.folded for word in words)


def terms_to_ask(reading: Reading, abbreviations: Abbreviations) -> set[str]:
    """Every word and pair whose frequency decides how the query is read and ranked."""
    terms: set[str] = set()
    decoded = tuple(map(_decoded, reading.words))
    read = (reading.words, decoded)
    for words in dict.fromkeys((*read, *map(without_question_words, read))):
        found = wording_of(words, abbreviations)
        for wording in (*found.same, *found.doubtful, *found.faint):
            terms.update(folded(wording), pairs(folded(wording)))
    # A decoded word may stand beside one that is left as typed.
    for (first, other_first), (second, other_second) in pairwise(
        zip(reading.words, decoded, strict=True)
    ):
        terms.add(pair(first.folded, other_second.folded))
        terms.add(pair(other_first.folded, second.folded))
    return terms


def terms_of_keys(reading: Reading) -> set[str]:
    """The words that may have been typed by their keys, and what the keys make."""
    both = ((word, _decoded(word)) for word in reading.words)
    return {term for two in both if two[0] is not two[1] for term in folded(two)}


def decoded(reading: Reading, known: Container[str]) -> Reading:
    """The reading with words decoded that are not known as typed, when what they make is known, or
    is a word that only asks.

    known: those of `terms_of_keys` that the reader's own pages have, for what was decoded is told.
    """
    meant = {}
    for word in reading.words:
        better = word if word.folded in known else _decoded(word)
        if better is not word and (better.folded in known or asks(better)):
            meant[word.typed] = better.typed
    return read_as(reading, meant)


def _decoded(word: Word) -> Word:
    """The word that the keys of Telex or VNI in it make; itself when they make none, or quoted.

    In what looks like a number only the type of a document is decoded: "33 nghij ddinhj 30".
    """
    found = "" if word.is_quoted else untelex(word.typed)
    if not found or (word.in_number and not _is_of_type(word.typed, found)):
        return word
    return replace(word, folded=fold_word(found), exact=exact_word(found), typed=found)


@cache
def _words_of_types() -> frozenset[str]:
    """The folded words in the names of document types."""
    return frozenset(word for kind in document_types() for word in fold(kind.name).split())


def _is_of_type(typed: str, meant: str) -> bool:
    # TW, the Central Committee, would be the "tư" of "thông tư".
    return len(typed) > len("tw") and fold_word(meant) in _words_of_types()


def wording_of(words: Words, abbreviations: Abbreviations) -> Wording:
    """The words, and what else they may stand for."""
    found = [
        alternative
        for alternative in abbreviations.expand(folded(words))
        if not any(word.in_number for word in words[alternative.start : alternative.end])
    ][:MOST_ALTERNATIVES]
    sure = [alternative for alternative in found if not alternative.ambiguous]
    ambiguous = [alternative for alternative in found if alternative.ambiguous]
    longer = [one for one in ambiguous if len(one.words) > one.end - one.start]
    shorter = [one for one in ambiguous if one not in longer]
    # "sỹ" is a word before it is "sao y".
    longer = [one for one in longer if not is_syllable(words[one.start].typed)]
    return Wording(
        _replaced(words, _sets_of(sure)),
        _replaced(words, [(one,) for one in longer[: MOST_WORDINGS - 1]]),
        _replaced(words, [(one,) for one in shorter[: MOST_WORDINGS - 1]]),
    )


def _sets_of(alternatives: Sequence[Alternative]) -> list[tuple[Alternative, ...]]:
    """None of them, each alone, then those that can stand together; the first few."""
    sets = (
        chosen
        for size in range(MOST_REPLACED + 1)
        for chosen in combinations(alternatives, size)
        if all(first.end <= second.start for first, second in pairwise(chosen))
    )
    return list(islice(sets, MOST_WORDINGS))


def _replaced(words: Words, sets: Iterable[Sequence[Alternative]]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(tuple(_rewritten(words, chosen)) for chosen in sets))


def _rewritten(words: Words, chosen: Sequence[Alternative]) -> Iterator[Word]:
    """The words with each of `chosen` (in order, none overlapping) in place of what it means."""
    place = 0
    for alternative in chosen:
        yield from words[place : alternative.start]
        yield from (Word(word, word, word) for word in alternative.words)
        place = alternative.end
    yield from words[place:]
