"""What a keyboard sends for a Vietnamese word: the keys of Telex and of VNI."""

from __future__ import annotations

import unicodedata

from vietnamese import nfc

TELEX = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}
VNI = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "1", "\u0323": "5"}
_VNI_MARKS = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}


def telex(word: str, *, tone_last: bool = True) -> str:
    """The Telex keys of `word`; the tone after its vowel when not `tone_last`."""
    return _typed(word, TELEX, _telex_letter, tone_last=tone_last)


def vni(word: str, *, tone_last: bool = True) -> str:
    """The VNI keys of `word`; the tone after its vowel when not `tone_last`."""
    return _typed(word, VNI, _vni_letter, tone_last=tone_last)


def _telex_letter(base, mark):
    if base in "dD" and mark:
        return base * 2
    return base + (base.lower() if mark == "\u0302" else "w" if mark else "")


def _vni_letter(base, mark):
    return base + ("9" if base in "dD" and mark else _VNI_MARKS.get(mark, ""))


def _typed(word, tones, letter_keys, *, tone_last):
    keys, last = "", ""
    for letter in nfc(word):
        base, *marks = unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))
        tone = next((tones[mark] for mark in marks if mark in tones), "")
        mark = next((mark for mark in marks if mark not in tones), "") or letter in "đĐ"
        keys += letter_keys(base, mark)
        if tone_last:
            last = tone or last
        else:
            keys += tone
    return keys + last
