"""Elements of WordprocessingML (ECMA-376, part 1) that the layout needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "r": R}
# Twentieths of a point.
TWIPS_A_MM = 1440 / 25.4


def twips(millimetres: float) -> str:
    """A length as Word writes it."""
    return str(round(millimetres * TWIPS_A_MM))


def element(name: str, /, *children: Any, **attributes: Any) -> Any:
    """`<w:name w:attribute="value">` with its children; attributes of None are left out.

    A trailing underscore keeps names off Python's words: `after_`, `type_`.
    """
    made = etree.Element(f"{{{W}}}{name}", nsmap=NAMES)
    for key, value in attributes.items():
        if value is not None:
            made.set(f"{{{W}}}{key.rstrip('_')}", str(value))
    made.extend(child for child in children if child is not None)
    return made


def run(text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> Any:
    """Words of one look; size in points."""
    look = [
        element("b") if bold else None,
        element("i") if italic else None,
        element("sz", val=round(size * 2)) if size else None,
        element("szCs", val=round(size * 2)) if size else None,
    ]
    has_look = any(part is not None for part in look)
    words = element("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", element("rPr", *look) if has_look else None, words)


def line(*content: Any, style: str, **places: Any) -> Any:
    """A paragraph of a named style. places: see `_places`."""
    return element("p", element("pPr", element("pStyle", val=style), *_places(**places)), *content)


def _places(
    *,
    rule: tuple[float, float] | None = None,
    new_page: bool = False,
    keep_next: bool = False,
    section: Any = None,
) -> list[Any]:
    """What differs from the style, in the order of the schema.

    rule: a line above, so far from the left and the right edge (millimetres); section: the
    `sectPr` of the section that ends here.
    """
    found = [element("keepNext") if keep_next else None]
    found.append(element("pageBreakBefore") if new_page else None)
    if rule is not None:
        edge = element("top", val="single", sz=6, space=1, color="000000")
        found.append(element("pBdr", edge))
        found.append(element("ind", left=twips(rule[0]), right=twips(rule[1])))
    return [*found, section]


def frameless(widths: Iterable[float], *cells: Iterable[Any], layout: str = "fixed") -> Any:
    """A table of one row without borders: the head, or the foot. widths in millimetres."""
    widths = list(widths)
    margins = [element(side, w=0, type="dxa") for side in ("left", "right")]
    properties = element(
        "tblPr",
        element("tblW", w=twips(sum(widths)), type="dxa"),
        element("tblLayout", type=layout),
        element("tblCellMar", *margins),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    made = [
        element("tc", element("tcPr", element("tcW", w=twips(width), type="dxa")), *content)
        for width, content in zip(widths, cells, strict=True)
    ]
    row = element("tr", element("trPr", element("cantSplit")), *made)
    return element("tbl", properties, grid, row)


def bordered(
    rows: Iterable[Iterable[Iterable[Any]]], widths: Iterable[float], *, heading: bool
) -> Any:
    """A table with lines around every cell; its first row comes again on each page if `heading`.

    widths: of the columns, in millimetres.
    """
    own = [twips(width) for width in widths]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = [element(side, val="single", sz=4, space=0, color="000000") for side in sides]
    properties = element(
        "tblPr",
        element("tblW", w=sum(map(int, own)), type="dxa"),
        element("tblBorders", *edges),
        element("tblLayout", type="fixed"),
    )
    table = element("tbl", properties, element("tblGrid", *(element("gridCol", w=w) for w in own)))
    for place, row in enumerate(rows):
        repeats = element("tblHeader") if heading and not place else None
        cells = [
            element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *content)
            for width, content in zip(own, row, strict=True)
        ]
        table.append(element("tr", element("trPr", element("cantSplit"), repeats), *cells))
    return table
