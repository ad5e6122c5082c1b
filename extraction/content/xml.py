"""XML of office files: without document types, entities and odd encodings.

No office program writes them (ECMA-376 part 2, 9.1.2 forbids them in packages), so whoever does
wants the reader to open other files or to grow without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extraction.errors import UnsafeXmlError

_WORDS = ("<!DOCTYPE", "<!ENTITY")
_FORBIDDEN = re.compile(
    b"|".join(
        re.escape(word.encode(code))
        for word in _WORDS
        for code in ("ascii", "utf-16-le", "utf-16-be")
    )
)
_SIGNS = (b"<!", b"<\x00!")  # rare in office files, and found ten times faster
_LONGEST = max(len(word) for word in _WORDS) * 2
_STARTS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<\x00(?!\x00)|\xfe\xff\x00<|<\x00[^\x00]|\x00<"
)
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([^\"']*)")
_PLAIN = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1"})


def check_prolog(data: bytes) -> None:
    """Raise UnsafeXmlError when `data`, the beginning of an XML file, may not be parsed."""
    check_xml([data])


def check_xml(chunks: Iterable[bytes]) -> None:
    """Raise UnsafeXmlError when the XML file that `chunks` make up may not be parsed.

    Old OpenDocument manifests name a document type without declaring anything: see `packages`.
    """
    kept = b""
    for number, chunk in enumerate(chunks):
        if number == 0:
            _check_encoding(chunk)
        kept = kept[-_LONGEST:] + chunk
        if any(sign in kept for sign in _SIGNS) and _FORBIDDEN.search(kept):
            raise UnsafeXmlError("XML with a document type or entities")


def _check_encoding(start: bytes) -> None:
    """Another encoding could hide the forbidden words from the search."""
    if start.strip() and not _STARTS.match(start):
        raise UnsafeXmlError("XML in an encoding that office files do not have")
    declared = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in _PLAIN:
        raise UnsafeXmlError(f"XML declared as {declared[1][:20]!r}")
