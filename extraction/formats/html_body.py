"""The words of a web page as blocks: paragraphs, lists with their numbers, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from extraction.formats.blocks import Block, Paragraph, Run
from extraction.formats.html_styles import PageStyles
from extraction.formats.ooxml import whole
from extraction.formats.symbols import is_sign_font, plain_symbol
from extraction.formats.tables import Cell, table_blocks
from extraction.formats.word_numbering import Level, counted
from extraction.formats.word_styles import Look

_NAMES: Final = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary ul
"""
_BLOCKS: Final = frozenset(_NAMES.split())
_SILENT: Final = frozenset({"script", "style", "head", "template", "noscript", "del", "xml"})
_CELLS: Final = ("td", "th")
_ELSEWHERE: Final = _SILENT | {*_CELLS, "caption"}
_SPACE: Final = re.compile(r"[ \t\r\n\x0c]+")
_LISTS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 200
_WIDEST = 200


class PageReader:
    """Reads a page; pictures: how many it shows; hidden, deleted, inserted: such passages."""

    def __init__(self, page: etree._Element) -> None:
        self._styles = PageStyles(page)
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._label: Run | None = None
        self._depth = 0
        self.pictures = self.hidden = self.deleted = self.inserted = 0

    def blocks(self, element: etree._Element, look: Look | None = None) -> list[Block]:
        """The blocks in `element`, whose letters look as `look` unless they say otherwise."""
        outside = self._blocks, self._runs
        self._blocks, self._runs = [], []
        self._inside(element, look or Look())
        self._end_paragraph()
        found = self._blocks
        self._blocks, self._runs = outside
        return found

    def _end_paragraph(self) -> None:
        if self._runs and self._runs[-1] is self._label:
            return  # the item's number waits for its first paragraph
        if self._runs:
            self._blocks.append(Paragraph(tuple(self._runs)))
        self._runs = []

    def _inside(self, element: etree._Element, look: Look) -> None:
        look = look.under(self._styles.look_of(element))
        if look.is_hidden:
            self.hidden += any(map(str.strip, _words_of(element)))
            return
        if self._depth > _DEEPEST:  # tags that nobody closed: what is inside are words all the same
            self._say(" ".join(_words_of(element)), look, is_exact=False)
            return
        self._depth += 1
        is_exact = element.tag == "pre"
        self._say(element.text, look, is_exact)
        number = _start_of(element)
        for child in element:
            if child.tag == "li" and isinstance(number, int):
                self._end_paragraph()
                self._label = Run(_label(element, child, number))
                self._runs.append(self._label)
                number += 1
            self._child(child, look)
            self._say(child.tail, look, is_exact)
        self._depth -= 1

    def _child(self, child: etree._Element, look: Look) -> None:
        tag = child.tag
        self.deleted += tag == "del"
        self.inserted += tag == "ins"
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self.pictures += 1
        elif tag == "table":
            self._end_paragraph()
            self._blocks += self._table(child, look)
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._inside(child, look)
            self._end_paragraph()
        else:
            self._inside(child, look)

    def _say(self, text: str | None, look: Look, is_exact: bool) -> None:
        if not text:
            return
        text = text if is_exact else _SPACE.sub(" ", text)
        if text == " " and (not self._runs or self._runs[-1].text.endswith((" ", "\n"))):
            return
        font = look.font or ""
        if is_sign_font(font) and len(text.strip()) == 1:
            text = plain_symbol(text, font)
        self._runs.append(Run(text, font, bool(look.is_capitals)))

    def _table(self, table: etree._Element, look: Look) -> list[Block]:
        look = look.under(self._styles.look_of(table))
        has_borders = self._styles.has_borders(table)
        rows: list[list[Cell]] = []
        covered: dict[int, int] = {}
        for row in _within(table, ("tr",)):
            cells: list[Cell] = []
            column = 0
            for element in _within(row, _CELLS):
                while covered.get(column, 0) > 0:
                    column += 1
                span, height = _spans(element)
                cells.append(Cell(tuple(self.blocks(element, look)), column, span))
                has_borders = has_borders or self._styles.has_borders(element)
                for place in range(column, column + span):
                    covered[place] = height
                column += span
            covered = {place: height - 1 for place, height in covered.items() if height > 1}
            rows.append(cells)
        captions = [self.blocks(caption, look) for caption in table.iterchildren("caption")]
        loose = " ".join(" ".join(_loose_words(table)).split())
        return [
            *(block for caption in captions for block in caption),
            *([Paragraph((Run(loose, look.font or ""),))] if loose else []),
            *table_blocks(rows, has_borders),
        ]


def _within(element: etree._Element, wanted: tuple[str, ...]) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those that a group or, wrongly, a form wraps."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag not in _ELSEWHERE and child.tag != "table":
            yield from _within(child, wanted)


def _loose_words(element: etree._Element) -> Iterator[str]:
    """Words in a table that stand in no cell: browsers show them before it."""
    yield element.text or ""
    for child in element:
        if child.tag == "table":
            yield from _words_of(child)
        elif isinstance(child.tag, str) and child.tag not in _ELSEWHERE:
            yield from _loose_words(child)
        yield child.tail or ""


def _words_of(element: etree._Element) -> Iterator[str]:
    return map(str, element.itertext())


def _spans(cell: etree._Element) -> tuple[int, int]:
    columns, rows = (whole(cell.get(name, ""), 1) for name in ("colspan", "rowspan"))
    return min(max(columns, 1), _WIDEST), min(max(rows, 1), _WIDEST)


def _start_of(element: etree._Element) -> int | None:
    if element.tag not in {"ol", "ul"}:
        return None
    return whole(element.get("start", ""), 1)


def _label(parent: etree._Element, item: etree._Element, number: int) -> str:
    """What a browser shows before an item: "1. ", "a. " or a hyphen for its bullet."""
    if parent.tag == "ul":
        return "- "
    number = whole(item.get("value", ""), number)
    kind = _LISTS.get(parent.get("type", ""), "decimal")
    return f"{counted(number, Level(kind))}. "
