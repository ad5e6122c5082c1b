"""To whom a document goes, and for what: the list below "Nơi nhận"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.columns import cells_in_order
from extraction.fields import Span
from extraction.lines import Line, lines_of
from extraction.offices import opens_block
from extraction.zones import Zones, recipients_line, zones_of

_HEADING = re.compile(r"[_*\s]*n[ơoóòớờ]i\s+nh[ậâạăaầ]n[_*]*\s*[:.;]?[_*]*\s*", re.IGNORECASE)
_IS_SECOND_HALF = re.compile(r"nh[ậâạăaầ]n\s*[:.;]?$", re.IGNORECASE)
_BULLET = re.compile(r"[-–—+•*·]\s*|\d{1,2}[.)]\s+")
_INNER_BULLET = re.compile(r";\s+(?P<bullet>[-–+]\s)")
_PURPOSES = (
    r"để\b|thay\b|b/c|t/h|p/h|ph/h|k/t|c/đ|để biết|báo\s+cáo|thực\s+hiện|phối\s+hợp|chỉ\s+đạo|"
    r"theo\s+dõi|đăng|niêm\s+yết|qua\b"
)
_PURPOSE = re.compile(rf"[(\[]\s*(?P<purpose>(?:{_PURPOSES})[^()\[\]]*)[)\]]", re.IGNORECASE)
_BARE_PURPOSE = re.compile(
    r"\s(?P<purpose>để\s+(?:b/c|báo\s+cáo|t/h|thực\s+hiện|p/h|phối\s+hợp|biết)[^;]*)$"
)
_ARCHIVE = re.compile(r"(?P<purpose>Lưu)\s*(?:tại\s*)?[:;]?\s*(?P<name>.+)", re.IGNORECASE)
_REACH = 24
_MOST = 120


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of the list: name without bullet, purpose such as "để b/c" or "Lưu", "" if none."""

    name: str
    purpose: str
    printed: str
    span: Span


def parse_recipients(text: str) -> list[Recipient]:
    """The recipients of `text` in the order printed; empty when it has no such list."""
    lines = lines_of(text)
    return recipients_in(text, lines, zones_of(lines))


def recipients_in(text: str, lines: Sequence[Line], zones: Zones) -> list[Recipient]:
    """The same, for lines whose zones are known."""
    place = recipients_line(lines, zones.head)
    if place is None:
        return []
    cells = cells_in_order(text, lines[place : place + _MOST], reach=_REACH)
    return [_recipient(text, item) for item in _items(cells)]


def _items(cells: Sequence[Line]) -> Iterator[Span]:
    """Each bullet with the lines it runs over; what has no bullet and no item before ends all.

    A list without any bullets has an item on each line, up to a gap or the signature.
    """
    beside = _HEADING.match(cells[0].text)
    item = None
    if beside and cells[0].text[beside.end() :]:
        item = Span(cells[0].start + beside.end(), cells[0].end)
    first = next((line for line in cells[1:] if not _IS_SECOND_HALF.match(line.text)), None)
    is_bare = item is None and first is not None and _is_bare_item(cells[0], first)
    for before, line in pairwise(cells):
        if _opens_item(before, line, is_bare=is_bare):
            if item:
                yield from _parted(cells, item)
            item = Span(line.start, line.end)
        elif item and _runs_on(before, line):
            item = Span(item.start, line.end)
        elif not _IS_SECOND_HALF.match(line.text):
            break
    if item:
        yield from _parted(cells, item)


def _opens_item(before: Line, line: Line, *, is_bare: bool) -> bool:
    if is_bare:
        return line.follows(before) and not opens_block(line) and not line.is_rule
    return _BULLET.match(line.text) is not None and not line.is_rule


def _is_bare_item(heading: Line, line: Line) -> bool:
    is_item = line.text[-1] in ";." or _ARCHIVE.match(line.text) is not None
    return is_item and line.follows(heading) and not _BULLET.match(line.text)


def _parted(cells: Sequence[Line], item: Span) -> Iterator[Span]:
    """An item, in two where a second bullet stands on its line."""
    line = next((cell for cell in cells if cell.start <= item.start and item.end <= cell.end), None)
    start = item.start
    for match in _INNER_BULLET.finditer(line.text if line else ""):
        place = (line.start if line else 0) + match.start("bullet")
        if start < place < item.end:
            yield Span(start, place - len(match[0]) + len(match["bullet"]) + 1)
            start = place
    yield Span(start, item.end)


def _runs_on(before: Line, line: Line) -> bool:
    is_office = line.is_capitals and (opens_block(line) or len(line.text) > 12)
    return not is_office and line.follows(before) and before.text[-1] not in ";."


def _recipient(text: str, span: Span) -> Recipient:
    printed = span.of(text)
    name = _BULLET.sub("", printed, count=1).rstrip(" ;.,")
    archive = _ARCHIVE.fullmatch(name)
    if archive:
        return Recipient(archive["name"], archive["purpose"], printed, span)
    purpose = _PURPOSE.search(name) or _BARE_PURPOSE.search(name)
    if not purpose:
        return Recipient(name, "", printed, span)
    rest = f"{name[: purpose.start()].rstrip()} {name[purpose.end() :].lstrip()}"
    return Recipient(rest.strip(" ;.,"), purpose["purpose"].strip(), printed, span)
