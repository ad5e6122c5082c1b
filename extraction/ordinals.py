"""The place that a printed number claims: 1, I, a and "thứ nhất" all come first."""

from __future__ import annotations

from extraction.markers import Marker, NodeKind

# Points skip f, j, w and z: the Vietnamese alphabet has none of them.
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SIGNS = [("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5)]
_SIGNS += [("IV", 4), ("I", 1)]
# Lettered parts: C is the third of them, not the hundredth.
_PARTS = "ABCDEFGH"


def ordinal(marker: Marker) -> int | None:
    """The place that a marker claims, None when it does not count (23a, aa)."""
    number = marker.number.split()[-1] if marker.number else ""
    last = number.rpartition(".")[2]
    if last.isdecimal():
        return int(last)
    if number.lower() in _ORDINALS:
        return _ORDINALS.index(number.lower()) + 1
    if marker.kind in {NodeKind.POINT, NodeKind.LETTER}:
        return _LETTERS.index(number) + 1 if number in _LETTERS else None
    if marker.kind is NodeKind.PART and len(number) == 1 and number in _PARTS:
        return _PARTS.index(number) + 1
    if number and set(number.upper()) <= set(_ROMAN):
        return _roman(number.upper())
    return None


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def spelled(marker: Marker, place: int) -> str:
    """How `place` is printed beside a marker like this one.

    I beside III, "đ" beside "e", 1.1 beside 1.2, "THỨ NHẤT" beside "THỨ HAI"; else digits.
    """
    number = marker.number.split()[-1] if marker.number else ""
    before, dot, last = number.rpartition(".")
    if last.isdecimal():
        return f"{before}{dot}{place}"
    if marker.kind in {NodeKind.POINT, NodeKind.LETTER}:
        return _LETTERS[place - 1]
    if number.lower() in _ORDINALS:
        word = f"thứ {_ORDINALS[place - 1]}"
        return word.upper() if number.isupper() else word
    if marker.kind is NodeKind.PART and number in _PARTS:
        return _PARTS[place - 1]
    return _as_roman(place) if number and set(number.upper()) <= set(_ROMAN) else str(place)


def _as_roman(place: int) -> str:
    number = ""
    for sign, value in _SIGNS:
        times, place = divmod(place, value)
        number += sign * times
    return number
