"""From what was typed to what is asked of the index: read, worded, relaxed when nothing has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.asking.frequencies import Frequencies, frequencies_of
from search.asking.question_words import without_question_words
from search.asking.reading import Reading, Words, read
from search.asking.scope import Scope
from search.asking.tiers import FEW_WORDS, Asked, all_words, some_words
from search.asking.wording import Wording, decoded, folded, terms_of_keys, terms_to_ask, wording_of
from search.finding.numbered import Numbered, numbered
from search.finding.statements import Match, matches, visible_terms
from search.results import Query
from vietnamese import Abbreviations


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, what it may mean, what is asked of the index, and how many pages have it.

    wording: what ranks; essential: what must be there, that is without words that only ask where no
    page has these too; asked: None when nothing was typed; relaxed: nothing has all the words;
    matches: all matching pages that the reader may see.
    """

    reading: Reading
    wording: Wording
    essential: Wording
    frequencies: Frequencies
    numbered: Numbered
    asked: Asked | None
    matches: list[Match]
    relaxed: bool = False

    @property
    def query(self) -> Query:
        """What was typed, and what was read in place of it."""
        return self.reading.query

    @property
    def is_number_alone(self) -> bool:
        """Whether nothing but numbers was typed, and there are documents with them."""
        return bool(self.numbered.pages) and not self.reading.other_words

    @property
    def is_long(self) -> bool:
        """Whether it is answered by some of its words."""
        return _is_long(self.reading)

    @property
    def wordings(self) -> tuple[Words, ...]:
        """All wordings of what must be there, the surest first."""
        return (*self.essential.same, *self.essential.doubtful, *self.essential.faint)


def question_of(text: str, scope: Scope, abbreviations: Abbreviations) -> Question:
    """The question in `text`: at most six statements where few passages match, else eight."""
    reading = read(text)
    if reading.query.is_empty:
        nothing = Wording((reading.words,))
        found = matches(None, scope) if scope.chosen else []
        return Question(reading, nothing, nothing, Frequencies(), Numbered(), None, found)
    frequencies = frequencies_of(terms_to_ask(reading, abbreviations))
    known = visible_terms(filter(frequencies.has, terms_of_keys(reading)), scope)
    reading = decoded(reading, known)
    if reading.numbers:
        # The number tells what it is about: "nghị định 30 là gì".
        reading = replace(reading, words=without_question_words(reading.words))
    wording = wording_of(reading.words, abbreviations)
    question = Question(
        reading, wording, wording, frequencies, numbered(reading, scope), Asked.nothing(), []
    )
    bare = wording_of(without_question_words(reading.words), abbreviations)
    for way in _ways(question, bare):
        found = matches(way.asked, scope)
        if found:
            return replace(
                question,
                essential=way.essential,
                asked=way.asked,
                matches=found,
                relaxed=way.is_relaxed,
            )
    return question


class _Way(NamedTuple):
    """What may be asked, the wording of what must be there, and whether that is too little."""

    essential: Wording
    asked: Asked
    is_relaxed: bool = False


def _ways(question: Question, bare: Wording) -> Iterator[_Way]:
    """What to ask, until one of them finds something. bare: without words that only ask."""
    query, frequencies = question.reading.query, question.frequencies
    keys, apart = question.numbered.keys, question.is_number_alone
    for wording in dict.fromkeys((question.wording, bare)) if not question.is_long else ():
        every = (*wording.same, *wording.doubtful)
        if keys or any(_is_known(words, frequencies) for words in every):
            yield _Way(wording, all_words(query, wording, keys, apart=apart))
        if any(_is_known(words, frequencies) for words in wording.faint):
            yield _Way(wording, all_words(query, wording, keys, apart=apart, faint=True))
    if question.is_number_alone:
        return
    wording = question.wording
    for asked in some_words(query, (*wording.same, *wording.doubtful), frequencies):
        yield _Way(wording, asked, not question.is_long)


def _is_long(reading: Reading) -> bool:
    """A quoted phrase is meant word for word, however long."""
    return len(reading.words) > FEW_WORDS and not reading.query.phrases


def _is_known(words: Words, frequencies: Frequencies) -> bool:
    return all(frequencies.has(word) for word in folded(words))
