"""Makes a scanned page ready for recognition: straight, and only in black ink.

Red stamps and blue pens lie over print; the lightest of the three colours of a point leaves black
ink as it is and makes coloured ink pale.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageStat

_SMALL = 500  # pixels: width of the picture in which the slant is measured
_STEEPEST, _STEP = 4.0, 0.25  # degrees
_SLIGHT = 0.2
_INK = 150
_COLOURED = 60  # difference of the strongest and the weakest colour
_LEAST_INK = 0.0005  # share of a page; less is dust


@dataclass(frozen=True, slots=True)
class Clean:
    """grey: the page in black ink. coloured: white where coloured ink stands, None without any."""

    grey: Image.Image
    coloured: Image.Image | None


def cleaned(picture: Image.Image) -> Clean:
    """`picture` straight and without coloured ink."""
    if picture.mode in ("1", "L", "LA", "I;16"):
        grey, coloured = picture.convert("L"), None
    else:
        grey, coloured = _by_colour(picture.convert("RGB"))
    angle = slant(grey)
    if abs(angle) < _SLIGHT:
        return Clean(grey, coloured)
    grey = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    coloured = coloured.rotate(angle, fillcolor=0) if coloured else None
    return Clean(grey, coloured)


def _by_colour(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    red, green, blue = picture.split()
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    colour = ImageChops.subtract(lightest, darkest).point(
        [255 * (v > _COLOURED) for v in range(256)]
    )
    return lightest, colour if colour.getbbox() else None


def has_ink(grey: Image.Image) -> bool:
    """Whether there is more on the page than dust: the back of a sheet is often scanned, too."""
    small = grey.reduce(max(grey.width // 800, 1))
    dark = small.point([255 * (value < _INK) for value in range(256)])
    return ImageStat.Stat(dark).mean[0] / 255 > _LEAST_INK


def slant(grey: Image.Image) -> float:
    """By how many degrees the page must be turned (anticlockwise) for its lines to be level.

    The lines are level when the sums of ink along them differ most.
    """
    small = grey.reduce(max(grey.width // _SMALL, 1))
    ink = small.point([255 * (value < _INK) for value in range(256)])
    if not ink.getbbox():
        return 0.0
    steps = int(_STEEPEST / _STEP)
    angles = [step * _STEP for step in range(-steps, steps + 1)]
    sharpness = {angle: _sharpness(ink, angle) for angle in angles}
    best = max(angles, key=lambda angle: sharpness[angle])
    return best if sharpness[best] > 1.05 * sharpness[0.0] else 0.0


def _sharpness(ink: Image.Image, angle: float) -> float:
    turned = ink.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0)
    profile = turned.resize((1, turned.height), Image.Resampling.BOX)
    return float(ImageStat.Stat(profile).var[0])
