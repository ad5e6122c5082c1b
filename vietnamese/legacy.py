"""Vietnamese in old encodings: found run by run, by font and by content, and turned to Unicode.

A font's name says what its text should be, the words say what it is. Ordinary Vietnamese, other
languages and numbers are left alone: an old encoding is only taken for granted when words become
Vietnamese syllables under it that were none before.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from vietnamese.legacy_evidence import UNICODE_LETTER, WORD, Evidence, evidence_in, readings
from vietnamese.legacy_fonts import LegacyEncoding, legacy_font
from vietnamese.legacy_tables import TCVN3, from_vni
from vietnamese.legacy_viqr import from_viqr, is_viqr
from vietnamese.letters import TONES, nfc
from vietnamese.syllables import is_syllable

# Signs that TCVN3 shares with figures and lists: 5 × 10, 2½, a bullet at the start of a line.
_SIGN: Final = re.compile(
    r"(?<=\d)\s?[×÷·](?=\s?\d)|(?<=\d)\s?[½¼¾](?![A-Za-z¡-ÿ])|^\s*[·»](?=\s)", re.MULTILINE
)
_LOOSE_MARK: Final = re.compile("[A-Za-zÀ-ỹ][\u0300-\u036f]+")
_TONE_MARKS: Final = "".join(TONES)
# Fonts that the system keeps for signs may carry old letters at U+F020 and up.
_PRIVATE: Final = {0xF000 + code: code for code in range(0x20, 0x100)}
_PRIVATE_SIGN: Final = re.compile("[\uf020-\uf0ff]")
_SPACED: Final = re.compile(r"\S+\s*|\s+")
_EIGHT_BIT: Final = {LegacyEncoding.TCVN3, LegacyEncoding.VNI}
_FEWEST_WORDS = 3
_FEWEST_OTHERS = 2
_MOST_TEXT = 20_000


def from_tcvn3(text: str) -> str:
    """`text` with every sign of TCVN3 as its letter; signs among figures stay."""
    kept = list(_SIGN.finditer(text))
    if not kept:
        return text.translate(TCVN3)
    parts: list[str] = []
    end = 0
    for match in kept:
        parts += [text[end : match.start()].translate(TCVN3), match[0]]
        end = match.end()
    return "".join([*parts, text[end:].translate(TCVN3)])


def compose(text: str) -> str:
    """`text` with letters and marks composed, also where the tone stands before the other mark."""
    composed = nfc(text)
    return nfc(_LOOSE_MARK.sub(_in_order, composed)) if _LOOSE_MARK.search(composed) else composed


def _in_order(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFD", match[0])
    return decomposed[0] + "".join(sorted(decomposed[1:], key=lambda mark: mark in _TONE_MARKS))


_CONVERTERS: Final = {
    LegacyEncoding.TCVN3: from_tcvn3,
    LegacyEncoding.VNI: from_vni,
    LegacyEncoding.VIQR: from_viqr,
    LegacyEncoding.DECOMPOSED: compose,
}


def convert(text: str, encoding: LegacyEncoding, capitals: bool = False) -> str:
    """`text`, written in `encoding`, as composed Unicode.

    capitals: the font drew small letters as capitals. Where single words already are Unicode,
    only the others are converted.
    """
    converter = _CONVERTERS[encoding]
    if encoding in _EIGHT_BIT:
        text = text.translate(_PRIVATE) if _PRIVATE_SIGN.search(text) else text
        if UNICODE_LETTER.search(text):
            return WORD.sub(lambda match: _word(match[0], encoding), text)
    converted = converter(text)
    return converted.upper() if capitals else converted


def _word(word: str, encoding: LegacyEncoding) -> str:
    is_unicode = UNICODE_LETTER.search(word) or is_syllable(word)
    return word if is_unicode else _CONVERTERS[encoding](word)


def detect(text: str) -> LegacyEncoding | None:
    """The old encoding of a text without fonts, by its words alone."""
    if is_viqr(text):
        return LegacyEncoding.VIQR
    return LegacyDecoder([("", text)]).encoding_of("", text)


class LegacyDecoder:
    """Knows the old encodings of one document, from all its runs.

    runs: (name of the font or "", text). A font is judged by all its text, so that a short run
    such as "Sè:" is read as its neighbours are.
    """

    def __init__(self, runs: Iterable[tuple[str, str]]) -> None:
        texts: dict[str, list[str]] = defaultdict(list)
        lengths: dict[str, int] = defaultdict(int)
        for font, text in runs:
            if lengths[font] < _MOST_TEXT and not text.isascii():
                texts[font].append(text)
                lengths[font] += len(text)
        self._of_font = {font: _of_font(font, "\n".join(parts)) for font, parts in texts.items()}
        self.known = frozenset(filter(None, self._of_font.values()))

    def encoding_of(self, font: str, text: str) -> LegacyEncoding | None:
        """The old encoding of `text`, a run set in `font`; None for Unicode."""
        if text.isascii():
            return None
        expected = self._of_font.get(font)
        found = evidence_in(_plain(text))
        if UNICODE_LETTER.search(text):
            return found.best if _is_clear(found) and found.best in self.known else None
        if found.words == 0:
            return expected
        return self._confirmed(expected, found)

    def stretches(self, font: str, text: str) -> list[tuple[LegacyEncoding | None, str]]:
        """`text`, a run set in `font`, cut where it changes between TCVN3 and VNI.

        Papers put together from two offices have both in one paragraph, and one font name.
        """
        encoding = self.encoding_of(font, text)
        if encoding not in _EIGHT_BIT:
            return [(encoding, text)]
        found = [readings(match[0]) for match in WORD.finditer(text) if not match[0].isascii()]
        own, other = (1, 2) if encoding is LegacyEncoding.TCVN3 else (2, 1)
        others = sum(read[other] and not read[own] for read in found)
        return [(encoding, text)] if others < _FEWEST_OTHERS else _cut(text, encoding)

    def _confirmed(self, expected: LegacyEncoding | None, found: Evidence) -> LegacyEncoding | None:
        best = found.best
        if expected is None:
            is_likely = best in self.known and 2 * found.unicode <= found.words <= 2 * found.of(
                best
            )
            return (
                best if found.of(best) > found.unicode and (is_likely or _is_clear(found)) else None
            )
        if best in self.known and found.of(best) == found.known > found.of(expected):
            return best
        if 2 * found.of(expected) >= found.known:
            return expected
        other = None if found.unicode >= found.of(best) else best
        return other if found.of(other) >= 0.8 * found.known else expected


def _cut(text: str, encoding: LegacyEncoding) -> list[tuple[LegacyEncoding | None, str]]:
    """`text` word by word, words that read the same both ways with those before them."""
    pieces: list[tuple[LegacyEncoding | None, str]] = []
    current = encoding
    for match in _SPACED.finditer(text):
        _, is_tcvn3, is_vni = readings(_core(match[0]))
        if is_tcvn3 != is_vni and not match[0].isascii():
            current = LegacyEncoding.TCVN3 if is_tcvn3 else LegacyEncoding.VNI
        if pieces and pieces[-1][0] is current:
            pieces[-1] = (current, pieces[-1][1] + match[0])
        else:
            pieces.append((current, match[0]))
    return pieces


def _core(word: str) -> str:
    """The first stretch of letters and signs in `word`."""
    match = WORD.search(word)
    return match[0] if match else ""


def _plain(text: str) -> str:
    return text.translate(_PRIVATE) if _PRIVATE_SIGN.search(text) else text


def _unicode_words(text: str) -> int:
    return sum(UNICODE_LETTER.search(match[0]) is not None for match in WORD.finditer(text))


def _is_clear(found: Evidence) -> bool:
    """Whether the words alone, without a font or neighbours, show an old encoding."""
    right = found.of(found.best)
    return (
        right >= _FEWEST_WORDS
        and right >= 0.75 * found.words
        and found.unicode <= 0.4 * found.words
    )


def _of_font(font: str, text: str) -> LegacyEncoding | None:
    found = evidence_in(_plain(text))
    declared = legacy_font(font)
    if declared is None:
        return found.best if _is_clear(found) else None
    right = found.of(declared.encoding)
    is_unicode = found.unicode > 1.5 * right and found.unicode >= found.of(found.best)
    if is_unicode or _unicode_words(text) > max(right, 1):
        return None
    is_other = found.of(found.best) > 2 * right
    return found.best if is_other else declared.encoding
