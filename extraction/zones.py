"""Head, body, foot and annexes: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.lines import Line
from extraction.markers import Marker, NodeKind, annex_marker, legal_marker, plan_marker
from vietnamese import document_type_named

_RECIPIENTS = re.compile(r"[_*]{0,3}n[ơoóòớờ]i\s+nh[ậâạăaầ]n\s*[:.;]?", re.IGNORECASE)
_ADOPTED = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được .{3,160}thông qua",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"trên đây là ", re.IGNORECASE)
_CAPACITY = re.compile(r"(?:(?:TM|KT|TL|TUQ|TUN|Q)\s*[./]\s*\S|(?:T/M|K/T|T/L)[./\s]\s*\S)")
_ATTACHED = re.compile(r"\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
_BASIS = re.compile(
    r"(?:[-–+*]\s*)?(?:(?:căn|thực|theo|xét|kính|chấp)\s*$|(?:c[ăâaắầẩ]n c[ứửữừưụ]|thực hiện|"
    r"theo (?:đề nghị|ý kiến|quy định|chỉ đạo|nội dung|hướng dẫn|tinh thần|(?-i:[A-ZĐ])\w+)|"
    r"xét|kính gửi|chấp hành|trên cơ sở)[\s:])",
    re.IGNORECASE,
)
_MOTTO = re.compile(
    r"(?:.*\s{3,})?(?:CỘNG\s+H[ÒO]|CỘNG$|ĐẢNG\s+CỘNG|Độc\s+lập\s*[-–—]\s*Tự)", re.IGNORECASE
)
_LIST = re.compile(
    r"(?:DANH\s+(?:SÁCH|MỤC)|BIỂU\s+MẪU|BẢNG\s+(?:TỔNG|CHẤM|ĐIỂM|KÊ)|ĐIỀU\s+LỆ|NỘI\s+QUY)\b"
)
_LONGEST_TITLE = 90
_PREFACE = 250
_SHORTEST_PREFACE = 8
_FOOT_REACH = 15


@dataclass(frozen=True, slots=True)
class Zones:
    """Places in a list of lines: the head is `lines[head:body]`, the body `lines[body:foot]`.

    Annexes begin at `annexes`. What stands before the head belongs to a web page or an envelope.
    """

    head: int
    body: int
    foot: int
    annexes: tuple[int, ...]

    @property
    def end_of_foot(self) -> int | None:
        """Where the foot ends: at the first annex, None for the end of the text."""
        return self.annexes[0] if self.annexes else None


def zones_of(lines: Sequence[Line]) -> Zones:
    """The zones of a document, given its lines."""
    head = _head(lines)
    recipients = recipients_line(lines, head)
    body = _first_body_line(lines[:recipients], head)
    foot = _foot(lines, body, recipients)
    return Zones(head, body, foot, _annexes(lines, foot))


def _head(lines: Sequence[Line]) -> int:
    """The first line of the head: above the national motto as long as lines are in capitals."""
    for place, line in enumerate(lines[:_PREFACE]):
        if _MOTTO.match(line.text):
            first = place
            while first and _is_of_head(lines[first - 1]):
                first -= 1
            return first if place > _SHORTEST_PREFACE else 0
    return 0


def _is_of_head(line: Line) -> bool:
    return line.is_capitals or line.is_rule or line.text.startswith("Số")


def is_motto(line: Line) -> bool:
    """Whether a national or Party motto opens in `line`: the sign of a head."""
    return _MOTTO.match(line.text) is not None


def is_basis(line: str) -> bool:
    """Whether `line` opens a paragraph that says on what the document rests."""
    return _BASIS.match(line) is not None


def is_capacity(line: str) -> bool:
    """Whether a signature block opens with TM., KT., TL., TUQ. or Q. here."""
    return _CAPACITY.match(line) is not None and line.isupper()


def recipients_line(lines: Sequence[Line], start: int = 0) -> int | None:
    """The place of the line "Nơi nhận:", None if there is none."""
    for place in range(start, len(lines)):
        after = lines[place + 1].text if place + 1 < len(lines) else ""
        if _RECIPIENTS.match(f"{lines[place].text} {after}"):
            return place
    return None


def opens_body(line: Line, before: Line | None) -> bool:
    """Whether the head ends before this line: legal bases, addressee or the first provision."""
    if is_basis(line.text) and not line.is_capitals:
        # Below its type a plan may say what it carries out: that is the abstract.
        is_below_type = before is not None and document_type_named(before.text) is not None
        return not is_below_type or line.text.lower().startswith(("căn", "kính"))
    return _is_first(legal_marker(line.text)) or _is_first(plan_marker(line.text))


def _is_first(marker: Marker | None) -> bool:
    if marker is None or marker.kind in {NodeKind.CLAUSE, NodeKind.POINT, NodeKind.LETTER}:
        return False
    if marker.kind is NodeKind.ARTICLE:
        return True
    return marker.number.lower() in {"1", "i", "a", "thứ nhất"}


def _first_body_line(lines: Sequence[Line], head: int) -> int:
    for before, place in zip([None, *lines[head:]], range(head, len(lines)), strict=False):
        if opens_body(lines[place], before):
            return place
    return len(lines)


def _foot(lines: Sequence[Line], body: int, recipients: int | None) -> int:
    """The first line of the foot: last words, adoption clause, recipients or signature."""
    if recipients is not None:
        reach = range(max(body, recipients - _FOOT_REACH), recipients)
        return next((place for place in reach if _opens_foot(lines[place])), recipients)
    for place in range(body, len(lines)):
        line = lines[place]
        if _ADOPTED.match(line.text) or is_capacity(line.text) or _is_annex(line):
            return place
    return len(lines)


def _is_annex(line: Line) -> bool:
    return line.is_capitals and annex_marker(line.text) is not None


def _opens_foot(line: Line) -> bool:
    return bool(_LAST_WORDS.match(line.text) or is_capacity(line.text))


def _annexes(lines: Sequence[Line], foot: int) -> tuple[int, ...]:
    found: list[int] = []
    for place in range(foot, len(lines)):
        start = _annex_start(lines, place, foot)
        if start is None and not found and place > foot + 1 and _is_attached(lines[place]):
            start = place
        if start is not None and (not found or start > found[-1]):
            found.append(start)
    return tuple(found)


def _is_attached(line: Line) -> bool:
    """Whether a paper of its own begins below the signature: a type or a list in capitals."""
    if not line.is_capitals or len(line.text) > _LONGEST_TITLE:
        return False
    is_type = document_type_named(line.text.strip(" :.*")) is not None
    return is_type or _LIST.match(line.text) is not None


def _annex_start(lines: Sequence[Line], place: int, foot: int) -> int | None:
    """The first line of the annex that `place` announces, None if it announces none."""
    line = lines[place]
    if annex_marker(line.text):
        return place
    if not _ATTACHED.match(line.text):
        return None
    start = place
    while start > foot and lines[start - 1].is_capitals and not is_capacity(lines[start - 1].text):
        start -= 1
    return start if start < place else None
