"""How well a text reads under each old encoding: words that become Vietnamese syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from vietnamese.legacy_fonts import LegacyEncoding
from vietnamese.legacy_tables import TCVN3, from_vni
from vietnamese.letters import nfc
from vietnamese.syllables import is_syllable

# Letters that only Unicode text has; the Latin-1 range may be either.
UNICODE_LETTER: Final = re.compile(
    "[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0306\u0309\u031b\u0302\u0323]"
)
WORD: Final = re.compile("[A-Za-z\u00a1-\u00ff\u0100-\u036f\u1ea0-\u1ef9]+")
_HIGH: Final = re.compile("[\u00a1-\u00ff]")
_SAMPLE: Final = 400
_LONGEST: Final = 24


@dataclass(frozen=True, slots=True)
class Evidence:
    """Numbers of words with signs that may be old: all, and those that are syllables when read.

    words: all of them. known: those that are a syllable one way or another. unicode: as they
    stand; tcvn3, vni: read so.
    """

    words: int = 0
    known: int = 0
    unicode: int = 0
    tcvn3: int = 0
    vni: int = 0

    def of(self, encoding: LegacyEncoding | None) -> int:
        """The words that are syllables when read as `encoding` (None: as they stand)."""
        if encoding is None:
            return self.unicode
        return self.tcvn3 if encoding is LegacyEncoding.TCVN3 else self.vni

    @property
    def best(self) -> LegacyEncoding:
        """The old encoding under which most words are syllables."""
        return LegacyEncoding.VNI if self.vni > self.tcvn3 else LegacyEncoding.TCVN3


def evidence_in(text: str) -> Evidence:
    """The evidence of the first words of `text` that hold a sign of the Latin-1 range.

    Words with a letter that only Unicode has say nothing, nor do lone signs such as © or «.
    """
    words = [
        match[0]
        for match in islice(WORD.finditer(text), _SAMPLE * 4)
        if len(match[0]) > 1 and _HIGH.search(match[0]) and not UNICODE_LETTER.search(match[0])
    ][:_SAMPLE]
    read = [readings(word) for word in words]
    unicode, tcvn3, vni = (sum(reading[place] for reading in read) for place in range(3))
    return Evidence(len(words), sum(map(any, read)), unicode, tcvn3, vni)


def readings(word: str) -> tuple[bool, bool, bool]:
    """Whether `word` is a syllable as it stands, as TCVN3, as VNI."""
    return _readings(word) if len(word) <= _LONGEST else (False, False, False)


@lru_cache(maxsize=2**15)
def _readings(word: str) -> tuple[bool, bool, bool]:
    return (
        is_syllable(nfc(word)),
        is_syllable(word.translate(TCVN3)),
        is_syllable(from_vni(word)),
    )
