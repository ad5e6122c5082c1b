"""From provisions in a row to the nested elements of a body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from regulations.leaving.akoma_ntoso.citing import Places, heading, paragraphs
from regulations.leaving.akoma_ntoso.markup import akn
from regulations.leaving.letters import one_line, xml_text
from regulations.leaving.paper import Figure, Grid, block_of

# Elements of the vocabulary for the levels of Vietnamese texts; plans number on their own.
ELEMENTS = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "clause": "paragraph",
    "point": "point",
    "letter": "point",
}
LOOSE_KINDS = frozenset({"text", "block", "header", "foot"})
CONTAINERS = {"roman": "phan", "number": "muc", "text": "doan", "block": "bang", "annex": "phu-luc"}


@dataclass(slots=True)
class Identifiers:
    """The eIds of a document: the anchors of its provisions, each once."""

    seen: Counter[str] = field(default_factory=Counter)

    def take(self, name: str) -> str:
        """`name`, with a number behind it when it was given before."""
        self.seen[name] += 1
        return name if self.seen[name] == 1 else f"{name}__{self.seen[name]}"


@dataclass(slots=True)
class _Level:
    """An element that may still get children."""

    depth: int
    element: Any
    own: list[Any]
    has_children: bool = False


class Hierarchy:
    """Builds the elements of provisions; the words of each stay as they are."""

    def __init__(self, page: Any, places: Places, identifiers: Identifiers) -> None:
        self.blocks = {str(block.id): block for block in page.body}
        self.places, self.identifiers = places, identifiers

    def elements(self, provisions: Iterable[Any]) -> list[Any]:
        """The outermost elements of `provisions`, in order, each with what is below it."""
        roots: list[Any] = []
        stack: list[_Level] = []
        for provision in provisions:
            level = self._level(provision)
            # A table, or words below one, belong to the provision that they interrupt.
            is_loose = provision.kind in LOOSE_KINDS
            while stack and not is_loose and stack[-1].depth >= provision.depth:
                _close(stack.pop())
            if stack:
                _adopt(stack[-1], level.element)
            else:
                roots.append(level.element)
            if is_loose:
                _close(level)
            else:
                stack.append(level)
        while stack:
            _close(stack.pop())
        return roots

    def _level(self, provision: Any) -> _Level:
        name = ELEMENTS.get(provision.kind, "hcontainer")
        kind = CONTAINERS.get(provision.kind, "doan") if name == "hcontainer" else None
        made = akn(
            name,
            akn("num", text=provision.label) if one_line(provision.label) else None,
            heading(provision, self.places),
            eId=self.identifiers.take(provision.anchor or kind or name),
            name=kind,
        )
        return _Level(provision.depth, made, self._own(provision))

    def _own(self, provision: Any) -> list[Any]:
        if provision.kind != "block":
            return paragraphs(provision, self.places)
        shown = block_of(self.blocks.get(provision.block_id))
        return [one for block in shown for one in shown_block(block)]


def shown_block(block: Any) -> list[Any]:
    """A table with its cells, or the caption of a figure."""
    if isinstance(block, Grid):
        return [_table(block)]
    return [akn("p", text=block.caption)] if isinstance(block, Figure) and block.caption else []


def _table(grid: Grid) -> Any:
    made = akn("table", akn("caption", text=grid.caption) if grid.caption else None)
    for place, row in enumerate(grid.rows):
        name = "th" if grid.has_heading and not place else "td"
        made.append(akn("tr", *(akn(name, *_cell(cell)) for cell in row)))
    return made


def _cell(words: str) -> Sequence[Any]:
    return [akn("p", text=line) for line in xml_text(words).split("\n")]


def _adopt(parent: _Level, child: Any) -> None:
    """The first child puts the parent's own words into an introduction."""
    if not parent.has_children:
        parent.has_children = True
        if parent.own:
            parent.element.append(akn("intro", *parent.own))
    parent.element.append(child)


def _close(level: _Level) -> None:
    """Without children the words are the content; a provision without words has an empty one."""
    if not level.has_children:
        level.element.append(akn("content", *(level.own or [akn("p")])))
