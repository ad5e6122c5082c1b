"""The body of a Word file, and its other stories, as blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from extraction.formats.blocks import Block, Paragraph, Run
from extraction.formats.ooxml import MC, V, W, value, whole
from extraction.formats.tables import Cell, table_blocks
from extraction.formats.word_numbering import Numbering
from extraction.formats.word_runs import GONE, RunReader, chosen, pictures_in
from extraction.formats.word_styles import Styles, borders_of, look_of

_INSIDE: Final = {
    *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")),
    *(f"{W}{name}" for name in ("txbxContent", "body")),
}
_SHAPES: Final = {f"{W}txbxContent", f"{V}textpath"}
_DEEPEST = 40
_WIDEST = 200


class StoryReader:
    """Reads paragraphs and tables; numbering and fields go on from one call to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._depth = 0
        self.runs = RunReader(styles)

    def blocks(self, parent: etree._Element) -> list[Block]:
        """The blocks in `parent`, a body, cell, text box, note, header or footer."""
        found: list[Block] = []
        if self._depth > _DEEPEST:  # made to hurt; what it says are words all the same
            words = " ".join(map(str, parent.itertext(f"{W}t", with_tail=False)))
            return [Paragraph((Run(words),))]
        self._depth += 1
        before: tuple[Run, ...] = ()
        for element in _flat(parent):
            if element.tag == f"{W}p":
                paragraph, boxes, is_open = self._paragraph(element)
                runs = (*before, *paragraph.runs)
                # A paragraph whose mark was deleted goes on in the next one.
                before = runs if is_open else ()
                found += boxes if is_open else [Paragraph(runs), *boxes]
            else:
                found += self._table(element)
        self._depth -= 1
        return [*found, Paragraph(before)] if before else found

    def _paragraph(self, paragraph: etree._Element) -> tuple[Paragraph, list[Block], bool]:
        properties = paragraph.find(f"{W}pPr")
        style, mark = self._styles.default_paragraph, None
        if properties is not None:
            style = value(properties.find(f"{W}pStyle")) or style
            mark = properties.find(f"{W}rPr")
        outside, self.runs.drawn = self.runs.drawn, []
        runs = self.runs.read(paragraph, style)
        drawn, self.runs.drawn = self.runs.drawn, outside
        label = self._label(properties, style, mark)
        boxes = [block for drawing in drawn for block in self._drawing(drawing)]
        is_open = mark is not None and mark.find(f"{W}del") is not None
        if label and (runs or drawn or any(map(str.isalnum, label.text))):
            runs = [label, *runs]
        return Paragraph(tuple(runs)), boxes, is_open

    def _label(
        self, properties: etree._Element | None, style: str, mark: etree._Element | None
    ) -> Run | None:
        named = self._styles.named(style)
        identity, level = named.number, named.level
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is not None:
            identity = value(own.find(f"{W}numId")) or identity
            stated = value(own.find(f"{W}ilvl"))
            level = whole(stated) if stated else level
        if not identity or identity == "0":
            return None
        if level is None:
            level = self._numbering.level_of(identity, style)
        look = self.runs.look_in(style).under(replace(look_of(mark), is_hidden=None))
        return self._numbering.label(identity, level, look)

    def _drawing(self, drawing: etree._Element) -> list[Block]:
        """The text in a drawing: text boxes, words drawn as a picture; pictures are counted."""
        self.runs.counts["pictures"] += pictures_in(drawing)
        found: list[Block] = []
        for shape in _shapes(drawing):
            if shape.tag == f"{W}txbxContent":
                found += self.blocks(shape)
            else:
                found.append(Paragraph((Run(shape.get("string", "")),)))
        return found

    def _table(self, table: etree._Element) -> list[Block]:
        properties = table.find(f"{W}tblPr")
        has_borders = borders_of(properties, "tblBorders")
        if has_borders is None and properties is not None:
            style = value(properties.find(f"{W}tblStyle"))
            has_borders = self._styles.named(style).has_borders if style else None
        rows: list[list[Cell]] = []
        for row in _inside(table, f"{W}tr"):
            mark = row.find(f"{W}trPr/{W}del")
            if mark is not None:
                self.runs.counts["deleted"] += 1
                continue
            cells, is_bordered = self._row(row)
            has_borders = has_borders or is_bordered
            rows.append(cells)
        return table_blocks(rows, bool(has_borders))

    def _row(self, row: etree._Element) -> tuple[list[Cell], bool]:
        column = min(_whole(row.find(f"{W}trPr/{W}gridBefore"), 0), _WIDEST)
        cells: list[Cell] = []
        has_borders = False
        for element in _inside(row, f"{W}tc"):
            properties = element.find(f"{W}tcPr")
            span, is_covered = 1, False
            if properties is not None:
                span = max(1, _whole(properties.find(f"{W}gridSpan"), 1))
                is_covered = _is_covered(properties)
                has_borders = has_borders or bool(borders_of(properties, "tcBorders"))
            blocks = () if is_covered else tuple(self.blocks(element))
            if column > _WIDEST:  # more columns than any program makes
                cells[-1] = replace(cells[-1], blocks=(*cells[-1].blocks, *blocks))
                continue
            cells.append(Cell(blocks, column, span))
            column += span
        return cells, has_borders


def _flat(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables of `parent`, those in content controls and tracked moves included."""
    for element in parent:
        tag = element.tag
        if tag in {f"{W}p", f"{W}tbl"}:
            yield element
        elif tag in _INSIDE:
            yield from _flat(element)
        elif tag == f"{MC}AlternateContent":
            yield from _flat(chosen(element))
        elif tag not in GONE and element.find(f"{W}p") is not None:
            yield from _flat(element)  # a wrapper that nobody here knows


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == wanted:
            yield element
        elif element.tag in _INSIDE:
            yield from _inside(element, wanted)


def _shapes(drawing: etree._Element) -> Iterator[etree._Element]:
    """Text in shapes; of two renderings of one shape only the first."""
    for element in drawing:
        if element.tag in _SHAPES:
            yield element
        elif element.tag == f"{MC}AlternateContent":
            yield from _shapes(chosen(element))
        elif isinstance(element.tag, str):
            yield from _shapes(element)


def _is_covered(properties: etree._Element) -> bool:
    """Whether a cell belongs to the merged one above or before it."""
    merges = (properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge"))
    return any(merge is not None and value(merge) in {"", "continue"} for merge in merges)


def _whole(element: etree._Element | None, default: int) -> int:
    return min(whole(value(element), default), _WIDEST)
