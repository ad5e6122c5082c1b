"""Pictures: what the header says of their size, before a point is unpacked."""

from __future__ import annotations

import struct
import warnings

from PIL import Image, UnidentifiedImageError

from extraction.content.peek import Peek
from extraction.errors import DamagedFileError, PictureTooLargeError, TooManyPagesError
from extraction.limits import Limits

_MEGA = 1_000_000
_FAULTS = (OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, struct.error)


def format_of(peek: Peek, limits: Limits) -> str:
    """ "png", "jpeg" or "tiff". Raises PictureTooLarge-, TooManyPages- or DamagedFileError."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of sizes that this module refuses, and of every odd tag.
            warnings.simplefilter("ignore")
            with Image.open(peek.path, formats=("PNG", "JPEG", "TIFF")) as picture:
                _check(picture, limits)
                kind = (picture.format or "").lower()
    except Image.DecompressionBombError as error:
        raise _too_large(limits) from error
    except (UnidentifiedImageError, *_FAULTS) as error:
        raise DamagedFileError("A damaged picture") from error
    return "jpeg" if kind == "mpo" else kind


def _check(picture: Image.Image, limits: Limits) -> None:
    width, height = picture.size
    if width * height > limits.megapixels * _MEGA:
        raise _too_large(limits)
    frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if frames > limits.pages:
        raise TooManyPagesError(f"{frames} pages", pages=str(frames), limit=str(limits.pages))
    for frame in range(1, frames):
        picture.seek(frame)
        if picture.size[0] * picture.size[1] > limits.megapixels * _MEGA:
            raise _too_large(limits)


def _too_large(limits: Limits) -> PictureTooLargeError:
    return PictureTooLargeError("A picture with too many points", limit=str(limits.megapixels))
