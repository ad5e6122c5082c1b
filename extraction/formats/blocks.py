"""What readers of Word files and web pages see in a document before it becomes one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one font, as stored: an old encoding is not yet converted.

    font: its name, "" when unknown. is_capitals: shown in capitals whatever is stored. A line feed
    ends a line inside a paragraph, a form feed stands where a page begins.
    """

    text: str
    font: str = ""
    is_capitals: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its generated number included; without words it is a gap."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A real table: rows of cells, each cell the blocks in it; a covered cell is empty."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks that stand side by side: to be read one column after the other."""

    columns: tuple[tuple[Block, ...], ...]


Block = Paragraph | Grid | Columns


def paragraphs_in(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """All paragraphs of `blocks`, those in cells and columns included, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from paragraphs_in(column)
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_in(cell)


def words_of(blocks: Sequence[Block]) -> str:
    """The stored letters of `blocks`, paragraphs joined by a space."""
    return " ".join(
        "".join(run.text for run in paragraph.runs) for paragraph in paragraphs_in(blocks)
    )
