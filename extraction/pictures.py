"""Pictures of the pages of a document, to show beside its text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw
from PIL import Image

from extraction.errors import DamagedFileError, NoSuchPageError, PictureTooLargeError
from extraction.formats.pdf import open_pdf
from extraction.limits import DEFAULT

_NARROWEST: Final = 16
_WIDEST: Final = 3000
_TALLEST: Final = 5  # times the width
_QUALITY: Final = 80
_PDF: Final = b"%PDF-"
_HEAD: Final = 1024


def page_count(path: Path) -> int:
    """The number of pages of the PDF file or picture at `path`.

    Raises DamagedFileError, EncryptedFileError, TooManyPagesError, PictureTooLargeError.
    """
    if _is_pdf(path):
        with open_pdf(path) as pdf:
            return len(pdf)
    with _opened(path) as picture:
        return int(getattr(picture, "n_frames", 1))


def page_picture(path: Path, page: int, width: int) -> bytes:
    """Page `page` (from 1) of the PDF file or picture at `path`, as WebP, `width` pixels wide.

    Widths outside 16 to 3000 are brought inside. Raises NoSuchPageError, and what `page_count`
    raises.
    """
    width = min(max(width, _NARROWEST), _WIDEST)
    picture = _of_pdf(path, page, width) if _is_pdf(path) else _of_picture(path, page, width)
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=_QUALITY, method=2)
    return written.getvalue()


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return _PDF in file.read(_HEAD)


def _of_pdf(path: Path, page: int, width: int) -> Image.Image:
    with open_pdf(path) as pdf:
        if not 1 <= page <= len(pdf):
            raise NoSuchPageError(f"No page {page}", page=str(page))
        # Signatures and typed numbers are annotations: they are drawn when they are part of it.
        leaf = pdf[page - 1]
        pypdfium2.raw.FPDFPage_Flatten(leaf, pypdfium2.raw.FLAT_NORMALDISPLAY)
        leaf = pdf[page - 1]
        wide, high = leaf.get_size()
        if wide <= 0 or high / wide > _TALLEST:
            raise PictureTooLargeError("A page like a ribbon", limit=str(DEFAULT.megapixels))
        bitmap = leaf.render(scale=width / wide, rev_byteorder=True)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        return picture.crop((0, 0, width, picture.height))


def _opened(path: Path) -> Image.Image:
    """The picture at `path`; its points are not read yet."""
    try:
        picture = Image.open(path)
    except Image.DecompressionBombError as error:
        raise PictureTooLargeError(str(error), limit=str(DEFAULT.megapixels)) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise DamagedFileError(f"A damaged picture: {error}") from error
    if picture.width * picture.height > DEFAULT.megapixels * 1_000_000:
        picture.close()
        raise PictureTooLargeError("Too many points", limit=str(DEFAULT.megapixels))
    return picture


def _of_picture(path: Path, page: int, width: int) -> Image.Image:
    with _opened(path) as picture:
        if not 1 <= page <= int(getattr(picture, "n_frames", 1)):
            raise NoSuchPageError(f"No page {page}", page=str(page))
        try:
            picture.seek(page - 1)
            if picture.width * picture.height > DEFAULT.megapixels * 1_000_000:
                raise PictureTooLargeError("Too many points", limit=str(DEFAULT.megapixels))
            shown = picture.convert("RGB")
        except (OSError, SyntaxError, ValueError) as error:
            raise DamagedFileError(f"A damaged picture: {error}") from error
    height = min(max(round(shown.height * width / shown.width), 1), _TALLEST * width)
    return shown.resize((width, height), Image.Resampling.LANCZOS)
