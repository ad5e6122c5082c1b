"""Printed Vietnamese: what must not be torn apart at a line's end, quotation marks, dashes."""

from __future__ import annotations

import re
from typing import Final

NO_BREAK: Final = "\u00a0"
# Words that belong to the number after them: of documents, of days, of classes.
_BEFORE_NUMBER = (
    "điều|khoản|điểm|tiết|chương|mục|phần|lục|số|ngày|tháng|năm|học|quý|lớp|tổ|khối|trang|thứ|"
    "đợt|lần|cấp|hạng|bảng"
)
_TIES = (
    # "Điều 24", "điểm a", "Chương II", "lớp A2"
    re.compile(
        rf"\b(?:{_BEFORE_NUMBER})[ ](?=(?:\d|[IVXLC]+\b|[a-zđA-ZĐ]\d*\b(?![-/])))", re.IGNORECASE
    ),
    # "15 %", "120 trẻ", "7 giờ": a number and what it counts, as far as it is short
    re.compile(
        r"(?<=\d)[ ](?=[%₫]|(?:đồng|giờ|phút|ngày|tuần|tháng|năm|trẻ|lớp|tổ|km|kg|m)\b(?!\s\d))"
    ),
    # no dash at the beginning of a line: "2024 – 2025", "Thi đua - Khen thưởng"
    re.compile(r"(?<=\S)[ ](?=[-–—][ ])"),
    # "Trần Thị B.", "TP. Hà Nội", "Q. Hà Đông"
    re.compile(r"\b(?:TP|Q|P|TX|TT|H|GS|PGS|TS|ThS)\.[ ](?=\w)"),
)
_QUOTED = re.compile(r"\"(?=\S)([^\"]*?)(?<=\S)\"")
_SPACED_HYPHEN = re.compile(r"(?<=[\w”’)])[ \u00a0]-[ ](?=[\w“‘(])")


def tied(text: str) -> str:
    """`text` with no-break spaces where a line must not end; nothing else is changed.

    For official words too: "Điều 24", "ngày 20", "2024 – 2025" and "15 %" stay together. Folding
    and search read both kinds of space alike.
    """
    for tie in _TIES:
        text = tie.sub(lambda match: match[0].replace(" ", NO_BREAK), text)
    return text


def typeset(text: str) -> str:
    """The portal's own `text` as it is printed: “ ” for straight marks, – between spaces, ties.

    Not for official documents: those keep their hyphens and marks as issued.
    """
    text = _QUOTED.sub(r"“\1”", text)
    return tied(_SPACED_HYPHEN.sub(" – ", text))
