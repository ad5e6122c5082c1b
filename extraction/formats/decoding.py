"""Runs in old encodings become Unicode; what was changed is remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extraction.extracted import clean
from extraction.formats.blocks import Run
from vietnamese import LegacyDecoder, LegacyEncoding, compose, convert, legacy_font

PAGE = "\x0c"
# Thin spaces that LibreOffice puts between the blanks of an RTF file.
_BLANKS = re.compile("[ \u2004-\u200a\u202f]{2,}")
_THIN = dict.fromkeys([*range(0x2004, 0x200B), 0x202F])


@dataclass(frozen=True, slots=True)
class Decoded:
    """The letters of a paragraph. encoding: "" when nothing was converted, else what it was in.

    before: what was stored, "" when nothing was converted.
    """

    text: str
    encoding: str = ""
    before: str = ""


class RunDecoder:
    """Decodes the paragraphs of one document, given all its runs."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._legacy = LegacyDecoder((run.font, run.text) for run in runs)

    def decode(self, runs: Sequence[Run]) -> Decoded:
        """The letters of a paragraph in composed Unicode."""
        parts: list[str] = []
        found: dict[LegacyEncoding, None] = {}
        for run in _joined(runs):
            font = legacy_font(run.font)
            for encoding, piece in self._legacy.stretches(run.font, run.text):
                is_unicode = encoding is None and not piece.isascii()
                is_drawn = font is not None and font.is_capitals and not is_unicode
                text = convert(piece, encoding) if encoding else piece
                parts.append(text.upper() if run.is_capitals or is_drawn else text)
                if encoding and text != piece:
                    found[encoding] = None
        return _decoded("".join(parts), runs, list(found))


def _without_thin(match: re.Match[str]) -> str:
    return match[0].translate(_THIN) if " " in match[0] else match[0]


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Neighbours in the same font as one run: VNI breaks a letter in two."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.font, last.is_capitals) == (run.font, run.is_capitals):
            joined[-1] = Run(last.text + run.text, run.font, run.is_capitals)
        else:
            joined.append(run)
    return joined


def _decoded(text: str, runs: Sequence[Run], found: list[LegacyEncoding]) -> Decoded:
    composed = text if text.isascii() else compose(text)
    letters = PAGE.join(map(clean, _BLANKS.sub(_without_thin, composed).split(PAGE)))
    if not found and composed == text:
        return Decoded(letters)
    encodings = ", ".join(sorted(found) or [LegacyEncoding.DECOMPOSED])
    return Decoded(letters, encodings, "".join(run.text for run in runs))
