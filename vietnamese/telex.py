"""Words in which the keys of Telex or VNI were left undecoded: "chieens", "si4", "thuowngr".

Telex: aa ee oo make â ê ô; w makes ă ơ ư (alone it is ư); dd is đ; s f r x j are the tones.
VNI: 6 makes â ê ô, 7 ơ ư, 8 ă, 9 đ; 1 2 3 4 5 are the tones. A key may stand at any place after
the letter that it changes, as the usual input programs allow: "chieens", "chieesn", "chiense".

What is decoded is never sure: "six" (sĩ), "cow" (cơ), "max" (mã) and "a4" (ã) are words of their
own elsewhere. So `untelex` only says what a word could be; who asks it decides, and the search
decodes a word only when nothing that it holds contains the word as typed and something contains
what it decodes to. An abbreviation or a foreign word decodes to no syllable and gives None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Final

from vietnamese.letters import TONES, nfc, split_tone
from vietnamese.syllables import is_syllable

_CIRCUMFLEX: Final = {"a": "â", "e": "ê", "o": "ô"}
_HORN: Final = {"o": "ơ", "u": "ư"}
_BREVE: Final = {"a": "ă"}
_TELEX_TONES: Final = {"f": 1, "r": 2, "x": 3, "s": 4, "j": 5}
_VNI_TONES: Final = {"2": 1, "3": 2, "4": 3, "1": 4, "5": 5}
_VNI_MARKS: Final = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE, "9": {"d": "đ"}}
_TELEX_MARKS: Final = {
    "w": {**_HORN, **_BREVE},
    "a": {"a": "â"},
    "e": {"e": "ê"},
    "o": {"o": "ô"},
    "d": {"d": "đ"},
}
_VOWELS: Final = frozenset("aăâeêioôơuưy")
_MARKED: Final = frozenset("ăâêôơư")
# dduwowngf: two keys for ươ, one for đ and one for the tone; u of qu and three more are vowels.
_LONGEST, _MOST_KEYS, _MOST_VOWELS = 11, 4, 4


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the keys so far give: letters without tone, the tone's place in TONES, keys taken."""

    letters: str = ""
    tone: int = 0
    keys: int = 0

    @property
    def is_short(self) -> bool:
        """Whether a syllable can have as much: hostile words must not be read in all ways."""
        vowels = sum(letter in _VOWELS for letter in self.letters)
        return self.keys <= _MOST_KEYS and vowels <= _MOST_VOWELS

    def changed(self, place: int, letters: str) -> _Reading:
        """The letters from `place` on are `letters`; one more key was taken."""
        end = place + len(letters)
        whole = self.letters[:place] + letters + self.letters[end:]
        return replace(self, letters=whole, keys=self.keys + 1)


def untelex(word: str) -> str | None:
    """The syllable that the keys in `word` make: "chiến" for "chieens" and for "chie61n".

    None when `word` holds no key (it is a plain word then, marked or not) or makes no syllable.
    Case is kept: CHIEENS is CHIẾN. A word may be half decoded: "chiêns".
    """
    plain = nfc(word)
    if not 2 <= len(plain) <= _LONGEST or is_syllable(plain):
        return None
    found = _decoded(plain.lower())
    if found and plain.isupper():
        return found.upper()
    return found.capitalize() if found and plain[0].isupper() else found


@lru_cache(maxsize=2**12)
def _decoded(word: str) -> str | None:
    typed, tone = split_tone(word)
    for reading in _readings(typed, _Reading(tone=tone)):
        if reading.keys and is_syllable(found := _spelled(reading)):
            return found
    return None


def _readings(typed: str, start: _Reading) -> Iterable[_Reading]:
    """Every way to take each character as a key or as a letter, likely ones first."""
    readings: Iterable[_Reading] = [start]
    for key in typed:
        further = chain.from_iterable(_next(key, reading) for reading in readings)
        readings = dict.fromkeys(reading for reading in further if reading.is_short)
    return readings


def _next(key: str, so_far: _Reading) -> Iterator[_Reading]:
    tone = _TELEX_TONES.get(key) or _VNI_TONES.get(key)
    if tone and not _VOWELS.isdisjoint(so_far.letters):
        # No letter of a syllable that stands after its vowel is one of these.
        if not so_far.tone:
            yield replace(so_far, tone=tone, keys=so_far.keys + 1)
        return
    yield from _marked(_TELEX_MARKS.get(key) or _VNI_MARKS.get(key) or {}, so_far)
    if key == "w":
        yield replace(so_far, letters=so_far.letters + "ư", keys=so_far.keys + 1)
    elif key.isalpha():
        yield replace(so_far, letters=so_far.letters + key)


def _marked(marks: dict[str, str], so_far: _Reading) -> Iterator[_Reading]:
    """The letters with a mark: both of uo (dduowngf is đường), else one, the last first."""
    pair = so_far.letters.rfind("uo")
    if "o" in marks and "u" in marks and pair >= 0:
        yield so_far.changed(pair, "ươ")
    for place in reversed(range(len(so_far.letters))):
        if mark := marks.get(so_far.letters[place]):
            yield so_far.changed(place, mark)


def _spelled(reading: _Reading) -> str:
    """The letters with the tone on the vowel that carries it (hòa, ủy, toàn, thuở, người)."""
    letters = reading.letters
    start = len(letters) > 2 and letters[:2] in {"qu", "gi"} and letters[2] in _VOWELS
    places = [i for i, letter in enumerate(letters) if letter in _VOWELS and i >= 2 * start]
    if not places:
        return letters
    marked = [place for place in places if letters[place] in _MARKED]
    if marked:
        place = marked[-1]
    elif len(places) > 1 and (places[-1] < len(letters) - 1 or len(places) > 2):
        place = places[1]
    else:
        place = places[0]
    return nfc(letters[: place + 1] + TONES[reading.tone] + letters[place + 1 :])
