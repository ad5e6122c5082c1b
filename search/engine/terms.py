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
class Title:
    """The title of a page, as all its passages need it: words, and terms made of them."""

    words: Words
    counted: frozenset[str]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """What is written of a passage: all its terms, its words, its length.

    counted: folded syllables and pairs, for the vocabulary; others: all other terms.
    """

    counted: set[str]
    others: set[str]
    label: Words
    body: Words
    length: int

    @property
    def terms(self) -> set[str]:
        """Everything that can be asked."""
        return self.counted | self.others


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


def counted_in(words: Sequence[str]) -> set[str]:
    """The folded words and pairs of a stretch of folded words: what the vocabulary counts."""
    found = set(words)
    found.update(pairs(words))
    return found


@lru_cache(maxsize=2**8)
def title_of(title: str) -> Title:
    """The words and terms of a page's title: the same for all its passages, which are written and
    counted one after the other."""
    words = words_of(title)
    terms = {*words.marked, *map(in_document_title, words.folded)}
    return Title(words, frozenset(counted_in(words.folded)), frozenset(terms))


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


def terms_of(passage: Any, page: Any) -> PassageTerms:
    """The terms of `passage` (label, body, cited, position) of `page` (title, number_key).

    Rows of the index and what is about to become one serve alike.
    """
    title, label, body = title_of(page.title), words_of(passage.label), words_of(passage.body)
    of_label = counted_in(label.folded)
    is_whole = passage.position == 0 and not passage.label
    named = title.counted.union(title.words.marked) if is_whole else of_label.union(label.marked)
    counted = counted_in(body.folded)
    counted.update(of_label, title.counted)
    others = set(title.terms)
    others.update(
        label.marked, body.marked, map(in_title, named), map(cites, passage.cited.split())
    )
    if page.number_key:
        others.add(has_number(page.number_key))
    others -= counted
    weighed = LABEL_WEIGHT * len(label.folded) + TITLE_WEIGHT * len(title.words.folded)
    return PassageTerms(counted, others, label, body, len(body.folded) + weighed)


def deltas(new: Iterable[Iterable[str]], old: Iterable[Iterable[str]]) -> dict[str, int]:
    """By how many passages each term becomes more or less frequent; without those that stay."""
    counts: dict[str, int] = {}
    for sign, passages in ((1, new), (-1, old)):
        for terms in passages:
            for term in terms:
                counts[term] = counts.get(term, 0) + sign
    return {term: counts[term] for term in sorted(counts) if counts[term]}
