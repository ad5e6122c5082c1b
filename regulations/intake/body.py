"""The body of a draft: the words in blocks of text, the tables as tables where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from extraction import DocumentDraft, Table

# `pages.blocks.table_block`: a longer cell could never be saved in the editor.
LONGEST_CELL = 2000


def body_of(document: DocumentDraft) -> list[dict[str, Any]]:
    """The blocks as a StreamField takes them: `{type, value, id}`; no word is left out."""
    text, blocks, done = document.text, [], 0
    for table in sorted(document.extracted.tables, key=lambda table: table.span.start):
        if table.span.start < done or not _fits(table):
            continue
        blocks += _text_block(text[done : table.span.start])
        blocks.append(_block("table", _table(_even(table.rows))))
        done = table.span.end
    blocks += _text_block(text[done:])
    return blocks


def _fits(table: Table) -> bool:
    """A table of one column or row is a frame around words: they stay words."""
    rows = _even(table.rows)
    is_table = len(rows) > 1 and len(rows[0]) > 1
    return is_table and all(len(cell) <= LONGEST_CELL for row in rows for cell in row)


def _even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _table(rows: list[list[str]]) -> dict[str, Any]:
    """The first row is the heading when it names every column."""
    is_heading = all(cell.strip() for cell in rows[0])
    headings = rows[0] if is_heading else [""] * len(rows[0])
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": row} for row in (rows[1:] if is_heading else rows)],
        "caption": "",
    }


def _text_block(words: str) -> Iterator[dict[str, Any]]:
    if words.strip():
        yield _block("legal_text", words.strip("\n"))


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}
