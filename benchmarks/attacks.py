"""Files that are made to hurt a reader, each kind in many sizes."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from itertools import pairwise

from tests.extraction import hostile

Attack = Callable[[random.Random], bytes]
_ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "{}">]>'
_PLACES = ("file:///etc/passwd", "http://127.0.0.1/x", "expect://id", "//host/share")


def zip_bomb(rng: random.Random) -> bytes:
    return hostile.docx("a" * rng.choice((5, 50, 120)) * 2**20)


def many_members(rng: random.Random) -> bytes:
    return hostile.docx(**{f"word__{n}": b"x" for n in range(rng.choice((100, 6000)))})


def zip_of_zips(rng: random.Random) -> bytes:
    data = hostile.zipped({"0.txt": bytes(2**20)})
    for level in range(rng.randrange(1, 9)):
        data = hostile.zipped({f"{level}-{n}.zip": data for n in range(8)})
    return data


def outside_entities(rng: random.Random) -> bytes:
    before = _ENTITY.format(rng.choice(_PLACES))
    if rng.random() < 0.3:
        return hostile.odt(manifest=f"{before}<m>&x;</m>")
    return hostile.docx(document=hostile.word_xml("&x;", before=before))


def growing_entities(rng: random.Random) -> bytes:
    names = [f"e{n}" for n in range(12)]
    rows = [f'<!ENTITY {names[0]} "lol">']
    rows += [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names)]
    before = f"<!DOCTYPE d [{''.join(rows)}]>"
    return hostile.docx(document=hostile.word_xml("&e11;", before=before))


def deep_xml(rng: random.Random) -> bytes:
    depth = rng.choice((200, 5000, 200_000))
    tag = rng.choice(("w:p", "w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:r><w:txbxContent"))
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    body = f"<{tag}>" * depth + closing * depth
    return hostile.docx(document=hostile.word_xml("a").replace("<w:body>", f"<w:body>{body}"))


def wide_cells(rng: random.Random) -> bytes:
    span = rng.choice((100, 10**6, 2**31, -5))
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
    table = f"<w:tbl><w:tr>{cell * rng.choice((1, 50))}</w:tr></w:tbl>" * rng.choice((1, 300))
    return hostile.docx(document=hostile.word_xml("a").replace("<w:body>", f"<w:body>{table}"))


def circular_styles(rng: random.Random) -> bytes:
    count = rng.choice((1, 2, 2000))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % count}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{n}"/></w:numPr></w:pPr></w:style>'
        for n in range(count)
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    document = hostile.word_xml("a").replace("<w:body>", f"<w:body>{paragraph}")
    return hostile.docx(
        document=document, word__styles_dot_xml=f"<w:styles {space}>{styles}</w:styles>"
    )


def remote_parts(rng: random.Random) -> bytes:
    target = rng.choice(_PLACES)
    relations = hostile.RELATIONS.replace(
        "</Relationships>",
        f'<Relationship Id="rId9" TargetMode="External" Target="{target}" Type="x/attachedTemplate"'
        "/></Relationships>",
    )
    return hostile.docx(word___rels__document_dot_xml_dot_rels=relations)


def circular_pdf(rng: random.Random) -> bytes:
    return hostile.pdf(kids=rng.choice(("2 0 R", "2 0 R 5 0 R 2 0 R", "1 0 R", "99 0 R")))


def huge_page(rng: random.Random) -> bytes:
    side = rng.choice((14_000, 10**6, 2**31, 10**12))
    box = rng.choice((f"0 0 {side} {side}", f"-{side} 0 0 {side}", "0 0 0 0", "1 1 -1 -1", "a b"))
    return hostile.pdf(box=box)


def swollen_stream(rng: random.Random) -> bytes:
    megabytes = rng.choice((1, 30, 300))
    piece = rng.choice((b"BT (a) Tj ET ", b"q ", b"0 0 m 9 9 l S ", b"         "))
    packer = zlib.compressobj()
    block = piece * (2**20 // len(piece))
    stream = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return hostile.pdf(stream=stream, packed=True)


def thousands_of_pages(rng: random.Random) -> bytes:
    return hostile.pdf(rng.choice((300, 1400, 1600, 20_000)))


def much_text(rng: random.Random) -> bytes:
    lines = b"".join(
        b"BT /F1 9 Tf %d %d Td (Dieu %d. Thi dua) Tj ET\n" % (n % 500, n % 800, n)
        for n in range(rng.choice((500, 20_000)))
    )
    return hostile.pdf(stream=lines)


def false_picture(rng: random.Random) -> bytes:
    width, height = rng.choice(((60_000, 60_000), (2**31 - 1, 1), (0, 0), (300, 300), (6000, 6000)))
    held = min(width, 6000)
    data = hostile.png(held, max(height, 1), rows=rng.choice((1, 50)))
    return data.replace(struct.pack(">I", held), struct.pack(">I", width), 1)


def two_kinds(rng: random.Random) -> bytes:
    first = rng.choice((hostile.pdf(), hostile.png(9, 9), b"<html>", b"MZ" + bytes(90), b"GIF89a"))
    return first + rng.choice((hostile.pdf(), hostile.docx(), b"<html><script>x</script>"))


def locked(rng: random.Random) -> bytes:
    return rng.choice(
        (
            hostile.locked_pdf(),
            hostile.compound("EncryptionInfo", "EncryptedPackage"),
            hostile.compound("WordDocument", flags=0x100),
            hostile.odt(manifest="<m><encryption-data/></m>"),
        )
    )


def with_macros(rng: random.Random) -> bytes:
    return rng.choice(
        (
            hostile.docx(word__vbaProject_dot_bin=b"x"),
            hostile.compound("WordDocument", "_VBA_PROJECT"),
            hostile.odt(Basic__Standard__Module1_dot_xml="<a/>"),
        )
    )


def deep_web_page(rng: random.Random) -> bytes:
    depth = rng.choice((100, 5000, 300_000))
    tag = rng.choice(("<div>", "<table><tr><td>", "<b>", "<p", "<!--", "&#x;", "<ul><li>"))
    return b"<html>" + (tag * depth).encode()


def deep_rtf(rng: random.Random) -> bytes:
    depth = rng.choice((50, 20_000))
    return b"{\\rtf1 " + rng.choice((b"{", b"{\\b a", b"\\bin99999999 ", b"\\'f")) * depth


def noise(rng: random.Random) -> bytes:
    return rng.randbytes(rng.choice((1, 30, 3000, 100_000)))


def noise_with_a_head(rng: random.Random) -> bytes:
    heads = (b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1 ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0")
    more = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"II*\x00", b"\xff\xfe", b"<html>", b"<?xml ")
    return rng.choice(heads + more) + rng.randbytes(rng.choice((0, 30, 3000, 60_000)))


def odd_letters(rng: random.Random) -> bytes:
    ranges = ((32, 0x17F), (0x1E00, 0x1EFF), (0x300, 0x36F), (0, 31), (0x2000, 0x206F))
    count = rng.choice((5, 500, 30_000))
    text = "".join(chr(rng.randint(*rng.choice(ranges))) for _ in range(count))
    return text.encode(rng.choice(("utf-8", "utf-16", "utf-32", "utf-7", "utf-16-be")))


def odd_words(rng: random.Random) -> bytes:
    words = ("Điều 1.", "Số:", "12/KH-UBND", "ngày", "\n", "\n\n", "Căn cứ", "Luật", "“", "KT.")
    more = ("Nơi nhận:", "- Lưu: VT", "KẾ HOẠCH", "a)", "Chương I", "\t", "….", "PHỤ LỤC", "của")
    return " ".join(rng.choices(words + more, k=rng.choice((20, 2000, 60_000)))).encode()


ATTACKS: dict[str, Attack] = {
    attack.__name__.replace("_", "-"): attack
    for attack in (
        *(zip_bomb, many_members, zip_of_zips, outside_entities, growing_entities, deep_xml),
        *(wide_cells, circular_styles, remote_parts, circular_pdf, huge_page, swollen_stream),
        *(thousands_of_pages, much_text, false_picture, two_kinds, locked, with_macros),
        *(deep_web_page, deep_rtf, noise, noise_with_a_head, odd_letters, odd_words),
    )
}
