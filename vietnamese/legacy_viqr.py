"""VIQR: Vietnamese in ASCII, marks after their letter (RFC 1456): "Vie^.t Nam, dda^'t nu+o+'c"."""

from __future__ import annotations

import re
from typing import Final

from vietnamese.letters import TONES, nfc
from vietnamese.syllables import is_syllable

_TONE_SIGNS: Final = dict(zip("`?~'.", TONES[1:], strict=True))
_QUALITY_SIGNS: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_WORD: Final = re.compile(r"(?:[A-Za-z][`?~'.^(+*]{0,2})+")
_MARKED: Final = re.compile(r"[AEIOUYaeiouy][`?~'.^(+*]|[dD][dD]")
_STRONG: Final = re.compile(r"[AEOaeo]\^|[aA]\(|[OUou][+*]|[dD][dD]")
_LETTER: Final = re.compile(r"(?P<d>[dD])[dD]|(?P<vowel>[AEIOUYaeiouy])(?P<marks>[`?~'.^(+*]{1,2})")
_ENDINGS: Final = ".?"
_FEWEST_WORDS = 4
_LEAST_SHARE = 0.3
_SAMPLE = 20_000


def is_viqr(text: str) -> bool:
    """Whether so many words of `text` read as VIQR that it can be nothing else."""
    sample = text[:_SAMPLE]
    if len(_STRONG.findall(sample)) < _FEWEST_WORDS:
        return False
    words = _WORD.findall(sample)
    read = [word for word in words if _MARKED.search(word) and _best(word, "") != word]
    return len(read) >= max(_FEWEST_WORDS, _LEAST_SHARE * len(words))


def from_viqr(text: str) -> str:
    """`text` with every word that reads as a syllable of VIQR as its letters.

    A full stop or question mark at the end of a word is a tone only where the sentence goes on:
    before a capital or the end of the line it closes.
    """
    return _WORD.sub(lambda match: _best(match[0], text[match.end() : match.end() + 2]), text)


def _best(word: str, after: str) -> str:
    if not _MARKED.search(word):
        return word
    readings = [(_letters(word), "")]
    if word[-1] in _ENDINGS:
        shorter = (_letters(word[:-1]), word[-1])
        goes_on = after[:1] == " " and after[1:].islower()
        readings = [*readings, shorter] if goes_on else [shorter, *readings]
    for letters, ending in readings:
        if is_syllable(letters):
            return letters + ending
    return word


def _letters(word: str) -> str:
    return nfc(_LETTER.sub(_letter, word))


def _letter(match: re.Match[str]) -> str:
    if match["d"]:
        return "đ" if match["d"] == "d" else "Đ"
    quality = "".join(_QUALITY_SIGNS.get(sign, "") for sign in match["marks"])
    tone = "".join(_TONE_SIGNS.get(sign, "") for sign in match["marks"])
    is_mark = len(quality) < 2 and len(tone) < 2
    return match["vowel"] + quality + tone if is_mark else match[0]
