"""What stands on pages for the reader's comfort: page numbers, running headers and footers.

Decree 30/2020, annex I: pages are numbered in Arabic numerals, centred in the top margin, the
first page without a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extraction.layout.rows import Row

_EDGE_ROWS = 3
# Shares of the page: margins are 20 to 25 mm high, running lines and numbers stand in them.
_TOP, _BOTTOM = 0.1, 0.905
_NUMBER_TOP, _NUMBER_BOTTOM = 0.115, 0.885
_APART = 1.4  # of the letters' height: a page number keeps away from the text
_PAGE_NUMBER = re.compile(
    r"[-–—~\s]*(?:trang|page|tr\.?)?\s*\d{1,3}\s*(?:(?:/|\||of|trên)\s*\d{1,4})?[-–—~.\s]*(?:\|\s*page)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NO_HEADER = re.compile(
    r"CỘNG\s*H[ÒO]|Độc\s+lập|ĐẢNG CỘNG SẢN|^Số\s*[:.]|nơi nhận|^(?:PHỤ LỤC|Mẫu)\b", re.IGNORECASE
)
_OFTEN = 0.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one page. number: from 1."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]


def without_furniture(sheets: Sequence[Sheet]) -> tuple[list[Sheet], tuple[str, ...]]:
    """The pages without running lines, and the running lines that carried words."""
    running = _running(sheets)
    kept: list[Sheet] = []
    for sheet in sheets:
        rows = [row for row in sheet.rows if not _is_furniture(row, sheet, running)]
        kept.append(Sheet(sheet.number, sheet.width, sheet.height, tuple(rows)))
    return kept, tuple(dict.fromkeys(running.values()))


def _edge_rows(sheet: Sheet) -> Iterator[Row]:
    """The first and last few rows, as far as they stand in the margins."""
    yield from (row for row in sheet.rows[:_EDGE_ROWS] if row.bottom < _TOP * sheet.height)
    yield from (row for row in sheet.rows[-_EDGE_ROWS:] if row.top > _BOTTOM * sheet.height)


def _key(row: Row) -> str:
    return _DIGITS.sub("#", row.text.casefold())


def _running(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Lines with words that stand at the same place of many pages."""
    seen: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for sheet in sheets:
        for row in _edge_rows(sheet):
            if not _NO_HEADER.search(row.text) and not _PAGE_NUMBER.fullmatch(row.text):
                seen[_key(row)] += 1
                texts.setdefault(_key(row), row.text)
    least = max(2.0, _OFTEN * (len(sheets) - 1))
    return {key: texts[key] for key, count in seen.items() if count >= least}


def _is_furniture(row: Row, sheet: Sheet, running: Mapping[str, str]) -> bool:
    if _is_page_number(row, sheet):
        return True
    return _key(row) in running and row in tuple(_edge_rows(sheet))


def _is_page_number(row: Row, sheet: Sheet) -> bool:
    """Whether a line is nothing but a number, alone at the edge of the page."""
    rows = sheet.rows
    if row is rows[0]:
        is_at_edge = row.bottom < _NUMBER_TOP * sheet.height
        neighbour = rows[1] if len(rows) > 1 else None
    elif row is rows[-1]:
        is_at_edge, neighbour = row.top > _NUMBER_BOTTOM * sheet.height, rows[-2]
    else:
        return False
    if not is_at_edge or not _PAGE_NUMBER.fullmatch(row.text):
        return False
    return neighbour is None or abs(neighbour.base - row.base) > _APART * row.size
