"""To whom a document goes, and for what: the list below "Nơi nhận"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.fields import Span
from extraction.lines import Line, lines_of
from extraction.zones import is_capacity, recipients_line, zones_of

_HEADING = re.compile(r"nơi\s+nhận\s*[:.;]?\s*", re.IGNORECASE)
_IS_SECOND_HALF = re.compile(r"nhận\s*[:.;]?$", re.IGNORECASE)
_BULLET = re.compile(r"[-–—+•*]\s*")
_PURPOSE = re.compile(r"\(\s*(?P<purpose>(?:để|thay|b/c|t/h|p/h|báo cáo)[^()]*)\)")
_ARCHIVE = re.compile(r"(?P<purpose>Lưu)\s*[:;]?\s*(?P<name>.+)", re.IGNORECASE)


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
    zones = zones_of(lines)
    place = recipients_line(lines, zones.head)
    if place is None:
        return []
    return [_recipient(text, item) for item in _items(lines, place)]


def _items(lines: Sequence[Line], heading: int) -> Iterator[Span]:
    """Each bullet with the lines it runs over; what has no bullet and no item before ends all."""
    beside = _HEADING.match(lines[heading].text)
    item = None
    if beside and lines[heading].text[beside.end() :]:
        item = Span(lines[heading].start + beside.end(), lines[heading].end)
    for before, line in zip(lines[heading:], lines[heading + 1 :], strict=False):
        if line.is_bullet:
            if item:
                yield item
            item = Span(line.start, line.end)
        elif item and _runs_on(before, line):
            item = Span(item.start, line.end)
        elif not _IS_SECOND_HALF.match(line.text):
            break
    if item:
        yield item


def _runs_on(before: Line, line: Line) -> bool:
    if line.is_capitals and (is_capacity(line.text) or len(line.text) > 12):
        return False
    return line.follows(before) and before.text[-1] not in ";."


def _recipient(text: str, span: Span) -> Recipient:
    printed = span.of(text)
    name = _BULLET.sub("", printed, count=1).rstrip(" ;.,")
    archive = _ARCHIVE.fullmatch(name)
    if archive:
        return Recipient(archive["name"], archive["purpose"], printed, span)
    purpose = _PURPOSE.search(name)
    if not purpose:
        return Recipient(name, "", printed, span)
    rest = f"{name[: purpose.start()].rstrip()} {name[purpose.end() :].lstrip()}"
    return Recipient(rest.strip(" ;.,"), purpose["purpose"].strip(), printed, span)
