"""Two forms of a text for comparing: folded (no marks) and exact (tone wherever it stands)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from vietnamese.letters import nfc, plain_signs, split_tone, without_marks

# A letter or digit, its marks, and what zero-width signs may hide between two of them.
_MARK = "[\u0300-\u036f]"
_ZERO_WIDTH = "[\u00ad\u200b-\u200d\u2060\ufeff]"
WORD = re.compile(rf"[^\W_]{_MARK}*(?:{_ZERO_WIDTH}*[^\W_]{_MARK}*)*")

# kỷ and kỉ, lý and lí, quý and quí are the same word in two schools of spelling.
_FINAL_Y = re.compile(r"(?<=[hklmstv])y$|(?<=qu)y$")


@lru_cache(maxsize=2**16)
def fold_word(word: str) -> str:
    """One word in lower case without marks; a number without leading zeros."""
    folded = without_marks(plain_signs(word).lower())
    if folded.isdecimal():
        return folded.lstrip("0") or "0"
    return _FINAL_Y.sub("i", folded)


@lru_cache(maxsize=2**16)
def exact_word(word: str) -> str:
    """One word in lower case with â ă ê ô ơ ư đ in place and the tone as a digit at the end.

    `hoà` and `hòa` are both `hoa1`, `tuyến` is `tuyên4`, `tuyên` stays. A word that ends in a
    digit of its own gets a 0, so that the paper size A4 is not ả.
    """
    letters, tone = split_tone(word.lower())
    if tone:
        return f"{letters}{tone}"
    return f"{letters}0" if letters[-1:].isdecimal() and not letters.isdecimal() else letters


def _by_word(text: str, form: Callable[[str], str]) -> str:
    spelled = WORD.sub(lambda match: form(match[0]), plain_signs(nfc(text)))
    return " ".join(spelled.split())


def fold(text: str) -> str:
    """The folded form of a whole text, one space between words, for keys and comparisons.

    Unicode form, tone placement, marks, đ, case, final y or i, leading zeros and the kind of
    dash or quote no longer matter. Folding twice changes nothing.
    """
    return _by_word(text, fold_word)


def exact(text: str) -> str:
    """The exact form of a whole text: Unicode form, case and tone placement do not matter."""
    return _by_word(text, exact_word)
