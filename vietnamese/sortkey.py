"""Alphabetical order: a ă â b c d đ e ê ..., tones ngang huyền hỏi ngã sắc nặng."""

from __future__ import annotations

import re
from functools import lru_cache

from vietnamese.fold import WORD
from vietnamese.letters import split_tone, without_marks

_VARIANT = {"ă": 1, "â": 2, "đ": 1, "ê": 1, "ô": 1, "ơ": 2, "ư": 1}
_DIGITS_OR_LETTER = re.compile(r"\d+|\D")


def sort_key(text: str) -> str:
    """A key whose plain order is the alphabetical order of Vietnamese; numbers count by value.

    Vietnamese words become ASCII letters and digits, two for each letter, so that every database
    collation sorts them alike. Syllable by syllable: letters first, then the tone.
    """
    return "".join(_syllable_key(match[0].lower()) for match in WORD.finditer(text))


def name_sort_key(name: str) -> str:
    """The key of a person's name: given name (the last word), then family and middle names."""
    *family, given = name.split() or [""]
    return sort_key(given) + sort_key(" ".join(family))


@lru_cache(maxsize=2**14)
def _syllable_key(syllable: str) -> str:
    letters, tone = split_tone(syllable)
    parts = [_part_key(part) for part in _DIGITS_OR_LETTER.findall(letters)]
    return "".join([*parts, f"0{tone}"])


def _part_key(part: str) -> str:
    """Digits sort after the end of a word and before letters, shorter numbers first."""
    if part[0].isdecimal():
        digits = part.lstrip("0")
        return f"1{min(len(digits), 9)}{digits}"
    return f"{without_marks(part)}{_VARIANT.get(part, 0)}"
