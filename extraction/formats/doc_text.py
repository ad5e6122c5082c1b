"""The bare text of a Word 97 file (DOC) without LibreOffice: words, paragraphs, cells, no fonts.

Source: [MS-DOC] 2.4.1, retrieving text: the piece table says where each stretch of letters stands
and whether it takes one byte a letter (code page 1252) or two.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import olefile

from extraction.errors import DamagedFileError
from extraction.formats.blocks import Block, Paragraph, Run
from extraction.formats.tables import Cell, table_blocks

_TABLE_FLAG: Final = 0x0200
_LENGTH_AT: Final = 0x4C
_PIECES_AT: Final = 0x01A2
_ONE_BYTE: Final = 0x40000000
_PROPERTIES, _PIECE_TABLE = 1, 2
_INSTRUCTIONS: Final = re.compile("\x13[^\x13\x14\x15]*\x14?")
_SIGNS: Final = {0x0B: "\n", 0x0C: "\r", 0x0E: "\r", 0x1E: "-", 0x1F: "\u00ad"}
_SILENT: Final = dict.fromkeys([*range(0x01, 0x07), 0x08, 0x14, 0x15])
_CELL: Final = "\x07"
_FAULTS: Final = (OSError, ValueError, IndexError, struct.error)


def blocks_of(path: Path) -> list[Block]:
    """The paragraphs and tables of the DOC file at `path`. Raises DamagedFileError."""
    try:
        with olefile.OleFileIO(str(path)) as file:
            document = file.openstream("WordDocument").read()
            flags = struct.unpack_from("<H", document, 0x0A)[0]
            name = "1Table" if flags & _TABLE_FLAG else "0Table"
            text = _text(document, file.openstream(name).read())
    except _FAULTS as error:
        raise DamagedFileError("A damaged Word file") from error
    return list(_blocks(_INSTRUCTIONS.sub("", text).translate({**_SIGNS, **_SILENT})))


def _text(document: bytes, table: bytes) -> str:
    """The letters of the main story."""
    length = struct.unpack_from("<i", document, _LENGTH_AT)[0]
    start, size = struct.unpack_from("<II", document, _PIECES_AT)
    parts: list[str] = []
    for begin, end, place in _pieces(table[start : start + size]):
        count = max(0, min(end, length) - begin)
        if place & _ONE_BYTE:
            first = (place & ~_ONE_BYTE) // 2
            parts.append(document[first : first + count].decode("cp1252", "replace"))
        else:
            parts.append(document[place : place + 2 * count].decode("utf-16-le", "replace"))
    return "".join(parts)


def _pieces(data: bytes) -> Iterator[tuple[int, int, int]]:
    """First letter, end and place in the file of every piece."""
    at = 0
    while data[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", data, at + 1)[0]
    if data[at] != _PIECE_TABLE:
        raise ValueError("No piece table")
    size = struct.unpack_from("<I", data, at + 1)[0]
    count = (size - 4) // 12
    at += 5
    letters = struct.unpack_from(f"<{count + 1}i", data, at)
    for number in range(count):
        place = struct.unpack_from("<I", data, at + 4 * (count + 1) + 8 * number + 2)[0]
        yield letters[number], letters[number + 1], place


def _blocks(text: str) -> Iterator[Block]:
    rows: list[list[str]] = []
    for line in text.split(f"{_CELL}{_CELL}"):
        before, _, row = line.rpartition("\r") if _CELL not in line else _split_row(line)
        if rows and before.strip():
            yield from _table(rows)
            rows = []
        yield from (_paragraph(words) for words in before.split("\r") if before)
        if _CELL in row:
            rows.append(row.split(_CELL))
        elif row:
            yield from _table(rows)
            rows = []
            yield _paragraph(row)
    yield from _table(rows)


def _split_row(line: str) -> tuple[str, str, str]:
    """Paragraphs before a row and the row; its first cell is taken to have one paragraph."""
    first, mark, rest = line.partition(_CELL)
    before, _, cell = first.rpartition("\r")
    return before, "", f"{cell}{mark}{rest}"


def _table(rows: list[list[str]]) -> list[Block]:
    cells = [
        [Cell(tuple(map(_paragraph, words.split("\r"))), place) for place, words in enumerate(row)]
        for row in rows
    ]
    has_long = any("\r" in words for row in rows for words in row)
    return table_blocks(cells, has_borders=not has_long) if cells else []


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words.replace("\r", " ")),) if words.strip() else ())
