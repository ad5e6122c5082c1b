"""Who signed, in which office and for whom (Decree 30/2020/ND-CP, annex I, part II)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.fields import Confidence, Field, Span, sure
from extraction.lines import Line, lines_of
from extraction.zones import recipients_line, zones_of
from vietnamese import fold

_CAPACITY = re.compile(r"(TM|KT|TL|TUQ|TUN|Q|T/M|K/T|T/L)\s*[./]\s*(?=\S)")
_SPELLING = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL.", "TUN": "TUQ."}
_OFFICE = re.compile(
    r"(?:pho|chu tich|bo truong|thu truong|giam doc|tong|hieu truong|hieu pho|thu tuong|"
    r"cuc truong|chanh|truong|vien truong|thong doc|bi thu|chu nhiem|vu truong|quyen|uy vien|"
    r"chi cuc|doi truong|thu ki|tham phan|kiem toan|tu lenh|quan li|ke toan|to truong)\b"
)
_SIGNED = re.compile(r"[\[(]?\s*(?:đã\s*ký|ký\b|chữ ký)", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:PGS|GS|TS|ThS|BS|BSCKII?|CKII?|DS|KS|CN|NGƯT|NGND|NSND|NSƯT|"
    r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))\.?\s*)+"
)
_NAME = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+){1,5}")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block.

    name: of the signer, without rank or degree; office: the signer's own ("PHÓ CHỦ TỊCH"), as
    printed; capacity: TM., KT., TL., TUQ. or Q., several in the order printed ("TM. KT.");
    lines: the block as printed.
    """

    name: Field[str]
    office: Field[str]
    capacity: Field[str]
    lines: tuple[str, ...] = ()


_NONE = Signature(Field(), Field(), Field())


def parse_signature(text: str) -> Signature:
    """The signature of `text`; its fields are missing when there is none."""
    lines = lines_of(text)
    zones = zones_of(lines)
    end = len(lines) if zones.end_of_foot is None else zones.end_of_foot
    recipients = recipients_line(lines, zones.head)
    first = zones.foot if recipients is None else min(zones.foot, recipients)
    first = max(zones.body, min(first, end - 1 if recipients is None else first))
    if recipients is None and zones.foot >= end:
        first = max(0, end - _REACH)
    return _in(lines[first:end])


def _in(lines: Sequence[Line]) -> Signature:
    """The first name that stands below an office in capitals."""
    for place, line in enumerate(lines):
        if not line.is_capitals or not _is_office(line.text):
            continue
        block = _block(lines, place)
        name = _name_after(lines, place + len(block))
        return _signature(block, name)
    return _NONE


def _is_office(text: str) -> bool:
    return bool(_CAPACITY.match(text) or _OFFICE.match(fold(text)))


def _block(lines: Sequence[Line], first: int) -> list[Line]:
    """The lines in capitals from `first` on; a later capacity belongs to it, a rule ends it."""
    last = first
    while last + 1 < len(lines) and lines[last + 1].is_capitals:
        last += 1
    return list(lines[first : last + 1])


def _name_after(lines: Sequence[Line], place: int) -> Line | None:
    for here, line in enumerate(lines[place : place + 4], place):
        if _SIGNED.match(line.text) or line.is_rule:
            continue
        after = lines[here + 1] if here + 1 < len(lines) else None
        if after and after.follows(line) and _is_name(f"{line.text} {after.text}"):
            return Line(line.number, line.start, after.end, f"{line.text} {after.text}")
        return line if _is_name(line.text) else None
    return None


def _is_name(text: str) -> bool:
    bare = _TITLE.sub("", text)
    return _NAME.fullmatch(bare) is not None and all(word[0].isupper() for word in bare.split())


def _signature(block: Sequence[Line], name: Line | None) -> Signature:
    rows = _rows(block)
    office, capacities = _office(rows[-1].words), _capacities(rows)
    span = rows[-1].span
    whole = Span(block[0].start, block[-1].end)
    return Signature(
        sure(_TITLE.sub("", name.text), name.span, name.text) if name else Field(),
        Field(office, Confidence.SURE if name else Confidence.UNSURE, span, rows[-1].words),
        sure(capacities, whole, capacities) if capacities else Field(),
        tuple(row.words for row in rows),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the block; broken lines are joined."""

    words: str
    span: Span


def _rows(block: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    for line in block:
        if rows and not _is_office(line.text):
            last = rows.pop()
            rows.append(_Row(f"{last.words} {line.text}", Span(last.span.start, line.end)))
        else:
            rows.append(_Row(line.text, line.span))
    return rows


def _office(row: str) -> str:
    return _CAPACITY.sub("", row, count=1).strip(" ,;")


def _capacities(rows: Sequence[_Row]) -> str:
    found = [match[1] for row in rows if (match := _CAPACITY.match(row.words))]
    return " ".join(_SPELLING.get(short, f"{short}.") for short in found)
