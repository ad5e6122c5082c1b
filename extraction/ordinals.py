"""The place that a printed number claims: 1, I, a and "thứ nhất" all come first."""

from __future__ import annotations

from extraction.markers import Marker, NodeKind

# Points skip f, j, w and z: the Vietnamese alphabet has none of them.
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


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
    if set(number) <= set(_ROMAN):
        return _roman(number) if number else None
    return ord(number) - ord("A") + 1 if len(number) == 1 else None


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def spelled(marker: Marker, place: int) -> str:
    """How `place` is printed beside a marker like this one: "đ" among points, else digits."""
    is_letter = marker.kind in {NodeKind.POINT, NodeKind.LETTER}
    return _LETTERS[place - 1] if is_letter else str(place)
