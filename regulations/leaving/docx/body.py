"""From the paper to the paragraphs and tables of `word/document.xml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from regulations.leaving.docx.head import foot, head, title
from regulations.leaving.docx.markup import W, bordered, element, line, run
from regulations.leaving.docx.pictures import Picture, drawing, picture_of
from regulations.leaving.docx.styles import TEXT_WIDTH, section
from regulations.leaving.paper import Block, Figure, Grid, Paper, Paragraph, Role

STYLE_OF = {
    Role.TEXT: "Body",
    Role.BASIS: "Basis",
    Role.VERB: "Verb",
    Role.OUTER: "Outer",
    Role.HEADING: "Heading",
}
# Letters that a column is made for, at least and at most.
NARROWEST, WIDEST = 6, 45


class Body:
    """Writes a document; `pictures` are those it shows, in order."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []

    def document(self, page: Any, paper: Paper, recipients: Sequence[Any]) -> Any:
        """The root of `word/document.xml`: main text, foot, each annex in a section of its own."""
        main = list(self._blocks(paper.main))
        content = [head(page), *title(page), *main, *foot(page, recipients)]
        _keep_with_next(main)
        if paper.annexes:
            content.append(line(style="Rule", section=section()))
        for place, annex in enumerate(paper.annexes):
            content += self._blocks(annex)
            if place < len(paper.annexes) - 1:
                content.append(line(style="Rule", section=section(starts_again=True, is_next=True)))
        has_annex = bool(paper.annexes)
        if content[-1].tag.endswith("}tbl"):
            # A table may not be the last thing of a document.
            content.append(line(style="Rule"))
        last = section(starts_again=has_annex, is_next=has_annex)
        return element("document", element("body", *content, last))

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Any]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield line(run(block.text), style=STYLE_OF[block.role])
            elif isinstance(block, Grid):
                yield from _table(block)
            else:
                yield from self._figure(block)

    def _figure(self, figure: Figure) -> Iterator[Any]:
        number = len(self.pictures) + 1
        picture = picture_of(figure.image, number)
        if picture is not None:
            self.pictures.append(picture)
            words = getattr(figure.image, "description", "") or figure.caption
            yield line(drawing(picture, f"rIdImage{number}", number, words), style="Caption")
        if figure.caption:
            yield line(run(figure.caption), style="Caption")


def _keep_with_next(blocks: Sequence[Any]) -> None:
    """The last words stay with the signature: none stands alone on a page."""
    if blocks and blocks[-1].tag == f"{{{W}}}p":
        blocks[-1][0].insert(1, element("keepNext"))


def _table(grid: Grid) -> Iterator[Any]:
    if grid.caption:
        yield line(run(grid.caption), style="Caption", keep_next=True)
    rows = [
        [_cell(cell, is_heading=grid.has_heading and not place) for cell in row]
        for place, row in enumerate(grid.rows)
    ]
    yield bordered(rows, _widths(grid), heading=grid.has_heading)
    # Two tables that touch would become one.
    yield line(style="Cell")


def _widths(grid: Grid) -> list[float]:
    """Columns as wide as their longest cell asks for, within bounds; together the text's width."""
    asked = [
        min(max(max(len(cell) for cell in column), NARROWEST), WIDEST)
        for column in zip(*grid.rows, strict=True)
    ]
    return [TEXT_WIDTH * letters / sum(asked) for letters in asked]


def _cell(words: str, *, is_heading: bool) -> list[Any]:
    style = "CellHeading" if is_heading else "Cell"
    return [line(run(text), style=style) for text in words.split("\n")] or [line(style=style)]
