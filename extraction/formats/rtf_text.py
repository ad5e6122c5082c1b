"""The bare text of an RTF file without LibreOffice: words with their fonts, paragraphs, rows.

Source: Rich Text Format Specification 1.9.1. Lists, headers, notes and pictures are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from extraction.formats.blocks import Block, Paragraph, Run
from extraction.formats.tables import Cell, table_blocks

_TOKEN: Final = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]+)(-?\d{1,10})? ?|\\([^a-zA-Z'])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_SKIPPED: Final = frozenset(
    b"colortbl stylesheet info pict header footer headerl headerr headerf footerl footerr footerf "
    b"footnote object fldinst listtable listoverridetable themedata datastore latentstyles "
    b"generator xmlnstbl rsidtbl shp private annotation".split()
)
_SIGNS: Final = {
    b"tab": "\t",
    b"line": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
}
_ESCAPES: Final = {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}"}
_ENDS: Final = frozenset({b"par", b"sect", b"page"})
_PAGES: Final = frozenset({1250, 1251, 1252, 1253, 1254, 1257, 1258})
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class _State:
    font: str = ""
    is_hidden: bool = False
    is_capitals: bool = False
    is_skipped: bool = False
    in_fonts: bool = False
    unicode_skip: int = 1


class _Reader:
    def __init__(self) -> None:
        self._states = [_State()]
        self._fonts: dict[str, str] = {}
        self._font = ""
        self._runs: list[Run] = []
        self._paragraphs: list[Block] = []
        self._cells: list[Cell] = []
        self._rows: list[list[Cell]] = []
        self._skip = 0
        self._half = 0
        self.page = "cp1252"
        self.blocks: list[Block] = []

    def token(self, match: re.Match[bytes]) -> None:
        byte, word, number, escape, brace, plain = match.groups()
        if brace:
            self._brace(brace)
        elif word:
            self._word(word, number)
        elif escape == b"*":
            self._states[-1] = replace(self._states[-1], is_skipped=True)
        elif byte:
            self._say(bytes([int(byte, 16)]).decode(self.page, "replace"))
        elif plain:
            self._say(plain.decode(self.page, "replace"))
        elif escape in _ESCAPES:
            self._say(_ESCAPES[escape])

    def _brace(self, brace: bytes) -> None:
        if brace == b"{" and len(self._states) < _DEEPEST:
            self._states.append(self._states[-1])
        elif brace == b"}" and len(self._states) > 1:
            self._states.pop()

    def _word(self, word: bytes, number: bytes | None) -> None:
        value = int(number or 1)
        if word == b"f":
            self._font = str(value)
        elif word == b"ansicpg" and value in _PAGES:
            self.page = f"cp{value}"
        self._states[-1] = self._changed(self._states[-1], word, number)
        self._act(word, value)

    def _changed(self, state: _State, word: bytes, number: bytes | None) -> _State:
        """The state after a control word."""
        is_on = number != b"0"
        changes = {
            b"f": lambda: replace(state, font=self._font),
            b"fonttbl": lambda: replace(state, in_fonts=True),
            b"v": lambda: replace(state, is_hidden=is_on),
            b"caps": lambda: replace(state, is_capitals=is_on),
            b"plain": lambda: replace(state, font="", is_hidden=False, is_capitals=False),
            b"uc": lambda: replace(state, unicode_skip=int(number or 1)),
        }
        if word in _SKIPPED:
            return replace(state, is_skipped=True)
        return changes[word]() if word in changes else state

    def _act(self, word: bytes, value: int) -> None:
        if word == b"u":
            self._unicode(value % 0x10000)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in _ENDS:
            self._end_paragraph()
        elif word == b"cell":
            self._end_paragraph()
            self._cells.append(Cell(tuple(self._paragraphs), len(self._cells)))
            self._paragraphs = []
        elif word == b"row":
            self._rows.append(self._cells)
            self._cells, self._paragraphs = [], []
        elif word in {b"pard", b"trowd"}:
            self._leave_table()

    def _unicode(self, code: int) -> None:
        """A letter by its number; those above 65,535 come in two halves."""
        self._skip = 0
        if 0xD800 <= code < 0xDC00:
            self._half = code
        else:
            if 0xDC00 <= code < 0xE000:
                high, self._half = self._half, 0
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            self._say(chr(code))
        self._skip = self._states[-1].unicode_skip

    def _say(self, text: str) -> None:
        state = self._states[-1]
        if state.in_fonts and not state.is_skipped:
            self._fonts[self._font] = self._fonts.get(self._font, "") + text
        if state.in_fonts:
            return
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text and not state.is_skipped and not state.is_hidden:
            name = self._fonts.get(state.font, "").split(";")[0].strip()
            self._runs.append(Run(text, name, state.is_capitals))

    def _end_paragraph(self) -> None:
        self._paragraphs.append(Paragraph(tuple(self._runs)))
        self._runs = []

    def _leave_table(self) -> None:
        """A new paragraph outside a row: what was gathered goes to the text."""
        if not self._cells and self._rows and self._paragraphs:
            self.blocks += table_blocks(self._rows, has_borders=True)
            self._rows = []
        if not self._rows and not self._cells:
            self.blocks += self._paragraphs
            self._paragraphs = []

    def end(self) -> list[Block]:
        self._end_paragraph()
        self.blocks += table_blocks(self._rows, has_borders=True)
        return [*self.blocks, *self._paragraphs]


def blocks_of(path: Path) -> list[Block]:
    """The paragraphs and tables of the RTF file at `path`."""
    reader = _Reader()
    for match in _TOKEN.finditer(path.read_bytes()):
        reader.token(match)
    return reader.end()
