"""Words that only ask ("là gì", "bao nhiêu"): no text that answers need have them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from search.asking.reading import Word, Words
from vietnamese import Token, tokenize


class Place(StrEnum):
    """Where in a query words must stand that only ask."""

    ANYWHERE = "anywhere"
    FIRST = "first"
    LAST = "last"


class Row(NamedTuple):
    """A row of `data/question_words.csv`; why: what the words ask for, or how else they are used.

    The longest that fits counts.
    """

    words: tuple[Token, ...]
    place: Place
    why: str


def without_question_words(words: Words) -> Words:
    """`words` without those that only ask; all of them when nothing else was typed.

    Quoted words and parts of numbers stay. A word typed with marks must have the right ones; in
    capitals among others that are not, it is an abbreviation (AI).
    """
    askable = [_may_ask(word, words) for word in words]
    start, end = 0, len(words)
    while taken := _length(words[start:end], askable[start:end], Place.FIRST):
        start += taken
    while taken := _length(words[start:end], askable[start:end], Place.LAST):
        end -= taken
    kept: list[Word] = []
    while start < end:
        taken = _length(words[start:end], askable[start:end], Place.ANYWHERE)
        if not taken:
            kept.append(words[start])
        start += taken or 1
    return tuple(kept) or words


def asks(word: Word) -> bool:
    """Whether `word` is one of the words of the table."""
    return any(_is(word, token) for row in rows() for token in row.words)


@cache
def rows() -> tuple[Row, ...]:
    """The table, the longest words first."""
    table = resources.files("search") / "data" / "question_words.csv"
    with table.open("r", encoding="utf-8") as lines:
        read = [
            Row(tuple(tokenize(row["words"])), Place(row["place"]), row["why"])
            for row in csv.DictReader(lines)
        ]
    return tuple(sorted(read, key=lambda row: -len(row.words)))


@lru_cache(maxsize=2**12)
def _rows_at(place: Place, edge: str) -> tuple[Row, ...]:
    """Those for a place whose first word (of the last place: last word) is `edge`, folded."""
    word = -1 if place is Place.LAST else 0
    return tuple(row for row in rows() if row.place is place and row.words[word].folded == edge)


def _may_ask(word: Word, words: Words) -> bool:
    is_abbreviation = word.typed.isupper() and not all(other.typed.isupper() for other in words)
    return not (word.is_quoted or word.in_number or is_abbreviation)


def _length(words: Sequence[Word], askable: Sequence[bool], place: Place) -> int:
    """How many words at that place (anywhere: at the start) only ask."""
    if not words:
        return 0
    for row in _rows_at(place, words[-1 if place is Place.LAST else 0].folded):
        size = len(row.words)
        part = slice(-size, None) if place is Place.LAST else slice(size)
        is_there = size <= len(words) and all(askable[part])
        if is_there and all(map(_is, words[part], row.words)):
            return size
    return 0


def _is(word: Word, asked: Token) -> bool:
    is_bare = word.exact == word.folded
    return word.folded == asked.folded if is_bare else word.exact == asked.exact
