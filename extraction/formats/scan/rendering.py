"""Pages of PDF files as pictures, none larger than a limit."""

from __future__ import annotations

from typing import Any

from PIL import Image, ImageOps

from extraction.formats.scan.tesseract import DPI

_POINTS = 72
_MOST_POINTS = 18_000_000  # A3 at 300 dpi; a point takes about ten bytes while it is read
_PAGE_INCHES = 11.69  # the long side of A4
_LEAST, _MOST = 0.2, 2.0


def rendered(page: Any, dpi: int = DPI) -> Image.Image:
    """`page` of a PDF file in colour; smaller where the page is huge."""
    width, height = page.get_size()
    scale = dpi / _POINTS
    if width * height * scale * scale > _MOST_POINTS:
        scale = (_MOST_POINTS / (width * height)) ** 0.5
    bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
    try:
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        return picture
    finally:
        bitmap.close()


def shrunk(picture: Image.Image) -> Image.Image:
    """A picture of a page at about 300 dpi, upright as its camera says, on white."""
    said = picture.info.get("dpi")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode in ("RGBA", "LA", "P", "PA"):
        picture = _on_white(picture.convert("RGBA"))
    elif picture.mode not in ("1", "L", "RGB"):
        picture = picture.convert("RGB")
    if said:
        picture.info["dpi"] = said
    base = picture.convert("L") if picture.mode == "1" else picture
    scale = _scale(picture)
    if 0.8 < scale < 1.25:
        return base
    size = round(picture.width * scale), round(picture.height * scale)
    return base.resize(size, Image.Resampling.LANCZOS)


def _scale(picture: Image.Image) -> float:
    """What makes 300 dpi of a picture that says its resolution, or of a page of A4."""
    said = picture.info.get("dpi", (0, 0))
    if isinstance(said, tuple) and said and 140 <= float(said[0]) <= 1300:
        return DPI / float(said[0])
    return min(max(_PAGE_INCHES * DPI / max(picture.size), _LEAST), _MOST)


def _on_white(picture: Image.Image) -> Image.Image:
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
