"""Files without a signature: text, web pages, and what is neither."""

from __future__ import annotations

import re

from extraction.content.peek import Peek
from extraction.content.xml import check_prolog
from extraction.errors import FileTooLargeError, UnsupportedFormatError
from extraction.limits import MEGABYTE, Limits

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# No text has these. A few are let through: VISCII writes six capitals with control characters.
_CONTROLS = bytes([*range(9), *range(14, 26), *range(28, 32), 127])
_MOST_CONTROLS = 0.02
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    r"(?:<!doctype\s+html|<(?:html|head|body|meta|title|div|table|p|h1|center|style)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_WEB_ARCHIVE = re.compile(r"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_XML_KINDS = (
    ("<w:wordDocument", "wordml"),
    ("<pkg:package", "flat-opc"),
    ("<office:document", "fodt"),
    ("<html", "html"),
    ("<svg", "svg"),
)
_BYTES_PER_LETTER = 4


def format_of(peek: Peek, limits: Limits) -> str:
    """ "txt", "md", "html", "mhtml", "wordml" or "fodt".

    The name decides between the kinds of text only: nothing else tells Markdown from text.
    """
    if not is_text(peek.head):
        raise UnsupportedFormatError("Bytes of no known kind", format="unknown")
    head = _letters(peek.head)
    kind = _marked_up(peek, head) or _named(peek)
    most = limits.letters * _BYTES_PER_LETTER
    if kind in {"txt", "md", "html"} and peek.size > most:
        limit = str(most // MEGABYTE)
        raise FileTooLargeError(f"A text of {peek.size} bytes", limit=limit)
    return kind


def is_text(data: bytes) -> bool:
    """Whether `data` can be text in some encoding, an old one or UTF-16 included."""
    if data.startswith(_BOMS) or _is_wide(data):
        return True
    if b"\x00" in data:
        return False
    return len(data) - len(data.translate(None, _CONTROLS)) <= _MOST_CONTROLS * len(data)


def looks_like_web_page(data: bytes) -> bool:
    """Whether the file begins as web pages do."""
    return bool(_WEB_PAGE.match(_letters(data[:2000])))


def _marked_up(peek: Peek, head: str) -> str:
    start = head[:4000]
    if start.lstrip().startswith("<?xml"):
        kind = next((kind for sign, kind in _XML_KINDS if sign in start), "xml")
        if kind != "html":
            check_prolog(peek.head)
        if kind in {"xml", "svg", "flat-opc"}:
            raise UnsupportedFormatError(f"No reader for {kind}", format=kind)
        return kind
    if start.lstrip().startswith("<svg"):
        raise UnsupportedFormatError("A drawing", format="svg")
    if _WEB_PAGE.match(start):
        return "html"
    return "mhtml" if _WEB_ARCHIVE.search(start) else ""


def _named(peek: Peek) -> str:
    suffix = peek.path.suffix.lower()
    if suffix in {".md", ".markdown"}:
        return "md"
    return "html" if suffix in {".htm", ".html"} else "txt"


def _is_wide(data: bytes) -> bool:
    """UTF-16 without a mark: every other byte of Latin letters is zero."""
    part = data[:1000]
    zeros = sorted((part[0::2].count(0), part[1::2].count(0)))
    return zeros[1] > 0.3 * len(part) / 2 and zeros[0] <= 0.02 * len(part)


def _letters(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if _is_wide(data):
        little = data[1:1000:2].count(0) > data[0:1000:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
