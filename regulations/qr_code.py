"""A QR code (ISO/IEC 18004) as SVG: the address of a document on its printed page."""

from __future__ import annotations

from functools import lru_cache

import segno
from django.utils.safestring import SafeString

from regulations.written_html import written_html

# Any mask can be read; trying all eight for the best costs four times the CPU.
MASK = 3


@lru_cache(maxsize=512)
def qr_svg(text: str) -> SafeString:
    """An `<svg>` with a quiet zone of four modules; error correction M, 15 % may be lost.

    Raises segno.DataOverflowError for more than 2,331 bytes.
    """
    code = segno.make_qr(text, error="m", mask=MASK, boost_error=False)
    return written_html(code.svg_inline(border=4, omitsize=True, svgclass="tk-qr", lineclass=None))
