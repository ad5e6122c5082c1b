"""Drawing the picture: a title on lacquer, beside it a portrait or cover in an arch on the drum."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import BinaryIO

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont, ImageOps

from vietnamese import nfc

WIDTH, HEIGHT = 1200, 630
GROUND_PICTURE = "img/share.png"
# The fonts of the pages: FreeType reads WOFF2, and their weight is an axis.
SERIF, SANS = "fonts/tdkt-serif.woff2", "fonts/tdkt-sans.woff2"
LACQUER, PAPER, IVORY, GOLD = "#520b0d", "#ffffff", "#ecd9b8", "#f2c75c"
LEFT, TOP, BOTTOM = 72, 76, 560
TEXT_WIDTH, DRUM_LEFT = 610, 690
# The title is as large as lets it stand in so many lines.
TITLE_SIZES = ((62, 4), (52, 5), (44, 6))
LEADING = 1.26
ARCH = (820, 78, 1148, 552)
DRUM_BEHIND = 0.3
QUALITY = 80
# Antialiasing: shapes are drawn larger and made smaller.
FINE = 4


def draw(title: str, kicker: str, name: str, picture: BinaryIO | None = None) -> bytes:
    """A JPEG of 1200 by 630 pixels.

    kicker: the line above the title; name: whose portal it is; picture: the file of one, upright.
    Raises OSError for a file that is no picture.
    """
    image = _ground(bright=picture is None)
    if picture is not None:
        _place(image, picture)
    pen = ImageDraw.Draw(image)
    _write(pen, nfc(title), nfc(kicker), nfc(name))
    output = BytesIO()
    image.save(output, format="JPEG", quality=QUALITY, optimize=True, progressive=True)
    return output.getvalue()


def _static_file(path: str) -> str:
    """Where a file of the portal's own design lies."""
    return str(finders.find(path))


@lru_cache(maxsize=16)
def _font(path: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_static_file(path), size)
    font.set_variation_by_axes([weight])
    return font


def _ground(bright: bool) -> Image.Image:
    """Lacquer with the drum at the right, bright where it stands alone."""
    with Image.open(_static_file(GROUND_PICTURE)) as drawn:
        drum = drawn.convert("RGB")
    plain = Image.new("RGB", (WIDTH, HEIGHT), drum.getpixel((0, 0)))
    behind = drum if bright else Image.blend(plain, drum, DRUM_BEHIND)
    column = (DRUM_LEFT, 0, WIDTH, HEIGHT)
    plain.paste(behind.crop(column), column)
    return plain


def _place(image: Image.Image, picture: BinaryIO) -> None:
    """The picture in the arch of the pages, with its thin gold line."""
    left, top, right, bottom = ARCH
    size = (right - left, bottom - top)
    with Image.open(picture) as opened:
        fitted = ImageOps.fit(opened.convert("RGB"), size, Image.Resampling.LANCZOS)
    for grown, colour in ((11, GOLD), (8, LACQUER), (0, None)):
        box = (left - grown, top - grown, right + grown, bottom + grown)
        mask = _arch((box[2] - box[0], box[3] - box[1]))
        image.paste(colour if colour else fitted, box, mask)


@lru_cache(maxsize=4)
def _arch(size: tuple[int, int]) -> Image.Image:
    """The shape of `.tk-arch` as a mask: a half circle on a rectangle."""
    width, height = size[0] * FINE, size[1] * FINE
    mask = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(mask)
    pen.ellipse((0, 0, width - 1, width - 1), fill=255)
    pen.rounded_rectangle((0, width // 2, width - 1, height - 1), radius=10 * FINE, fill=255)
    pen.rectangle((0, width // 2, width - 1, width // 2 + 20 * FINE), fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)


def _write(pen: ImageDraw.ImageDraw, title: str, kicker: str, name: str) -> None:
    pen.rectangle((LEFT, TOP + 16, LEFT + 52, TOP + 19), fill=GOLD)
    pen.text((LEFT + 70, TOP), kicker, font=_font(SANS, 27, 600), fill=GOLD)
    font, lines = _title_lines(title)
    step = font.size * LEADING
    space = BOTTOM - 60 - (TOP + 56)
    y = TOP + 56 + max(0.0, (space - step * len(lines)) / 2)
    for line in lines:
        pen.text((LEFT, y), line, font=font, fill=PAPER)
        y += step
    own = _font(SANS, 27, 600)
    pen.text((LEFT, BOTTOM - 12), _wrapped(name, own, 1)[0], font=own, fill=IVORY)


def _title_lines(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    for size, most in TITLE_SIZES:
        font = _font(SERIF, size, 700)
        lines = _wrapped(title, font, most)
        if not lines[-1].endswith("…"):
            break
    return font, lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """At most `most` lines, broken between words; the last ends in "…" when words are left out."""
    lines, words = [""], text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= TEXT_WIDTH or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = _shortened(" ".join([lines[-1], *words[place:]]), font)
            break
    return lines


def _shortened(line: str, font: ImageFont.FreeTypeFont) -> str:
    while line and font.getlength(f"{line}…") > TEXT_WIDTH:
        line = line.rpartition(" ")[0]
    return f"{line}…"
