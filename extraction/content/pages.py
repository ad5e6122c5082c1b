"""PDF files: can be opened, has pages, not too many and none larger than the format allows."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw

from extraction.content.peek import Peek
from extraction.errors import (
    DamagedFileError,
    EncryptedFileError,
    PictureTooLargeError,
    TooManyPagesError,
)
from extraction.limits import Limits

_LONGEST_SIDE = 14_400  # points, the limit of ISO 32000-1, annex C


def format_of(peek: Peek, limits: Limits) -> str:
    """ "pdf". Raises Encrypted-, DamagedFile-, TooManyPages- or PictureTooLargeError."""
    try:
        with pypdfium2.PdfDocument(peek.path) as pdf:
            _check(pdf, limits)
    except pypdfium2.PdfiumError as error:
        if _needs_password(error):
            raise EncryptedFileError("A PDF file with a password") from error
        raise DamagedFileError(f"A damaged PDF file: {error}") from error
    return "pdf"


def _check(pdf: pypdfium2.PdfDocument, limits: Limits) -> None:
    count = len(pdf)
    if not count:
        raise DamagedFileError("A PDF file without pages")
    if count > limits.pages:
        raise TooManyPagesError(
            f"{count} pages, the limit is {limits.pages}", pages=str(count), limit=str(limits.pages)
        )
    for number in range(count):
        if max(pdf.get_page_size(number)) > _LONGEST_SIDE:
            raise PictureTooLargeError(
                f"Page {number + 1} is larger than PDF allows", limit=str(limits.megapixels)
            )


def _needs_password(error: pypdfium2.PdfiumError) -> bool:
    code = getattr(error, "err_code", None)
    return code == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
