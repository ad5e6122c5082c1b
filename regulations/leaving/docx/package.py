"""The parts of a DOCX and the ZIP around them (ECMA-376, part 2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from regulations.leaving.docx.body import Body
from regulations.leaving.docx.markup import element, line
from regulations.leaving.docx.pictures import Picture
from regulations.leaving.docx.styles import styles
from regulations.leaving.letters import one_line
from regulations.leaving.paper import Paper

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Parts with their type; the same bytes for the same document whenever it is made.
_PARTS = {
    "/word/document.xml": f"{_PART}.document.main+xml",
    "/word/styles.xml": f"{_PART}.styles+xml",
    "/word/settings.xml": f"{_PART}.settings+xml",
    "/word/header1.xml": f"{_PART}.header+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def docx_of(page: Any, paper: Paper, recipients: Sequence[Any]) -> bytes:
    """The DOCX of an official document. Opens in Word 2010 and later and in LibreOffice."""
    body = Body()
    document = body.document(page, paper, recipients)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relations(),
        "docProps/core.xml": _properties(page),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(body.pictures),
        "word/styles.xml": styles(),
        "word/settings.xml": _settings(),
        "word/header1.xml": _header(),
    }
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for name, root in parts.items():
            archive.writestr(_entry(name), _bytes(root))
        for picture in body.pictures:
            archive.writestr(_entry(f"word/media/{picture.name}"), picture.content)
    return output.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _bytes(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types() -> Any:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    xml = "application/vnd.openxmlformats-package.relationships+xml"
    endings = {"rels": xml, "xml": "application/xml", "png": "image/png", "jpeg": "image/jpeg"}
    for ending, kind in endings.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    for name, kind in _PARTS.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return root


def _relations(*relations: tuple[str, str, str]) -> Any:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for name, kind, target in relations:
        made = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        made.attrib.update({"Id": name, "Type": kind, "Target": target})
    return root


def _root_relations() -> Any:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
    )


def _document_relations(pictures: Sequence[Picture]) -> Any:
    return _relations(
        ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
        ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
        ("rIdHeader", f"{_OFFICE}/header", "header1.xml"),
        *(
            (f"rIdImage{number}", f"{_OFFICE}/image", f"media/{picture.name}")
            for number, picture in enumerate(pictures, 1)
        ),
    )


def _properties(page: Any) -> Any:
    names = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    etree.SubElement(root, f"{{{_DC}}}title").text = one_line(page.title)
    etree.SubElement(root, f"{{{_DC}}}creator").text = one_line(page.issuer_as_printed)
    etree.SubElement(root, f"{{{_DC}}}language").text = "vi-VN"
    made = etree.SubElement(root, f"{{{_TERMS}}}created")
    made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    made.text = _moment(page)
    return root


def _moment(page: Any) -> str:
    """When the text came out: the same however often the file is made."""
    moment = page.last_published_at or page.latest_revision_created_at
    day = page.issued_on or dt.date(1980, 1, 1)
    return f"{moment or dt.datetime.combine(day, dt.time.min):%Y-%m-%dT%H:%M:%SZ}"


def _settings() -> Any:
    compatible = element(
        "compat",
        element(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val="15",
        ),
    )
    return element(
        "settings",
        compatible,
        element("themeFontLang", val="vi-VN"),
        element("decimalSymbol", val=","),
    )


def _header() -> Any:
    """The number of the page (annex I, part II, 7 of the general rules)."""
    field = element("fldSimple", instr=" PAGE ")
    number = element("r", element("t"))
    number[0].text = "2"
    field.append(number)
    return element("hdr", line(field, style="Header"))
