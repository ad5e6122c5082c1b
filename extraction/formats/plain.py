"""Plain text and Markdown, in any encoding that Vietnamese was ever written in."""

from __future__ import annotations

import re
from pathlib import Path

from extraction.extracted import Conversion, Extracted, Note, NoteCode, clean
from extraction.fields import Span
from extraction.formats.blocks import Run
from extraction.formats.decoding import Decoded, RunDecoder
from extraction.formats.encodings import decode
from extraction.formats.typed_columns import set_columns
from vietnamese import LegacyEncoding, convert, detect

_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]+|[ \t]*[*-][ \t]+(?=[a-zđ]\)))|\*\*|__", re.MULTILINE)
_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_WHOLE = {"cp1258", "viscii", "tcvn-5712"}
_MOST_CONVERSIONS = 1000


def read(path: Path, format: str) -> Extracted:
    """The text of a plain text ("txt") or Markdown ("md").

    Raises UnknownEncodingError, and OSError as opening a file does.
    """
    text, encoding = decode(path.read_bytes())
    lines = _decoded(_from_markdown(text) if format == "md" else text)
    lines = set_columns(lines)
    joined, conversions = _joined(lines)
    found = sorted({line.encoding for line in lines} - {""})
    counts = {name: sum(line.encoding == name for line in lines) for name in found}
    notes = [
        Note(NoteCode.LEGACY_ENCODING, {"encoding": str(name), "passages": str(count)})
        for name, count in counts.items()
    ]
    if encoding in _WHOLE:
        notes.append(Note(NoteCode.LEGACY_ENCODING, {"encoding": encoding, "passages": "1"}))
    legacy = [name for name in found if name != LegacyEncoding.DECOMPOSED]
    return Extracted(
        joined,
        path.name,
        ", ".join(legacy) or encoding,
        format,
        conversions=tuple(conversions),
        notes=tuple(notes),
    )


def _decoded(text: str) -> list[Decoded]:
    if detect(text) is LegacyEncoding.VIQR:
        return [_from_viqr(line) for line in _BREAK.split(text)]
    stored = _BREAK.split(text)
    decoder = RunDecoder(Run(line) for line in stored)
    return [decoder.decode([Run(line)]) for line in stored]


def _from_viqr(line: str) -> Decoded:
    letters = convert(line, LegacyEncoding.VIQR)
    if letters == line:
        return Decoded(clean(line))
    return Decoded(clean(letters), LegacyEncoding.VIQR, line)


def _joined(lines: list[Decoded]) -> tuple[str, list[Conversion]]:
    conversions: list[Conversion] = []
    place = 0
    for line in lines:
        if line.encoding and line.text.strip() and len(conversions) < _MOST_CONVERSIONS:
            span = Span(place, place + len(line.text))
            conversions.append(Conversion(span, line.encoding, line.before, line.text))
        place += len(line.text) + 1
    return "\n".join(line.text for line in lines), conversions


def _from_markdown(text: str) -> str:
    """Heading signs, emphasis and the bullets before a), b) go; every word stays."""
    return _MARKDOWN.sub("", text)
