"""Small PDF files, written sign by sign: what a test needs and nothing else.

Each letter is half as wide as its size, so a test can say where words end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 85, 545


@dataclass
class Leaf:
    """A page: what is drawn on it, in the page's own language."""

    turn: int = 0
    content: list[str] = field(default_factory=list)
    fields: list[tuple[tuple[int, int, int, int], str]] = field(default_factory=list)
    has_scan: bool = False

    def text(self, words, x=LEFT, y=100, size=12, mode=0, font="F1"):
        """Words that begin at x, on a line y below the top."""
        self.content.append(
            f"BT /{font} {size} Tf {mode} Tr 1 0 0 1 {x} {HEIGHT - y} Tm <{coded(words)}> Tj ET"
        )
        return self

    def lines(self, *lines, x=LEFT, y=100, size=12, pitch=16):
        """Lines below each other."""
        for place, words in enumerate(lines):
            self.text(words, x, y + place * pitch, size)
        return self

    def centred(self, words, y, size=12):
        return self.text(words, (LEFT + RIGHT) / 2 - len(words) * size / 4, y, size)

    def box(self, left, top, right, bottom):
        """A ruled box."""
        self.content.append(f"{left} {HEIGHT - bottom} {right - left} {bottom - top} re S")
        return self

    def scan(self):
        """A picture over the whole page."""
        self.has_scan = True
        self.content.insert(0, f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P1 Do Q")
        return self

    def form_field(self, words, x, y, size=12):
        """Words in a field of a form, such as a number typed by a program of the office."""
        box = x, HEIGHT - y - 4, x + len(words) * size, HEIGHT - y + size
        self.fields.append((box, f"BT /F1 {size} Tf 1 0 0 1 1 4 Tm <{coded(words)}> Tj ET"))
        return self


_LETTERS: list[str] = []


def coded(words):
    """The words in the codes of the font: the place of each letter in the list of all letters."""
    for letter in words:
        if letter not in _LETTERS:
            _LETTERS.append(letter)
    return "".join(f"{_LETTERS.index(letter) + 1:04X}" for letter in words)


def write_pdf(path: Path, *leaves: Leaf, font: str = "ABCDEF+TimesNewRomanPSMT") -> Path:
    """A PDF file of these pages at `path`. font: the name that the font gives itself."""
    objects: list[bytes] = []

    def add(text: str, stream: bytes | None = None) -> int:
        body = text.encode()
        if stream is not None:
            head = text.removesuffix(">>") + f"/Length {len(stream)}>>\nstream\n"
            body = head.encode() + stream + b"\nendstream"
        objects.append(body)
        return len(objects)

    add("<</Type/Catalog/Pages 2 0 R>>")
    add("")
    unicode = add("<<>>", _to_unicode())
    inner = add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font}/DW 500/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R>>"
    )
    add(
        f"<</Type/FontDescriptor/FontName/{font}/Flags 4/FontBBox[0 -220 1000 890]/ItalicAngle 0"
        "/Ascent 890/Descent -220/CapHeight 660/StemV 80>>"
    )
    outer = add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{font}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {unicode} 0 R>>"
    )
    picture = add(
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8>>",
        b"\xff",
    )
    resources = f"<</Font<</F1 {outer} 0 R>>/XObject<</P1 {picture} 0 R>>>>"
    pages = [_add_page(add, leaf, resources) for leaf in leaves]
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()
    path.write_bytes(_file(objects))
    return path


def _add_page(add, leaf, resources):
    content = add("<<>>", "\n".join(leaf.content).encode())
    fields = []
    for (left, bottom, right, top), words in leaf.fields:
        look = add(
            f"<</Type/XObject/Subtype/Form/BBox[0 0 {right - left} {top - bottom}]"
            f"/Resources {resources}>>",
            words.encode(),
        )
        fields.append(
            add(
                f"<</Type/Annot/Subtype/Widget/FT/Sig/F 4/Rect[{left} {bottom} {right} {top}]"
                f"/AP<</N {look} 0 R>>>>"
            )
        )
    annotations = " ".join(f"{number} 0 R" for number in fields)
    return add(
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {leaf.turn}"
        f"/Resources {resources}/Contents {content} 0 R/Annots[{annotations}]>>"
    )


def _to_unicode():
    rows = [
        f"<{place:04X}> <{letter.encode('utf-16-be').hex()}>"
        for place, letter in enumerate(_LETTERS, 1)
    ]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    maps = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{maps}\nendcmap end end"
    ).encode()


def _file(objects):
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
