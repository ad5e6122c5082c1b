"""The bare text of an OpenDocument text (ODT) without LibreOffice: paragraphs and tables.

Source: OpenDocument 1.3 part 3, sections 5 and 9. Fonts, lists' numbers and headers are left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree

from extraction.errors import DamagedFileError
from extraction.formats.blocks import Block, Paragraph, Run
from extraction.formats.ooxml import Package, parser, whole
from extraction.formats.tables import Cell, table_blocks

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS: Final = {f"{_TEXT}p", f"{_TEXT}h"}
_SILENT: Final = {f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"}
_SIGNS: Final = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_DEEPEST = 60
_MOST_BLANKS = 200


def blocks_of(path: Path, format: str) -> list[Block]:
    """The paragraphs and tables of an ODT ("odt") or flat ODT ("fodt"). Raises DamagedFileError."""
    if format == "fodt":
        try:
            root: etree._Element | None = etree.fromstring(path.read_bytes(), parser())
        except etree.XMLSyntaxError as error:
            raise DamagedFileError("Broken XML") from error
    else:
        with Package(path) as package:
            root = package.xml("content.xml")
    body = None if root is None else root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise DamagedFileError("No text in the file")
    return _blocks(body, 0)


def _blocks(parent: etree._Element, depth: int) -> list[Block]:
    found: list[Block] = []
    for element in parent if depth < _DEEPEST else ():
        if element.tag in _PARAGRAPHS:
            words = _words(element, depth)
            found.append(Paragraph((Run(words),) if words else ()))
        elif element.tag == f"{_TABLE}table":
            rows = [_row(row, depth) for row in element.iter(f"{_TABLE}table-row")]
            found += table_blocks(rows, has_borders=not _is_head(rows))
        elif isinstance(element.tag, str) and element.tag not in _SILENT:
            found += _blocks(element, depth + 1)
    return found


def _row(row: etree._Element, depth: int) -> list[Cell]:
    cells = row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
    return [Cell(tuple(_blocks(cell, depth + 1)), place) for place, cell in enumerate(cells)]


def _is_head(rows: list[list[Cell]]) -> bool:
    """Borders stand in styles; cells of several paragraphs are hardly data."""
    return any(len(cell.blocks) > 2 for row in rows for cell in row)


def _words(element: etree._Element, depth: int) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(whole(child.get(f"{_TEXT}c", ""), 1), _MOST_BLANKS))
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif isinstance(child.tag, str) and child.tag not in _SILENT and depth < _DEEPEST:
            parts.append(_words(child, depth + 1))
        parts.append(child.tail or "")
    return "".join(parts)
