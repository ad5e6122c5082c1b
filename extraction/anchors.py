"""Addresses inside a document: `dieu-23-khoan-1-diem-a`, `phan-ii-muc-4`.

They depend on the printed numbers alone, so they stay when words are corrected. A number that
comes twice gets -2 the second time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extraction.markers import Marker, NodeKind
from vietnamese import slugify

_WORDS = {
    NodeKind.PART: "phan",
    NodeKind.CHAPTER: "chuong",
    NodeKind.SECTION: "muc",
    NodeKind.ARTICLE: "dieu",
    NodeKind.CLAUSE: "khoan",
    NodeKind.POINT: "diem",
    NodeKind.ROMAN: "phan",
    NodeKind.NUMBER: "muc",
    NodeKind.LETTER: "diem",
}
# Articles count through the whole text: their address does not need the chapter's.
_ALONE = {NodeKind.ARTICLE, NodeKind.CHAPTER}


def provision_anchor(article: str = "", clause: str = "", point: str = "") -> str:
    """The anchor of a provision of a legal text, from its printed numbers."""
    steps = (("dieu", article), ("khoan", clause), ("diem", point))
    return "-".join(f"{word}-{_number(number)}" for word, number in steps if number)


def name_anchors(markers: Sequence[Marker]) -> list[str]:
    """The anchors of the provisions of one segment, in order."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    open_names: list[tuple[Marker, str]] = []
    for marker in markers:
        open_names = [(above, name) for above, name in open_names if above.level < marker.level]
        name = _name(marker, open_names)
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name}-{seen[name]}"
        names.append(name)
        open_names.append((marker, name))
    return names


def _number(number: str) -> str:
    """đ becomes dd, so that points d and đ differ."""
    return slugify(number.replace("đ", "dd"))


def _name(marker: Marker, above: Sequence[tuple[Marker, str]]) -> str:
    if marker.kind is NodeKind.ANNEX:
        return slugify(marker.label)[:60].strip("-")
    parent, prefix = above[-1] if above else (None, "")
    if marker.kind in _ALONE:
        is_in_annex = bool(above) and above[0][0].kind is NodeKind.ANNEX
        parent, prefix = (None, above[0][1]) if is_in_annex else (None, "")
    if parent and parent.kind is NodeKind.NUMBER and marker.kind is NodeKind.NUMBER:
        return f"{prefix}-{_number(marker.number.rpartition('.')[2])}"
    word = "tieu-muc" if marker.label.lower().startswith("tiểu") else _WORDS[marker.kind]
    return "-".join(filter(None, [prefix, word, _number(marker.number)]))
