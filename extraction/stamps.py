"""What was put on a paper after it was issued: stamps of receipt, marks of electronic signing.

Both carry numbers, days and names of bodies that are not the document's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.lines import Line

_RECEIPT = re.compile(
    r"(?:(?:công\s+)?văn\s+(?:bản\s+)?đến|văn\s+thư\s+đến|đến)\b\s*(?:$|[:.]|s[ốo]\b|ngày\b|giờ\b)",
    re.IGNORECASE,
)
_RECEIPT_ROW = re.compile(
    r"(?:s[ốo](?:\s+đến)?|ngày(?:\s+đến)?|giờ(?:\s+đến)?|chuyển|lưu(?:\s+hồ\s+sơ)?|kính\s+chuyển)"
    r"\s*[:.…\d]",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"(?:ký\s+bởi|người\s+ký|thời\s+gian\s+ký|ngày\s+ký|ký\s+ngày|cơ\s+quan|email|e-mail|"
    r"digitally\s+signed|signature\s+not\s+verified|chữ\s+ký\s+số)\s*[:.]",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4},?\s+\d{1,2}:\d\d(?::\d\d)?|^[+-]\d\d:\d\d$")
_MAIL = re.compile(r"^\S+@\S+\.\S+$")
_ROWS = 5
_NAME_ROWS = 3


def without_stamps(cells: Sequence[Line]) -> list[Line]:
    """`cells` without those that a stamp of receipt or an electronic signature printed."""
    dropped: set[int] = set()
    for place, cell in enumerate(cells):
        if len(cell.text) > 120:
            continue
        if _RECEIPT.match(cell.text):
            dropped.update(_receipt(cells, place))
        elif _SIGNING.match(cell.text) or _TIME.search(cell.text) or _MAIL.match(cell.text):
            dropped.update(_signing(cells, place))
    return [cell for place, cell in enumerate(cells) if place not in dropped]


def _receipt(cells: Sequence[Line], place: int) -> set[int]:
    """The stamp's heading, the rows below it, and the receiver's name right above it."""
    found = {place}
    for here in range(place + 1, min(place + 1 + _ROWS, len(cells))):
        if not _RECEIPT_ROW.match(cells[here].text):
            break
        found.add(here)
    if place and cells[place].follows(cells[place - 1]) and place <= _NAME_ROWS:
        found.update(here for here in range(place) if cells[here].is_capitals)
    return found


def _signing(cells: Sequence[Line], place: int) -> set[int]:
    """The mark and the name of the office that made it, in the same block above the head."""
    found = {place}
    here = place
    is_strong = _TIME.search(cells[place].text) or _MAIL.match(cells[place].text)
    while is_strong and here and cells[here].follows(cells[here - 1]) and place - here < _NAME_ROWS:
        here -= 1
        if not (cells[here].is_capitals or _MAIL.match(cells[here].text)):
            break
        found.add(here)
    return found
