"""What the signs of a PDF file mean: Unicode, or an old encoding that only its fonts show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2.raw as pdfium

from extraction.extracted import clean
from extraction.formats.pdf.drawn import address_of, font_name
from extraction.formats.pdf.words import signs_of
from vietnamese.legacy import LegacyDecoder, convert
from vietnamese.legacy_fonts import LegacyEncoding, legacy_font

_SUBSET = re.compile(r"[A-Z]{6}\+")
_WORD = re.compile(r"\S+")
# PDFium writes a hyphen at the end of a line as one of these.
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
# Names of glyphs that PDF programs turned into signs other than those of the code page.
_GLYPHS = str.maketrans(
    {
        "\u2212": "\u00ad",
        "\u2219": "\u00b7",
        "\u03bc": "\u00b5",
        "\u02c9": "\u00af",
        "\x02": "\u00ad",
        "\ufffe": "\u00ad",
    }
)
_OLD_SIGN = re.compile(r"[¡-¿]")
_OLD_SHARE = 0.02

Spelling = Callable[[int, str], tuple[str, str]]


def plain(index: int, signs: str) -> tuple[str, str]:
    """Signs of Unicode."""
    return clean(signs.translate(_HYPHENS)), ""


def looks_old(fonts: Iterable[str], signs: str) -> bool:
    """Whether a page may be written in an old encoding, by its fonts or by its signs."""
    if any(legacy_font(_bare(font)) for font in fonts):
        return True
    return len(_OLD_SIGN.findall(signs)) > _OLD_SHARE * len(signs)


class OldSpelling:
    """Turns the signs of a document into Unicode, font by font. It has to know all pages."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._runs: list[tuple[str, str]] = []
        self._decoder = LegacyDecoder([])

    def learn(self, textpage: Any) -> None:
        """Takes note of the fonts and the signs of a page."""
        self._names.clear()
        self._runs.extend((font, text) for _, _, font, text in self._places(textpage))

    def settle(self) -> None:
        """All pages are known."""
        self._decoder = LegacyDecoder(self._runs)
        self._runs = []

    def of(self, textpage: Any) -> Spelling:
        """How the signs of one page read."""
        self._names.clear()
        encodings: dict[int, tuple[LegacyEncoding | None, bool]] = {}
        for start, end, font, text in self._places(textpage):
            encoding = self._decoder.encoding_of(font, text)
            declared = legacy_font(font)
            capitals = declared is not None and declared.is_capitals
            for index in range(start, end):
                encodings[index] = encoding, capitals

        def spelling(index: int, signs: str) -> tuple[str, str]:
            encoding, capitals = encodings.get(index, (None, False))
            if capitals and encoding is None and signs.isascii():
                return clean(signs.translate(_HYPHENS)).upper(), ""
            if encoding is None:
                return plain(index, signs)
            return clean(convert(_as_old(signs, encoding), encoding, capitals)), encoding.value

        return spelling

    def _places(self, textpage: Any) -> list[tuple[int, int, str, str]]:
        """Words of one font in a row: first index, index behind the last, font, signs."""
        signs = signs_of(textpage)
        found: list[tuple[int, int, str, str]] = []
        for match in _WORD.finditer(signs):
            font = self._font(textpage, match.start())
            if found and found[-1][2] == font:
                start = found[-1][0]
                found[-1] = start, match.end(), font, ""
            else:
                found.append((match.start(), match.end(), font, ""))
        return [
            (
                start,
                end,
                font,
                signs[start:end].translate(_GLYPHS) if legacy_font(font) else signs[start:end],
            )
            for start, end, font, _ in found
        ]

    def _font(self, textpage: Any, index: int) -> str:
        item = pdfium.FPDFText_GetTextObject(textpage, index)
        if not item:
            return ""
        font = pdfium.FPDFTextObj_GetFont(item)
        address = address_of(font)
        if address not in self._names:
            self._names[address] = _bare(font_name(font))
        return self._names[address]


def _as_old(signs: str, encoding: LegacyEncoding) -> str:
    return signs.translate(_GLYPHS if encoding is LegacyEncoding.TCVN3 else _HYPHENS)


def _bare(font: str) -> str:
    return _SUBSET.sub("", font)
