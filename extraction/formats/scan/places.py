"""From pixels that Tesseract saw to words on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.extracted import clean
from extraction.formats.scan.tesseract import Seen
from extraction.layout import Word

_WITH_TAIL = re.compile(r"[gjpqyQ,;()ạẹịọụựậặợệộỵẠẸỊỌỤỰẬẶỢỆỘ/|\[\]{}]")
_HIGH = re.compile(r"[A-ZĐ0-9bdfhklđ]")
_ACCENT = re.compile(r"[ÀÁẢÃĂẰẮẲẴÂẦẤẨẪÈÉẺẼÊỀẾỂỄÌÍỈĨÒÓỎÕÔỒỐỔỖƠỜỚỞỠÙÚỦŨƯỪỨỬỮỲÝỶỸ]")
# Heights over the width of an "m", of Times New Roman, in which papers are to be printed.
_CAPITAL, _SMALL, _TAIL, _ABOVE = 0.66, 0.46, 0.22, 0.24
_BOX = 1.107  # height of the letters with their tails
_DOUBTFUL = 45.0
_DUST = 30.0
_TWICE_READ = re.compile("ĐÐ|ÐĐ|ÐÐ")
_ALIKE = 0.2
_LEAST, _MOST = 0.6, 1.5


def words_on(lines: Sequence[Sequence[Seen]], points: float) -> list[Word]:
    """The words of a page. points: of a pixel."""
    kept = [line for line in (_without_dust(line) for line in lines) if line]
    sizes = [_size(line) for line in kept]
    usual = sorted(sizes)[len(sizes) // 2] if sizes else 0.0
    return [
        word
        for line, size in zip(kept, sizes, strict=True)
        for word in _words(line, _settled(size, usual), points)
    ]


def _settled(size: float, usual: float) -> float:
    """The size of a line; what is nearly the usual size is that, and so is what specks made."""
    is_usual = abs(size - usual) < _ALIKE * usual
    return usual if is_usual or not _LEAST * usual < size < _MOST * usual else size


def _without_dust(line: Sequence[Seen]) -> list[Seen]:
    """The line without specks that were taken for signs."""
    return [seen for seen in line if seen.doubtful or not _is_dust(seen)]


def _is_dust(seen: Seen) -> bool:
    has_letters = any(sign.isalnum() for sign in seen.text)
    if has_letters:
        return seen.confidence < _DUST and len(seen.text) == 1
    # Lines of tables look like bars.
    is_bar = not seen.text.strip("|¦[]{}_¬`'’‘´~^*°\"\\")
    return is_bar or (seen.confidence < 2 * _DUST and seen.text not in "-–+:;")


def _size(line: Sequence[Seen]) -> float:
    """The width of an "m" in a line, by the heights of its words."""
    sizes = sorted(seen.height / _height_of(seen.text) for seen in line)
    # Specks make words higher than they are, never lower.
    return sizes[len(sizes) // 3]


def _height_of(text: str) -> float:
    height = _CAPITAL if _HIGH.search(text) or not text.islower() else _SMALL
    if text.islower() and not text.isascii():
        height = _CAPITAL
    if _ACCENT.search(text):
        height += _ABOVE
    return height + (_TAIL if _WITH_TAIL.search(text) else 0.0)


def _words(line: Sequence[Seen], size: float, points: float) -> list[Word]:
    flat = sorted(seen.bottom for seen in line if not _WITH_TAIL.search(seen.text))
    low = sorted(seen.bottom for seen in line)
    base = flat[len(flat) // 2] if flat else low[len(low) // 2] - _TAIL * size
    return [
        Word(
            clean(_TWICE_READ.sub("Đ", seen.text)),
            seen.left * points,
            (base - _CAPITAL * size * 1.3) * points,
            seen.right * points,
            (base + _TAIL * size) * points,
            base * points,
            size * _BOX * points,
            glued=seen.glued,
            doubtful=seen.doubtful or seen.confidence < _DOUBTFUL,
        )
        for seen in line
    ]
