"""What was typed, read: words, "phrases", -excluded words, numbers of documents. Nothing raises.

Filters are fields of the form, never syntax. Whatever is none of the above is a word, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from search.engine.terms import LONGEST as LONGEST_WORD
from search.engine.terms import exactly
from search.results import Query
from vietnamese import NumberMatch, find_numbers, folded_words, nfc, plain_signs, tokenize
from vietnamese.fold import WORD

LONGEST, MOST_WORDS, MOST_NUMBERS, MOST_PHRASES = 300, 40, 4, 4
# A letter and its marks are one character once composed: no more than these can become LONGEST.
_MOST_READ = LONGEST * 4

_PHRASE = re.compile(r'"([^"]*)"')
_QUOTED_OR_WORD = re.compile(rf'"[^"]*"|{WORD.pattern}')
_EXCLUDED = re.compile(r'(?<!\S)-(?:"([^"]*)"|(?=[^\W_])([^\s"]+))')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query in its two forms (cut as the index cuts them) and as it was typed.

    in_number: it is a part of a document number; is_quoted: it stands between quotation marks.
    """

    folded: str
    exact: str
    typed: str
    in_number: bool = False
    is_quoted: bool = False

    @property
    def exactly(self) -> str:
        """The term for the word with its marks."""
        return exactly(self.exact, self.folded)


Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as typed (`query`), its `words` in order, phrases included, and its `numbers`."""

    query: Query
    words: Words
    numbers: tuple[NumberMatch, ...] = ()

    @property
    def other_words(self) -> Words:
        """The words that belong to no number."""
        return tuple(word for word in self.words if not word.in_number)


def read(text: str) -> Reading:
    """The query in `text`: at most LONGEST characters and MOST_WORDS words of it count."""
    whole = nfc(text[:_MOST_READ].replace("\x00", " "))
    clean = whole[:LONGEST]
    plain = plain_signs(clean)
    numbers = find_numbers(plain)[:MOST_NUMBERS]
    without, excluded = _excluded(plain, numbers)
    everything = _words(without, numbers)
    words = everything[:MOST_WORDS]
    if not words and excluded:
        # Nothing but exclusions asks for nothing: the signs are taken for dashes.
        words, excluded = _words(plain, numbers)[:MOST_WORDS], ()
    kept = [number for number in numbers if number.key and without[number.start].strip()]
    query = Query(
        text=" ".join(clean.split()),
        words=tuple(word.folded for word in words),
        exact=tuple(word.exact for word in words),
        phrases=_phrases(without),
        excluded=excluded,
        numbers=tuple(dict.fromkeys(number.key for number in kept)),
        marked=any(word.exact != word.folded for word in words),
        cut=len(text) > _MOST_READ or len(whole.strip()) > LONGEST or len(everything) > MOST_WORDS,
    )
    return Reading(query, tuple(words), tuple(kept))


def read_as(reading: Reading, meant: Mapping[str, str]) -> Reading:
    """What `reading` is when words mean others (typed -> meant): numbers are read anew too, and
    what is quoted is left as it is.

    The text of the query stays as it was typed; `understood` tells the difference.
    """
    if not meant:
        return reading
    typed = reading.query
    text = plain_signs(typed.text)
    again = read(_QUOTED_OR_WORD.sub(lambda found: meant.get(found[0], found[0]), text))
    query = replace(again.query, text=typed.text, cut=typed.cut, understood=tuple(meant.items()))
    return replace(again, query=query)


def _words(text: str, numbers: Iterable[NumberMatch]) -> list[Word]:
    quoted = [match.span() for match in _PHRASE.finditer(text)]
    return [
        Word(
            token.folded[:LONGEST_WORD],
            token.exact[:LONGEST_WORD],
            text[token.start : token.end],
            any(number.start <= token.start < number.end for number in numbers),
            any(start < token.start < end for start, end in quoted),
        )
        for token in tokenize(text)
        if token.folded
    ]


def _excluded(text: str, numbers: list[NumberMatch]) -> tuple[str, tuple[str, ...]]:
    """`text` with blanks in place of what is excluded, and the folded words of each exclusion."""
    excluded: list[str] = []

    def take(match: re.Match[str]) -> str:
        if any(number.start < match.start() < number.end for number in numbers):
            return match[0]  # a dash within a number: "4552 -KH-SGDĐT"
        tokens = tokenize(match[1] or match[2] or "")
        excluded.append(" ".join(token.folded[:LONGEST_WORD] for token in tokens))
        return " " * len(match[0])

    without = _EXCLUDED.sub(take, text)
    return without, tuple(dict.fromkeys(filter(None, excluded)))


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of each quoted stretch; one word in quotes is a word."""
    found = (tuple(folded_words(part)) for part in _PHRASE.findall(text))
    phrases = dict.fromkeys(phrase[:MOST_WORDS] for phrase in found if len(phrase) > 1)
    return tuple(phrases)[:MOST_PHRASES]
