"""Ink of a scanned page: how much there is, how high it stands, whether it has colour."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageStat

from extraction.formats.scan.cleaning import Clean

_DARK = [255 * (value < 160) for value in range(256)]
_PEN = 0.06  # share of coloured points in a box: letters cover about a fifth of theirs
_SPECK = 0.004

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where ink reaches in a column of the page, in pixels."""

    top: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def strokes(clean: Clean, box: Box) -> list[Box]:
    """The figures in `box` that stand apart from each other, from left to right."""
    dark = clean.grey.crop(box).point(_DARK)
    columns = list(dark.resize((dark.width, 1), Image.Resampling.BOX).tobytes())
    least = 255 * 1.5 / max(dark.height, 1)
    found: list[Box] = []
    for left, right in _runs([value > least for value in columns], 0):
        stripe = box[0] + left, box[1], box[0] + right, box[3]
        own = extent(clean, stripe)
        if own:
            found.append((stripe[0], own.top, stripe[2], own.bottom))
    return found


def extent(clean: Clean, box: Box) -> Extent | None:
    """How high the ink in `box` stands; specks do not count. None without ink."""
    dark = clean.grey.crop(box).point(_DARK)
    rows = list(dark.resize((1, dark.height), Image.Resampling.BOX).tobytes())
    least = 255 * 1.5 / max(dark.width, 1)
    runs = _runs([value > least for value in rows])
    if not runs:
        return None
    top, bottom = max(runs, key=lambda run: run[1] - run[0])
    return Extent(box[1] + top, box[1] + bottom)


def _runs(marked: list[bool], apart: int = 2) -> list[tuple[int, int]]:
    """Stretches of true values, those with at most `apart` between them as one."""
    found: list[tuple[int, int]] = []
    for place, value in enumerate(marked):
        if not value:
            continue
        if found and place - found[-1][1] <= apart:
            found[-1] = found[-1][0], place + 1
        else:
            found.append((place, place + 1))
    return found


def has_ink(clean: Clean, box: Box) -> bool:
    """Whether somebody wrote in `box`, be it in black or in colour."""
    if box[2] <= box[0] or box[3] <= box[1]:
        return False
    dark = clean.grey.crop(box).point(_DARK)
    return ImageStat.Stat(dark).mean[0] / 255 > 10 * _SPECK or is_coloured(clean, box, _SPECK * 5)


def is_coloured(clean: Clean, box: Box, share: float = _PEN) -> bool:
    """Whether the ink in `box` has a colour, as pens have."""
    if clean.coloured is None or box[2] <= box[0] or box[3] <= box[1]:
        return False
    return ImageStat.Stat(clean.coloured.crop(box)).mean[0] / 255 > share
