"""Marks that a scan misread, put right by how the same words are spelled elsewhere.

"SỞ Y TE" in the head is "Sở Y tế" wherever the text names it; "GIÁM ĐỌC" is an office that is
spelled in one way only. What comes back is still unsure: a person compares it with the page.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

from vietnamese import exact_word, fold, tokenize

_OFFICES = (
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "PHÓ CHỦ TỊCH THƯỜNG TRỰC",
    "GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "PHÓ TỔNG GIÁM ĐỐC",
    "HIỆU TRƯỞNG",
    "PHÓ HIỆU TRƯỞNG",
    "BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
    "CHÁNH THANH TRA",
    "PHÓ CHÁNH THANH TRA",
    "CHÁNH ÁN",
    "CỤC TRƯỞNG",
    "PHÓ CỤC TRƯỞNG",
    "CHI CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "TRƯỞNG PHÒNG",
    "PHÓ TRƯỞNG PHÒNG",
    "TRƯỞNG BAN",
    "PHÓ TRƯỞNG BAN",
    "BÍ THƯ",
    "PHÓ BÍ THƯ",
    "THỦ TƯỚNG",
    "PHÓ THỦ TƯỚNG",
    "CHỦ NHIỆM",
    "PHÓ CHỦ NHIỆM",
    "VIỆN TRƯỞNG",
    "THƯ KÝ",
    "CHỦ TỌA",
    "CHỦ TRÌ",
)
_ONCE = 1


@cache
def _by_folded() -> dict[str, str]:
    return {fold(office): office for office in _OFFICES}


def respelled_office(words: str) -> str:
    """An office with its marks right; `words` itself when it is none of the usual ones."""
    return _by_folded().get(fold(words), words)


class Spellings:
    """How a text spells its words, two by two; built once for each text."""

    def __init__(self, text: str) -> None:
        tokens = tokenize(text)
        self._pairs: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
        written = [text[token.start : token.end].lower() for token in tokens]
        for (one, two), pair in zip(pairwise(tokens), pairwise(written), strict=True):
            self._pairs.setdefault((one.folded, two.folded), Counter())[pair] += 1

    def respelled(self, words: str) -> str:
        """`words` with the marks that the text gives most often to the same two words in a row.

        Capitals stay capitals; a spelling that is not met at least twice changes nothing.
        """
        tokens = tokenize(words)
        best = [words[token.start : token.end] for token in tokens]
        for place in range(len(tokens) - 1):
            found = self._best_pair(tokens[place].folded, tokens[place + 1].folded)
            if found:
                for here, new in zip((place, place + 1), found, strict=True):
                    best[here] = _in_case_of(best[here], new)
        pieces: list[str] = []
        end = 0
        for token, word in zip(tokens, best, strict=True):
            pieces += [words[end : token.start], word]
            end = token.end
        return "".join([*pieces, words[end:]])

    def _best_pair(self, one: str, two: str) -> tuple[str, str] | None:
        spellings = self._pairs.get((one, two))
        if spellings is None:
            return None
        (best, count), *others = spellings.most_common(2)
        is_clear = count > _ONCE and (not others or count > others[0][1])
        return best if is_clear else None


def _in_case_of(old: str, new: str) -> str:
    if exact_word(old) == exact_word(new):
        return old  # hoà and hòa are spelled alike
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.capitalize() if old[:1].isupper() else new
