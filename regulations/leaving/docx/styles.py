"""The looks of Decree 30/2020/ND-CP, annex I: Times New Roman, sizes 11 to 14, A4.

Sizes and looks: annex I, part II and the table of samples in part V. Paragraphs: part II, 6
(first line 1 or 1.27 cm, at least 6 pt between paragraphs, single to 1.5 lines).
"""

from __future__ import annotations

from typing import Any

from regulations.leaving.docx.markup import element, twips

FONT = "Times New Roman"
FIRST_LINE = 12.7
PAGE = (210.0, 297.0)
# Top, right, bottom, left (annex I, part I, 3).
MARGINS = (20.0, 15.0, 20.0, 30.0)
TEXT_WIDTH = PAGE[0] - MARGINS[1] - MARGINS[3]
HEADER_FROM_TOP = 10.0

# Style, size in points, bold, italic, where it stands.
STYLES: tuple[tuple[str, float, bool, bool, str], ...] = (
    ("Body", 14, False, False, "both"),
    ("Basis", 14, False, True, "both"),
    ("Heading", 14, True, False, "both"),
    ("Outer", 14, True, False, "center"),
    ("Verb", 14, True, False, "center"),
    ("Title", 14, True, False, "center"),
    ("ParentBody", 12, False, False, "center"),
    ("Issuer", 12, True, False, "center"),
    ("Nation", 12, True, False, "center"),
    ("Motto", 13, True, False, "center"),
    ("Number", 13, False, False, "center"),
    ("Subject", 12, False, False, "center"),
    ("Place", 13, False, True, "center"),
    ("Rule", 2, False, False, "center"),
    ("RecipientsTitle", 12, True, True, "left"),
    ("Recipient", 11, False, False, "left"),
    ("Signature", 14, True, False, "center"),
    ("Cell", 13, False, False, "left"),
    ("CellHeading", 13, True, False, "center"),
    ("Caption", 13, False, True, "center"),
    ("Header", 14, False, False, "center"),
)
INDENTED = frozenset({"Body", "Basis", "Heading"})
KEPT_WITH_NEXT = frozenset({"Heading", "Outer", "Verb", "Title", "RecipientsTitle"})
SPACED = INDENTED | {"Outer", "Verb", "Caption"}
# Outline levels, so that Word shows the document's structure.
LEVELS = {"Outer": 0, "Heading": 1}


def styles() -> Any:
    """The part `word/styles.xml`."""
    fonts = element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    run = element("rPr", fonts, *_sizes(14), element("lang", val="vi-VN", eastAsia="vi-VN"))
    defaults = element("docDefaults", element("rPrDefault", run), element("pPrDefault"))
    table = element(
        "style",
        element("name", val="Normal Table"),
        type="table",
        default="1",
        styleId="TableNormal",
    )
    return element("styles", defaults, *(_style(*one) for one in STYLES), table)


def _style(name: str, size: float, bold: bool, italic: bool, where: str) -> Any:
    paragraph = element(
        "pPr",
        element("keepNext") if name in KEPT_WITH_NEXT else None,
        element("widowControl"),
        _spacing(name),
        element("ind", firstLine=twips(FIRST_LINE)) if name in INDENTED else None,
        element("jc", val=where),
        element("outlineLvl", val=LEVELS[name]) if name in LEVELS else None,
    )
    look = element(
        "rPr",
        element("b") if bold else None,
        element("i") if italic else None,
        *_sizes(size),
    )
    is_default = "1" if name == "Body" else None
    return element(
        "style",
        element("name", val="Normal" if name == "Body" else f"ND30 {name}"),
        element("qFormat"),
        paragraph,
        look,
        type="paragraph",
        default=is_default,
        styleId=name,
    )


def _spacing(name: str) -> Any:
    if name == "Rule":
        return element("spacing", before=40, after=0, line=30, lineRule="exact")
    if name in SPACED:
        return element("spacing", before=120, after=0, line=276, lineRule="auto")
    return element("spacing", before=0, after=0, line=252, lineRule="auto")


def _sizes(points: float) -> list[Any]:
    return [element("sz", val=round(points * 2)), element("szCs", val=round(points * 2))]


def section(*, starts_again: bool = False, is_next: bool = False) -> Any:
    """A4 upright; the number of the page above the text, in the middle, from the second page on."""
    top, right, bottom, left = (twips(margin) for margin in MARGINS)
    header = element("headerReference", type="default")
    header.set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rIdHeader"
    )
    return element(
        "sectPr",
        header,
        element("type", val="nextPage") if is_next else None,
        element("pgSz", w=twips(PAGE[0]), h=twips(PAGE[1])),
        element(
            "pgMar",
            top=top,
            right=right,
            bottom=bottom,
            left=left,
            header=twips(HEADER_FROM_TOP),
            footer=twips(HEADER_FROM_TOP),
            gutter="0",
        ),
        element("pgNumType", start="1") if starts_again else None,
        element("titlePg"),
    )
