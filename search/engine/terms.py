"""One language of terms for both engines: what is written for a passage, and what is asked.

A term is one of
  `w`, `a_b`        folded syllable and folded pair of neighbours, anywhere: body, label or title
  `t:w`, `t:a_b`    in the label (of the first passage: in the title of the page)
  `d:w`             in the title of the page
  `x`, `t:x`        exact syllable, only where it differs from the folded one: anywhere, in label;
                    `=x` when it has plain letters only, so that ả (`=a4`) is not the paper A4
  `n:key`, `c:key`  the number of the document itself; a number that the passage cites
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from vietnamese import exact_word, fold_word
from vietnamese.fold import WORD

# Raise it when the same page would get other passages or other terms: `manage.py prepare` then
# makes the index anew. 2: awarded lists of decisions; results, figures and lessons.
TERMS_VERSION = 2
LONGEST = 40
LABEL_WEIGHT = TITLE_WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order (cut at LONGEST letters): folded, and with marks as terms."""

    folded: tuple[str, ...]
    marked: tuple[str, ...]

    @property
    def joined(self) -> str:
        """The folded words, a blank between two."""
        return " ".join(self.folded)


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """What is written of a passage: all its terms, those that are counted, its words, its length.

    terms: everything that can be asked; counted: folded syllables and pairs, for the vocabulary.
    """

    terms: frozenset[str]
    counted: frozenset[str]
    label: Words
    body: Words
    length: int


def words_of(text: str) -> Words:
    """The words of `text`, the same as those of `vietnamese.tokenize`; of a question too."""
    forms = list(map(_forms, WORD.findall(text)))
    return Words(tuple([form[0] for form in forms]), tuple([form[1] for form in forms]))


@lru_cache(maxsize=2**16)
def _forms(word: str) -> tuple[str, str]:
    folded, exact = fold_word(word)[:LONGEST], exact_word(word)[:LONGEST]
    return folded, exactly(exact, folded)


def pair(first: str, second: str) -> str:
    """The term of two neighbouring folded words."""
    return f"{first}_{second}"


def pairs(words: Sequence[str]) -> list[str]:
    """The terms of all neighbours among folded `words`, in order, repeated ones too."""
    return list(map("_".join, pairwise(words)))


def counted_in(*stretches: Sequence[str]) -> set[str]:
    """The folded words and pairs of stretches of folded words: what the vocabulary counts."""
    found: set[str] = set()
    for words in stretches:
        found.update(words)
        found.update(pairs(words))
    return found


def exactly(exact: str, folded: str) -> str:
    """The term for a word with its marks: the folded one where they do not differ."""
    if exact == folded:
        return folded
    return f"={exact}" if exact.isascii() else exact


def in_title(term: str) -> str:
    """The term for `term` (folded, pair or exact) in a label or, of a whole page, its title."""
    return f"t:{term}"


def in_document_title(word: str) -> str:
    """The term for a folded word in the title of the page to which a passage belongs."""
    return f"d:{word}"


def has_number(key: str) -> str:
    """The term for passages of the document with this number key."""
    return f"n:{key[:80]}"


def cites(key: str) -> str:
    """The term for passages that cite the document with this number key."""
    return f"c:{key[:80]}"


def terms_of(passage: Any, page: Any, title: Words | None = None) -> PassageTerms:
    """The terms of `passage` (label, body, cited, position) of `page` (title, number_key).

    Rows of the index and what is about to become one serve alike. title: the words of the title
    of `page`, for callers with many passages of one page.
    """
    title = title or words_of(page.title)
    label, body = words_of(passage.label), words_of(passage.body)
    counted = counted_in(title.folded, label.folded, body.folded)
    terms = set(counted)
    terms.update(title.marked, label.marked, body.marked)
    named = title if passage.position == 0 and not passage.label else label
    terms.update(map(in_title, counted_in(named.folded)))
    terms.update(map(in_title, named.marked))
    terms.update(map(in_document_title, title.folded))
    terms.update(map(cites, passage.cited.split()))
    if page.number_key:
        terms.add(has_number(page.number_key))
    length = len(body.folded) + LABEL_WEIGHT * len(label.folded) + TITLE_WEIGHT * len(title.folded)
    return PassageTerms(frozenset(terms), frozenset(counted), label, body, length)


def deltas(new: Iterable[Iterable[str]], old: Iterable[Iterable[str]]) -> dict[str, int]:
    """By how many passages each term becomes more or less frequent; without those that stay."""
    counts: dict[str, int] = {}
    for sign, passages in ((1, new), (-1, old)):
        for terms in passages:
            for term in terms:
                counts[term] = counts.get(term, 0) + sign
    return {term: counts[term] for term in sorted(counts) if counts[term]}
