"""Words of a text, each with its two forms and its place."""

from __future__ import annotations

from dataclasses import dataclass

from vietnamese.fold import WORD, exact_word, fold_word


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `text[start:end]` of the text that was given, whatever its Unicode form."""

    start: int
    end: int
    folded: str
    exact: str


def tokenize(text: str) -> list[Token]:
    """The words of `text` in order. Letters, digits and their marks make a word; all else parts."""
    return [
        Token(match.start(), match.end(), fold_word(match[0]), exact_word(match[0]))
        for match in WORD.finditer(text)
    ]


def folded_words(text: str) -> list[str]:
    """The folded words of `text`, in order: neither marks nor case nor signs make a difference."""
    return [fold_word(word) for word in WORD.findall(text)]
