"""Anchors of provisions taken apart: what stands around one, and its words. Plain Python."""

from __future__ import annotations

_WORDS = {
    "dieu": "Điều",
    "khoan": "khoản",
    "diem": "điểm",
    "muc": "mục",
    "phan": "Phần",
    "chuong": "Chương",
}


def outer_anchors(anchor: str) -> list[str]:
    """`anchor` and what it stands in, innermost first: its clause, its article; [] for none."""
    found = []
    while anchor:
        found.append(anchor)
        steps = anchor.split("-")
        units = [place for place, step in enumerate(steps) if place and step in _WORDS]
        anchor = "-".join(steps[: units[-1]]) if units else ""
    return found


def anchor_words(anchor: str) -> str:
    """An anchor as a citation names the provision: "điểm a khoản 1 Điều 23"."""
    parts: list[str] = []
    steps = anchor.split("-")
    for place in range(0, len(steps) - 1, 2):
        word, number = _WORDS.get(steps[place]), steps[place + 1]
        if word is None:
            return ""
        number = number.replace("dd", "đ") if word == "điểm" else number
        parts.append(f"{word} {number.upper() if word in {'Phần', 'Chương'} else number}")
    return " ".join(reversed(parts))
