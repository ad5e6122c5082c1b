"""Web pages, also when they are named .doc, and web archives (MHTML).

Word and old sites save pages whose letters are in TCVN3 or VNI fonts: fonts are seen as in a Word
file. Nothing that a page refers to is fetched.
"""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import Path
from typing import Final

from lxml import etree, html

from extraction.errors import DamagedFileError, UnknownEncodingError
from extraction.extracted import Extracted, Note, NoteCode
from extraction.formats.assembly import assemble
from extraction.formats.blocks import words_of
from extraction.formats.encodings import decode
from extraction.formats.html_body import PageReader

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML: Final = re.compile(r"\A\s*<\?xml[^>]*\?>", re.IGNORECASE)
_HEAD: Final = 8192


def read(path: Path, format: str) -> Extracted:
    """The text of a web page ("html") or web archive ("mhtml").

    Raises DamagedFileError, UnknownEncodingError, and OSError as opening a file does.
    """
    data = path.read_bytes()
    charset = ""
    if format == "mhtml":
        data, charset = _archived(data)
    text, encoding = _decoded(data, charset)
    page = _parsed(text)
    reader = PageReader(page)
    blocks = reader.blocks(page)
    notes: list[Note] = []
    if reader.pictures and not words_of(blocks).strip():
        notes.append(Note(NoteCode.ONLY_PICTURES, {"pictures": str(reader.pictures)}))
    if reader.deleted:
        changes = {"deleted": str(reader.deleted), "inserted": str(reader.inserted)}
        notes.append(Note(NoteCode.TRACKED_CHANGES, changes))
    if reader.hidden:
        notes.append(Note(NoteCode.HIDDEN_TEXT, {"passages": str(reader.hidden)}))
    return assemble(blocks, path.name, format, notes, encoding)


def _archived(data: bytes) -> tuple[bytes, str]:
    """The page in a web archive and the encoding that the archive states."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, part.get_content_charset("")
    raise DamagedFileError("A web archive without a page")


def _decoded(data: bytes, charset: str) -> tuple[str, str]:
    """The letters of a page: Unicode if they are, else as stated, else by their statistics."""
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        stated = _CHARSET.search(data[:_HEAD])
        charset = charset or (stated[1].decode("ascii", "replace") if stated else "")
    try:
        return decode(data)
    except UnknownEncodingError:
        return _as_stated(data, charset)


def _as_stated(data: bytes, charset: str) -> tuple[str, str]:
    if not charset:
        raise UnknownEncodingError("A page without a known encoding")
    try:
        return data.decode(charset, "replace"), charset.lower()
    except LookupError as error:
        raise UnknownEncodingError(f"Encoding {charset} is not known") from error


def _parsed(text: str) -> etree._Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        page: etree._Element = html.document_fromstring(_XML.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFileError("No web page") from error
    return page
