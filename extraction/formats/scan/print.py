"""Tells print from handwriting, and reads digits that are print.

Typed digits are as high as capitals, all equally high, on the line or, where a program of the
office put them on a finished page, a little off it. A hand writes higher, lower and unevenly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from PIL import Image

from extraction.formats.scan.cleaning import Clean
from extraction.formats.scan.ink import Box, extent, is_coloured, strokes
from extraction.formats.scan.tesseract import Letter, see_digits

_DIGITS = re.compile(r"\d{1,5}[A-Za-zĐđ]?")
_HIGH = frozenset("ABCDEGHIKLMNOPRSTUVXYĐ0123456789")
_REACH = 14  # pixels by which a pen goes over print
_MARGIN = 10
_SURE, _VERY_SURE = 90.0, 96.0
_GROUND = 40
_LOWEST, _HIGHEST = 0.84, 1.1  # of the height of capitals: typed digits
_UNEVEN = 0.055
_ON_LINE, _OFF_LINE = 0.12, 0.3
_TWO = 0.9  # of the height: wider are two digits that touch
_SLIM = 0.52
_SPECK = 0.4


def typed_digits(blank: Sequence[Letter], printed: Sequence[Letter], clean: Clean) -> str:
    """What is typed into a blank, "" if it is not typed or cannot be read for sure.

    printed: letters of the form in the same line.
    """
    if not blank:
        return ""
    box = _box(blank)
    measure = _measure(printed, blank[0].left, clean)
    if measure is None or is_coloured(clean, box):
        return ""
    figures = [
        figure
        for figure in strokes(clean, box)
        if figure[3] - figure[1] > _SPECK * (measure[1] - measure[0])
    ]
    if not figures or not _is_print(figures, *measure):
        return ""
    return _agreed(blank, figures, measure[1] - measure[0], clean)


def _box(letters: Sequence[Letter]) -> Box:
    return (
        min(letter.left for letter in letters),
        max(min(letter.top for letter in letters) - _REACH, 0),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters) + _REACH,
    )


def _measure(printed: Sequence[Letter], middle: int, clean: Clean) -> tuple[float, float] | None:
    """Top and bottom of the capitals and digits that stand next to the blank."""
    high = [letter for letter in printed if letter.text in _HIGH]
    nearest = sorted(high, key=lambda letter: abs(letter.left - middle))[:5]
    found = [own for letter in nearest if (own := extent(clean, _box([letter])))]
    if not found:
        return None
    return median(own.top for own in found), median(own.bottom for own in found)


def _is_print(figures: Sequence[Box], top: float, bottom: float) -> bool:
    height = bottom - top
    tops = [figure[1] for figure in figures]
    bottoms = [figure[3] for figure in figures]
    heights = [low - high for high, low in zip(tops, bottoms, strict=True)]
    if not all(_LOWEST * height <= own <= _HIGHEST * height for own in heights):
        return False
    uneven = max(max(tops) - min(tops), max(bottoms) - min(bottoms))
    if uneven > max(_UNEVEN * height, 2):
        return False
    off = max(abs(own - bottom) for own in bottoms)
    if off <= _ON_LINE * height and max(abs(own - top) for own in tops) <= _ON_LINE * height:
        return True
    is_several = len(figures) > 1 or figures[0][2] - figures[0][0] > _TWO * height
    return is_several and off <= _OFF_LINE * height


def _agreed(blank: Sequence[Letter], figures: Sequence[Box], height: float, clean: Clean) -> str:
    """The digits, if what is seen in the line and what is seen alone do not contradict."""
    line = "".join(letter.text for letter in blank)
    is_line_sure = min(letter.confidence for letter in blank) >= _VERY_SURE
    alone = _alone(figures, clean)
    if _DIGITS.fullmatch(line) and (is_line_sure or line == alone):
        return line if alone in ("", line, line[:-1]) else ""
    if _are_ones(line, figures, height):
        return "1" * len(figures)
    # Nothing in the line speaks for it: then there must be a figure for every digit.
    return alone if len(alone) == len(figures) and not line.isdigit() else ""


def _alone(figures: Sequence[Box], clean: Clean) -> str:
    """What the figures are when nothing stands beside them; "" when two looks do not agree."""
    box = (
        figures[0][0] - _MARGIN,
        min(figure[1] for figure in figures) - _MARGIN,
        figures[-1][2] + _MARGIN,
        max(figure[3] for figure in figures) + _MARGIN,
    )
    picture = clean.grey.crop(box)
    seen = {_sure_digits(look) for look in (picture, _large(picture))}
    return seen.pop() if len(seen) == 1 else ""


def _sure_digits(picture: Image.Image) -> str:
    letters = see_digits(picture)
    if not letters or min(letter.confidence for letter in letters) < _SURE:
        return ""
    return "".join(letter.text for letter in letters)


def _are_ones(line: str, figures: Sequence[Box], height: float) -> bool:
    """Whether all figures are as slim as only a one is, and were taken for nothing else."""
    are_slim = all(figure[2] - figure[0] < _SLIM * height for figure in figures)
    return are_slim and len(line) == len(figures) and not set(line) & set("023456789")


def _large(picture: Image.Image) -> Image.Image:
    """The picture on a white ground and larger: Tesseract reads little in what has no margin."""
    ground = Image.new("L", (picture.width + 2 * _GROUND, picture.height + 2 * _GROUND), 255)
    ground.paste(picture, (_GROUND, _GROUND))
    return ground.resize((ground.width * 3 // 2, ground.height * 3 // 2), Image.Resampling.BICUBIC)
