"""Letters that files may hold."""

from __future__ import annotations

import re

from vietnamese import nfc, slugify

# XML 1.0, production 2 (Char); a tab or a break of another kind becomes a blank or a line.
_FORBIDDEN = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
LONGEST_NAME = 80


def xml_text(text: object) -> str:
    """`text` in composed letters without what XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", nfc(str(text or ""))))


def one_line(text: object) -> str:
    """The same on one line."""
    return " ".join(xml_text(text).split())


def file_stem(number: str, otherwise: str) -> str:
    """A name that says what is in the file: "12-KH-MNYH" for 12/KH-MNYH; ASCII, never empty.

    otherwise: what names a document without a number, as it stands in its address.
    """
    stem = slugify(number).upper() or slugify(otherwise)
    return stem[:LONGEST_NAME].strip("-") or "van-ban"
