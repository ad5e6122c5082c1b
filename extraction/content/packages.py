"""Office files that are ZIP packages: Word from 2007, OpenDocument.

The directory of the package is checked before a member is unpacked; then every XML member is
unpacked in small pieces, counted against the size it declares, and dropped again.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from extraction.content.directory import check_directory
from extraction.content.peek import Peek
from extraction.content.xml import check_xml
from extraction.errors import (
    ArchiveError,
    DamagedFileError,
    EncryptedFileError,
    MacroDocumentError,
    UnsafeXmlError,
    UnsupportedFormatError,
)
from extraction.limits import Limits

_CHUNK = 65_536
_SMALL = 1_000_000
_XML = (".xml", ".rels", ".rdf", ".vml")
_NEVER_READ = "customxml/"  # data of other programs, in whatever form they like
_TYPES = "[content_types].xml"
_MANIFEST = "meta-inf/manifest.xml"
_OPEN_TEXT = re.compile(rb"application/vnd\.oasis\.opendocument\.text(?:-template|-master)?\s*$")
_OTHER_OPEN = re.compile(rb"application/(?:vnd\.oasis\.opendocument|vnd\.sun\.xml)\.([a-z-]+)")
_DECLARES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]{0,1000}\[")
_MACRO = re.compile(r"(?:^|/)vbaproject\.bin$|^basic/[^/]+/(?!script-l[bc])[^/]+|^scripts/.")
_SHORT = {"spreadsheet": "ods", "presentation": "odp", "graphics": "odg"}
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


def format_of(peek: Peek, limits: Limits) -> str:
    """ "docx" or "odt". Raises a ReadError for every other package and for every trick."""
    try:
        check_directory(peek, limits)
        with zipfile.ZipFile(peek.path) as package:
            names = {info.filename.lower(): info for info in package.infolist()}
            kind = _kind(package, names)
            _check_members(package, names, kind)
    except _FAULTS as error:
        raise DamagedFileError(f"A damaged package: {error}") from error
    return kind


def check_workbook(peek: Peek, limits: Limits) -> None:
    """Raise a ReadError when the XLSX file must not be opened, BadZipFile when it is no package.

    For lists that are opened by a library: no reader of this room takes them.
    """
    check_directory(peek, limits)
    with zipfile.ZipFile(peek.path) as package:
        for info in package.infolist():
            if info.filename.lower().endswith(_XML):
                check_xml(_pieces(package, info))


def _kind(package: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> str:
    if "mimetype" in names:
        return _open_document(_read(package, names["mimetype"]))
    if _TYPES not in names:
        raise ArchiveError("A ZIP archive", format="zip")
    types = _read(package, names[_TYPES])
    if any(name.startswith("word/") for name in names) and b"wordprocessingml" in types:
        if b"macroEnabled" in types:
            raise MacroDocumentError("A Word file with macros")
        return "docx"
    if any(name.startswith("word/") for name in names) and b"ms-word" in types:
        raise MacroDocumentError("A Word file with macros")
    kinds = {"xl/": "xlsx", "ppt/": "pptx", "visio/": "vsdx"}
    kind = next((kinds[key] for key in kinds for name in names if name.startswith(key)), "zip")
    if kind == "zip":
        raise DamagedFileError("An office package without a document")
    raise UnsupportedFormatError(f"No reader for {kind}", format=kind)


def _open_document(mimetype: bytes) -> str:
    if _OPEN_TEXT.match(mimetype):
        return "odt"
    found = _OTHER_OPEN.match(mimetype)
    if found:
        kind = found[1].decode("ascii")
        raise UnsupportedFormatError(
            "No reader for this OpenDocument", format=_SHORT.get(kind, kind)
        )
    is_book = mimetype.startswith(b"application/epub")
    raise UnsupportedFormatError("No reader", format="epub" if is_book else "unknown")


def _check_members(package: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], kind: str) -> None:
    if any(_MACRO.search(name) for name in names):
        raise MacroDocumentError("A document with macros")
    for name, info in names.items():
        if kind == "odt" and name == _MANIFEST:
            _check_manifest(_read(package, info))
        elif name.endswith(_XML) and not name.startswith(_NEVER_READ):
            check_xml(_pieces(package, info))


def _check_manifest(manifest: bytes) -> None:
    """OpenOffice 2 names a document type here; declaring anything in it stays forbidden."""
    if _DECLARES.search(manifest) or b"\x00" in manifest:
        raise UnsafeXmlError("A manifest with entities")
    if b"encryption-data" in manifest:
        raise EncryptedFileError("An OpenDocument with a password")


def _read(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with package.open(info) as member:
        return member.read(_SMALL)


def _pieces(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member piece by piece; a size or checksum that lies raises BadZipFile at its end."""
    with package.open(info) as member:
        while piece := member.read(_CHUNK):
            yield piece
