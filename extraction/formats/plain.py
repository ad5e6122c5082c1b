"""Plain text, Markdown and web pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from extraction.errors import UnknownEncodingError
from extraction.extracted import Extracted, read_text

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]+|[ \t]*[*-][ \t]+(?=[a-zđ]\)))|\*\*|__", re.MULTILINE)
# In code page 1258 a tone follows its vowel; bytes of old fonts read so put it anywhere.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VIETNAMESE = re.compile(f"[ăâêôơưđ{_TONES}]", re.IGNORECASE)
_STRAY_TONE = re.compile(f"(?<![aăâeêioôơuưy])[{_TONES}]", re.IGNORECASE)


def read(path: Path, format: str) -> Extracted:
    """The text of a plain text ("txt"), Markdown ("md") or web page ("html").

    Raises UnknownEncodingError, and OSError as opening a file does.
    """
    text, encoding = decode(path.read_bytes())
    return read_text(_READERS[format](text), path.name, encoding, format)


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and its encoding: by byte order mark, else UTF-8, else code page 1258.

    Raises UnknownEncodingError for anything else, legacy fonts (TCVN3, VNI) included.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data, encoding), encoding
    if b"\x00" in data[:1000]:
        # The high bytes of Latin letters are zero: they stand second, or first.
        is_little = data[1:1000:2].count(0) > data[0:1000:2].count(0)
        encoding = "utf-16-le" if is_little else "utf-16-be"
        return _decode(data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _decode(data, "cp1258")
    if not _VIETNAMESE.search(text) or _STRAY_TONE.search(text):
        raise UnknownEncodingError("Neither Unicode nor code page 1258")
    return text, "cp1258"


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncodingError(f"Not {encoding}") from error


def _plain(text: str) -> str:
    return text


def _from_markdown(text: str) -> str:
    """Heading signs, emphasis and the bullets before a), b) go; every word stays."""
    return _MARKDOWN.sub("", text)


class _WebText(HTMLParser):
    """Collects the words of a web page, a line for each block."""

    _BLOCKS = frozenset(
        [
            *["address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "hr", "li", "ol"],
            *["h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "section", "table", "td", "th"],
            *["tr", "ul"],
        ]
    )
    _SILENT = frozenset({"script", "style", "head", "template", "noscript"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in self._SILENT
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT and self._silent:
            self._silent -= 1
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _from_html(text: str) -> str:
    parser = _WebText()
    parser.feed(text)
    parser.close()
    return re.sub(r"\n[\s\n]*\n", "\n\n", "".join(parser.parts)).strip()


_READERS: dict[str, Callable[[str], str]] = {
    "txt": _plain,
    "md": _from_markdown,
    "html": _from_html,
}
