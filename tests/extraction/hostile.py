"""Builders of files that mean harm, or are broken; small, made by the tests themselves."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def word_xml(*paragraphs: str, before: str = "") -> str:
    """The main part of a Word file; `before` stands between declaration and root."""
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<w:document xmlns:w="{_SPACE}"><w:body>{body}</w:body></w:document>'
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A ZIP file of `members`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def docx(*paragraphs: str, document: str = "", **more: str | bytes) -> bytes:
    """A Word file; `more` are further members, with "/" and "." written as __ and _dot_."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document or word_xml(*(paragraphs or ("Điều 1. Thi đua",))),
    }
    names = {name.replace("_dot_", ".").replace("__", "/"): more[name] for name in more}
    return zipped({**members, **names})


def odt(text: str = "Thi đua", manifest: str = "<manifest/>", **more: str | bytes) -> bytes:
    """An OpenDocument text."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><o:document-content xmlns:o="{office}:office:1.0" '
        f'xmlns:t="{office}:text:1.0"><o:body><o:text><t:p>{text}</t:p></o:text></o:body>'
        "</o:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
            **{name.replace("_dot_", ".").replace("__", "/"): more[name] for name in more},
        }
    )


def pdf(
    pages: int = 1,
    box: str = "0 0 595 842",
    stream: bytes = b"BT /F1 12 Tf 72 700 Td (Thi dua) Tj ET",
    kids: str = "",
    trailer: str = "",
    packed: bool = False,
) -> bytes:
    """A PDF file whose pages share one stream; `kids` replaces the list of the page tree."""
    filtered = b"/Filter /FlateDecode " if packed else b""
    numbers = range(5, 5 + pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids or refs(numbers)}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< %s/Length %d >> stream\n%s\nendstream" % (filtered, len(stream), stream),
        *[
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
            for _ in numbers
        ],
    ]
    return assembled(objects, trailer)


def refs(numbers: range) -> str:
    """References to the objects of these numbers."""
    return " ".join(f"{number} 0 R" for number in numbers)


def assembled(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF file of these objects, the first being the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R "
        f"{trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode()


def locked_pdf() -> bytes:
    """A PDF file with a password that is not empty (standard security handler, revision 2)."""
    secret = "41" * 32
    return pdf(
        trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >> "
        f"/ID [<{'00' * 16}> <{'00' * 16}>]"
    )


def png(width: int, height: int, rows: int | None = None) -> bytes:
    """A grey picture that declares `width` and `height` and holds `rows` white rows."""
    rows = height if rows is None else rows
    data = zlib.compress((b"\x00" + b"\xff" * width) * rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, body) for name, body in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def compound(*streams: str, flags: int = 0) -> bytes:
    """A compound file ([MS-CFB]) with streams of these names, in the root, of 512 bytes each.

    Each stream begins as a Word file does; `flags` are those of its head.
    """
    body = (struct.pack("<5sB4sH", b"\xec\xa5\xc1\x00\x00", 0, b"\x00" * 4, flags)).ljust(
        4096, b"\x00"
    )
    fat = [0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE]
    entries = [_entry("Root Entry", 5, 1 if streams else -1, -1, 0xFFFFFFFE, 0)]
    data = b""
    for number, name in enumerate(streams, 1):
        start = len(fat)
        fat += [*range(start + 1, start + 8), 0xFFFFFFFE]
        right = number + 1 if number < len(streams) else -1
        entries.append(_entry(name, 2, -1, right, start, len(body)))
        data += body
    directory = b"".join(entries).ljust(1024, b"\x00")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0),
    )
    return (head + struct.pack("<I", 0)).ljust(512, b"\xff") + table + directory + data


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    return (
        written.ljust(64, b"\x00")
        + struct.pack("<HBBiii", len(written) + 2, kind, 1, -1, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
