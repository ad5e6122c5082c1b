"""A document as it stands on paper: paragraphs, tables and figures in order, annexes apart.

The layout of Decree 30/2020/ND-CP, annex I, prints the head, the recipients and the signature
from the fields of the page; they are not among the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from extraction.headings import runs_on
from extraction.lines import lines_of
from extraction.zones import is_basis, is_capacity
from regulations.leaving.letters import one_line, xml_text

OUTER_KINDS = frozenset({"annex", "part", "chapter", "section"})
POINT_KINDS = frozenset({"point", "letter"})
_RECIPIENTS = "nơi nhận"
# Signs that a text was wrapped: enough lines, none longer than a screen, many of one length.
FEWEST_LINES, WIDEST, OF_THE_LINES = 20, 160, 0.3


class Role(StrEnum):
    """How a paragraph looks."""

    TEXT = "text"
    BASIS = "basis"  # in italics
    VERB = "verb"  # QUYẾT ĐỊNH: in the middle
    OUTER = "outer"  # Phần, Chương, Mục: bold, in the middle
    HEADING = "heading"  # Điều, I., 1. with a heading: bold


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on one line, with the way they look; `anchor` of the provision they open, if any."""

    text: str
    role: Role = Role.TEXT
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the first row is the heading when `has_heading`; all rows equally long."""

    rows: tuple[tuple[str, ...], ...]
    has_heading: bool = True
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (a `PortalImage`, None when it is gone) and its caption."""

    image: Any
    caption: str = ""


Block = Paragraph | Grid | Figure


@dataclass(slots=True)
class Paper:
    """The main text and each annex. width: the one the source was wrapped at, 0 if it was not."""

    width: int = 0

    main: list[Block] = field(default_factory=list)
    annexes: list[list[Block]] = field(default_factory=list)


def paper_of(page: Any, provisions: Iterable[Any]) -> Paper:
    """The paper of `page` from its `provisions` (`Provision` rows) in reading order."""
    provisions = list(provisions)
    paper = Paper(_width(provisions))
    blocks = {str(block.id): block for block in page.body}
    goes_to = paper.main
    for provision in provisions:
        if provision.kind == "annex":
            goes_to = []
            paper.annexes.append(goes_to)
        goes_to += _blocks(page, provision, blocks, paper.width)
    return paper


def _width(provisions: Iterable[Any]) -> int:
    """The width at which the words were wrapped: many lines end there; 0 when they were not.

    Head and foot are set apart: a web page puts its own words before and after a document.
    """
    texts = [one.text for one in provisions if one.kind not in {"header", "foot"}]
    lengths = sorted(len(line.text) for line in lines_of("\n".join(texts)))
    if len(lengths) < FEWEST_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    near = sum(0.8 * width <= length <= 1.05 * width for length in lengths)
    return width if width <= WIDEST and near >= OF_THE_LINES * len(lengths) else 0


def _blocks(page: Any, provision: Any, blocks: dict[str, Any], width: int) -> Iterator[Block]:
    lines = _lines(provision.text, width)
    if provision.kind == "header":
        # Printed from the fields; where these are empty the words must not be lost.
        yield from _header(page, lines)
    elif provision.kind == "block":
        yield from block_of(blocks.get(provision.block_id))
    elif provision.kind == "foot":
        yield from (Paragraph(line) for line in _last_words(page, lines))
    elif provision.kind == "text":
        yield from map(_plain, lines)
    else:
        yield from _provision(provision, lines)


def _header(page: Any, lines: Sequence[str]) -> Iterator[Paragraph]:
    if not (page.number or page.issuer_as_printed or page.abstract):
        yield from map(_plain, lines)


def _provision(provision: Any, lines: list[str]) -> Iterator[Paragraph]:
    """Its label and heading, or label and first line, then the lines that are left."""
    label, heading = one_line(provision.label), one_line(provision.heading)
    role = _role(provision, has_heading=bool(heading))
    if role is Role.OUTER:
        # "Chương I" stands above its heading, "A." before it.
        parts = (label, heading) if " " in label else (f"{label} {heading}".strip(),)
        yield from (Paragraph(line, role, provision.anchor) for line in parts if line)
    else:
        first = heading or (lines.pop(0) if lines else "")
        yield Paragraph(f"{closed(label)} {first}".strip(), role, provision.anchor)
    yield from map(_plain, lines)


def _role(provision: Any, *, has_heading: bool) -> Role:
    if provision.kind in OUTER_KINDS:
        return Role.OUTER
    is_heading = has_heading and provision.kind not in POINT_KINDS | {"clause"}
    return Role.HEADING if is_heading or provision.kind == "roman" else Role.TEXT


def closed(label: str) -> str:
    """A label with the sign that stands after it: "Điều 23.", "1.", "a)"."""
    return label if not label or label[-1] in ".):" else f"{label}."


def _lines(text: str, width: int) -> list[str]:
    """The paragraphs of `text`; those that were wrapped at `width` are whole again."""
    paragraphs: list[str] = []
    before = None
    for line in lines_of(xml_text(text)):
        if width and before is not None and runs_on(before, line, width):
            paragraphs[-1] += f" {one_line(line.text)}"
        else:
            paragraphs.append(one_line(line.text))
        before = line
    return paragraphs


def _plain(line: str) -> Paragraph:
    if is_basis(line) and not line.isupper():
        return Paragraph(line, Role.BASIS)
    is_verb = line.isupper() and line.endswith(":")
    return Paragraph(line, Role.VERB if is_verb else Role.TEXT)


def _last_words(page: Any, lines: list[str]) -> list[str]:
    """What the foot says before recipients and signature, which are printed from the fields."""
    for place, line in enumerate(lines):
        is_end = line.lower().startswith(_RECIPIENTS) or is_capacity(line)
        if is_end or line in {page.signer_office, page.signer} - {""}:
            return lines[:place] if page.signer or page.signer_office else lines
    return lines


def block_of(block: Any) -> Iterator[Block]:
    """A table or figure of a body; nothing when it is gone."""
    if block is None:
        return
    if block.block_type == "table":
        yield from _grid(block.value)
    elif block.block_type == "figure":
        yield Figure(block.value.get("image"), one_line(block.value.get("caption")))


def _grid(table: Any) -> Iterator[Grid]:
    headings = [one_line(column["heading"]) for column in table.columns]
    rows = [[xml_text(cell.value).strip() for cell in row] for row in table.rows]
    has_heading = any(headings)
    shown = _even([headings, *rows] if has_heading else rows)
    if shown and shown[0]:
        yield Grid(shown, has_heading, one_line(table.caption))


def _even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)
