"""Letters and marks: one normal form, look-alikes, tones."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

# In the order of the dictionary; "" is the level tone (ngang), which has no mark.
TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
QUALITY_MARKS: Final = "\u0302\u0306\u031b"

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\u00d0\u0189", "Đ"),
        **dict.fromkeys("\u00f0\u0256", "đ"),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_ZERO_WIDTH, ""),
        **dict.fromkeys(_DASHES, "-"),
        **dict(zip("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx", strict=True)),  # Cyrillic
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
    }
)


def nfc(text: str) -> str:
    """`text` with every letter and its marks composed, whatever form it came in."""
    return unicodedata.normalize("NFC", text)


def plain_signs(text: str) -> str:
    """`text` with look-alike letters, spaces, dashes and quotes replaced by the usual ones."""
    return text.translate(_LOOK_ALIKES)


def without_marks(text: str) -> str:
    """`text` with all marks off and đ turned to d; case and everything else stay."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_LOOK_ALIKES))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.replace("đ", "d").replace("Đ", "D")


def has_marks(text: str) -> bool:
    """Whether any letter of `text` carries a mark, or is đ."""
    return without_marks(text) != plain_signs(text)


@lru_cache(maxsize=2**16)
def split_tone(word: str) -> tuple[str, int]:
    """The word without its tone, and the place of that tone in `TONES`.

    The marks that make â ă ê ô ơ ư stay in place. A word with two tones keeps the last; marks
    that Vietnamese does not have are dropped.
    """
    letters: list[str] = []
    tone = 0
    for char in unicodedata.normalize("NFD", plain_signs(word)):
        if char in TONES:
            tone = TONES.index(char)
        elif char in QUALITY_MARKS or not unicodedata.combining(char):
            letters.append(char)
    return nfc("".join(letters)), tone
