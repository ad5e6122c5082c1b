"""Pictures inside a DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from PIL import Image as Pillow

from regulations.leaving.docx.markup import R, element, run
from regulations.leaving.letters import one_line

EMUS_A_MM = 36_000
LONGEST_SIDE = 1600
WIDEST, HIGHEST = 150.0, 200.0
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of the package: its name there, its bytes (JPEG or PNG), its size in pixels."""

    name: str
    content: bytes
    width: int
    height: int


def picture_of(image: Any, number: int) -> Picture | None:
    """`image` (a PortalImage) made small enough for paper; None when it cannot be read."""
    if image is None:
        return None
    try:
        with image.file.open("rb") as file, Pillow.open(file) as opened:
            opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            is_photograph = opened.format == "JPEG"
            shown = opened.convert("RGB" if is_photograph else "RGBA")
    except (OSError, ValueError, Pillow.DecompressionBombError):
        return None
    output = BytesIO()
    shown.save(output, "JPEG" if is_photograph else "PNG", quality=88)
    suffix = "jpeg" if is_photograph else "png"
    return Picture(f"image{number}.{suffix}", output.getvalue(), *shown.size)


def drawing(picture: Picture, relation: str, number: int, description: str) -> Any:
    """The run that shows `picture` in the line."""
    scale = min(WIDEST / picture.width, HIGHEST / picture.height, 25.4 / 96)
    size = {
        "cx": str(round(picture.width * scale * EMUS_A_MM)),
        "cy": str(round(picture.height * scale * EMUS_A_MM)),
    }
    inline = etree.Element(f"{{{_WP}}}inline", nsmap={"wp": _WP, "a": _A, "pic": _PIC})
    etree.SubElement(inline, f"{{{_WP}}}extent", size)
    names = {"id": str(number), "name": picture.name, "descr": one_line(description)}
    etree.SubElement(inline, f"{{{_WP}}}docPr", names)
    graphic = etree.SubElement(inline, f"{{{_A}}}graphic")
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", uri=_PIC)
    shape = etree.SubElement(data, f"{{{_PIC}}}pic")
    own = etree.SubElement(shape, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(own, f"{{{_PIC}}}cNvPr", id=str(number), name=picture.name)
    etree.SubElement(own, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(shape, f"{{{_PIC}}}blipFill")
    etree.SubElement(fill, f"{{{_A}}}blip").set(f"{{{R}}}embed", relation)
    etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    look = etree.SubElement(shape, f"{{{_PIC}}}spPr")
    place = etree.SubElement(look, f"{{{_A}}}xfrm")
    etree.SubElement(place, f"{{{_A}}}off", x="0", y="0")
    etree.SubElement(place, f"{{{_A}}}ext", size)
    form = etree.SubElement(look, f"{{{_A}}}prstGeom", prst="rect")
    etree.SubElement(form, f"{{{_A}}}avLst")
    made = run("")
    made.remove(made[-1])
    made.append(element("drawing", inline))
    return made
