"""One query in the four spellings that people leave: with marks, without, half typed, mixed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from zlib import crc32

from tests.vietnamese.keystrokes import telex
from vietnamese import is_syllable, nfc, without_marks

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OTHER_PLACE = {
    nfc(one): nfc(other)
    for first, last in ("oa", "oe", "uy")
    for tone in _TONES
    for old, new in [(first + tone + last, first + last + tone)]
    for one, other in [(old, new), (new, old)]
}


def as_typed(query: str) -> str:
    """All marks, as in the table."""
    return query


def no_marks(query: str) -> str:
    """No mark at all, as on a phone in a hurry."""
    return without_marks(query)


def telex_left(query: str) -> str:
    """Some words (one at least, each second on average) as the keys of Telex, undecoded.

    The other words keep their marks; in each third query they have none. Which words, and whether
    the key of the tone stands last, depends on the words alone: every run types the same.
    """
    words = query.split(" ")
    marked = [place for place, word in enumerate(words) if _is_typed(word)]
    chosen = {place for place in marked if _dice(query, place) % 2} or set(marked[:1])
    rest = no_marks if _dice(query, -1) % 3 == 0 else as_typed
    return " ".join(
        _keys(word, tone_last=_dice(query, place) % 4 < 2) if place in chosen else rest(word)
        for place, word in enumerate(words)
    )


def mixed_tones(query: str) -> str:
    """The tone of oa, oe, uy in the other school's place, some words decomposed or half so."""
    words = [_other_place(word) for word in query.split(" ")]
    forms: list[Callable[[str], str]] = [nfc, _decomposed, _half_composed]
    return " ".join(forms[_dice(query, place) % 3](word) for place, word in enumerate(words))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "full marks": as_typed,
    "no marks": no_marks,
    "Telex left": telex_left,
    "mixed tones": mixed_tones,
}


def _dice(query, place):
    return crc32(f"{place} {query}".encode())


def _is_typed(word):
    bare = word.strip(",.?")
    return is_syllable(bare) and telex(bare) != bare


def _keys(word, *, tone_last):
    bare = word.strip(",.?")
    return word.replace(bare, telex(bare, tone_last=tone_last))


def _other_place(word):
    ending = nfc(word)[-2:]
    is_moved = ending in _OTHER_PLACE and not word.lower().startswith("qu")
    return nfc(word)[:-2] + _OTHER_PLACE[ending] if is_moved else word


def _decomposed(word):
    return unicodedata.normalize("NFD", word)


def _half_composed(word):
    """As code page 1258 writes: the letter with its quality, the tone behind."""
    whole = ""
    for letter in nfc(word):
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in marks if mark in _TONES]
        whole += nfc(base + "".join(mark for mark in marks if mark not in tones)) + "".join(tones)
    return whole
