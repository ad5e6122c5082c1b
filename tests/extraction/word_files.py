"""Small Word files that a test writes part by part."""

from __future__ import annotations

import zipfile
from xml.sax.saxutils import escape

from extraction.formats import word

_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BORDERS = "<w:tblBorders><w:top w:val='single'/><w:insideV w:val='single'/></w:tblBorders>"


def run(text, font="", properties=""):
    """A run, in a font when one is given."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return (
        f"<w:r><w:rPr>{fonts}{properties}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def p(*runs, properties=""):
    """A paragraph of runs; plain text is a run, too."""
    inside = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text, level=0, number=1):
    """A paragraph whose number Word generates."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return p(*filter(None, [text]), properties=f"<w:numPr>{place}</w:numPr>")


def cell(*blocks, properties=""):
    """A cell; plain text is a paragraph."""
    inside = "".join(block if block.startswith("<") else p(block) for block in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p()}</w:tc>"


def table(*rows, properties=""):
    """A table of rows, each a list of cells or plain texts; without borders unless asked."""
    lines = "".join(
        "<w:tr>"
        + "".join(item if item.startswith("<w:tc") else cell(item) for item in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{lines}</w:tbl>"


def level(place, format, text, extra=""):
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    """A part with one list definition and the lists that use it."""
    return (
        f'<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}'
        f"</w:abstractNum>{nums}</w:numbering>"
    )


def notes(kind, *texts):
    """The part of footnotes or endnotes, numbered from 1."""
    inside = "".join(
        f'<w:{kind} w:id="{place}">{p(text)}</w:{kind}>' for place, text in enumerate(texts, 1)
    )
    return f"<w:{kind}s {_SPACES}>{inside}</w:{kind}s>"


def story(kind, *blocks):
    """The part of a header ("hdr") or footer ("ftr")."""
    return f"<w:{kind} {_SPACES}>{''.join(blocks)}</w:{kind}>"


def styles(*definitions):
    """The part of styles."""
    return f"<w:styles {_SPACES}>{''.join(definitions)}</w:styles>"


def docx(path, *blocks, parts=None):
    """Writes a Word file of `blocks`; parts: kind of the part ("header") to its XML, or a list."""
    relations, names = [], {}
    for kind, given in (parts or {}).items():
        for place, content in enumerate(given if isinstance(given, list) else [given], 1):
            name = f"{kind}{place}.xml"
            names[name] = content
            relations.append(
                f'<Relationship Id="{kind}{place}" Type="{_OFFICE}/{kind}" Target="{name}"/>'
            )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="{_RELATIONS}"/><Override '
            f'PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="d" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml",
            f"<w:document {_SPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>',
        )
        for name, content in names.items():
            package.writestr(f"word/{name}", content)
    return path


def read(tmp_path, *blocks, parts=None):
    """What the reader makes of a Word file of `blocks`."""
    return word.read(docx(tmp_path / "van-ban.docx", *blocks, parts=parts), "docx")
