"""The body that a citation says issued the cited document: "... của Sở Giáo dục và Đào tạo"."""

from __future__ import annotations

import re
from functools import cache

from extraction.bodies import opens_body_name, without_parentheses
from vietnamese import document_types

_OF = re.compile(r"\s*,?\s*(?:của|do)\s+")
_GAP = re.compile(r"\s+")
_OFFICE = re.compile(r"(?:Bộ\s+trưởng|Chủ\s+tịch|Giám\s+đốc|Thống\s+đốc|Hiệu\s+trưởng)\b")
_LONGEST = 110
_MOST_WORDS = 18
# Names that hold a comma: Bộ Văn hóa, Thể thao và Du lịch; Bộ trưởng, Chủ nhiệm Văn phòng.
_COMMA = r",(?!\s+(?:Thể\s+thao|Chủ\s+nhiệm|Thương\s+binh|Khoa\s+học))"
# What ends a name: words that no name has, and phrases that may be printed with a capital.
_WORDS = (
    "về|có|thì|được|bị|đã|hết|đến|gửi|cho|tại|trên|để|là|như|nêu|nhằm|trong|ngày|năm|kèm|khi|còn|"
    "không|phải|theo|trình|ký|gồm|nay|kể|từ|với|bằng|chưa|sẽ|số|đang|cũng|mà|hoặc|vẫn|này|đó|nếu"
)
_PHRASES = (
    "về việc|về|v/v|quy định|quy trình|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|công bố|"
    "triển khai|tổ chức thực|thực hiện|chi tiết|kết luận|giao cho|giao nhiệm vụ|quyết định|"
    "thông báo|yêu cầu|đề nghị|bãi bỏ|thay thế|thông qua|chỉ đạo|tăng cường|phát động|thống nhất|"
    "và các|xác định|đồng ý|báo cáo|tiếp tục|đối với|quán triệt|đẩy mạnh|điều chỉnh|hợp nhất|"
    "thành lập|vướng mắc|công khai|hiệu lực|đề xuất"
)


@cache
def _stop() -> re.Pattern[str]:
    types = "|".join(re.escape(kind.name).replace(r"\ ", r"\s+") for kind in document_types())
    phrases = _PHRASES.replace(" ", r"\s+")
    return re.compile(
        rf"[;.:()“”\"/]|{_COMMA}|\s[-–]\s+(?=[a-zđ])|\n\s*\n|"
        rf"\s(?:{_WORDS})(?![^\W_])|(?i:\s(?:{phrases})(?![^\W_])|"
        rf"\s(?:{types})(?=\s+(?:số|ngày)\b)|\svà\s+(?:{types})\b)"
    )


def stated_issuer(text: str, place: int, *, is_after_date: bool) -> tuple[str, int]:
    """The name of the body stated at `place`, brackets left out, and where it ends.

    Only a date may stand for the word "của" before it. ("", place) when there stands no name of
    a body.
    """
    of = _OF.match(text, place) or (_GAP.match(text, place) if is_after_date else None)
    if of is None:
        return "", place
    start = of.end()
    brackets_out = _hidden_brackets(text[start : start + _LONGEST])
    if not opens_body_name(brackets_out[:40]) and not _is_office(brackets_out):
        return "", place
    stop = _stop().search(brackets_out)
    end = stop.start() if stop else len(brackets_out)
    name = text[start : start + end]
    words = without_parentheses(name).split()
    if (stop is None and len(brackets_out) == _LONGEST) or len(words) > _MOST_WORDS:
        words = words[:_MOST_WORDS]
    return " ".join(words), start + len(name.rstrip())


def _hidden_brackets(piece: str) -> str:
    """`piece` with short abbreviations in brackets blanked, so that they do not end the name."""
    return re.sub(r"\([A-ZĐƯ&]{2,10}\)", lambda match: " " * len(match[0]), piece)


def _is_office(piece: str) -> bool:
    return _OFFICE.match(piece) is not None
