"""Names of persons as they stand below a signature."""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|Th\.?S|BS|BSCKI{0,2}|BSNT|CKI{1,2}|DS|KTS|KS|CN|CVC|CVCC|NGƯT|NGND|NSND|"
    r"NSƯT|TTND|TTƯT|Tiến sĩ|Thạc sĩ|Luật sư|Bác sĩ|Đồng chí|"
    r"(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy))[.:,]?\s*)+(?=[A-ZĐÀ-Ỹ])"
)
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)?"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,5}}")
_SHORTEST = 3
_ROLE = re.compile(r"\s*\([^()]{2,30}\)\s*$")
# Family names cover nearly all Vietnamese people; other peoples of the country have others, so
# a name that is not here is only less certain.
_FAMILY_NAMES = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai trương
    đào cao đoàn lưu lương hà tạ trịnh tô thái châu vương lâm chu kiều phùng quách văn tăng
    từ triệu nông hứa la lò quàng cầm hoàn sùng giàng vàng thào lừu bàn mạc nghiêm thân tống
    diệp khuất thạch sơn kim danh y a rơ hờ ma siu ksor đàm doãn ninh bạch cù cung cấn chử
    giáp khổng lại lục mã nhâm ông ôn phí quản sầm tiêu tôn trà ứng viên âu đồng đổng lều
    mông ngụy nhữ
"""
_FAMILIES = frozenset(_FAMILY_NAMES.split())


def bare_name(text: str) -> str:
    """`text` without rank, degree and a role in brackets, one space between words."""
    return " ".join(_TITLE.sub("", _ROLE.sub("", text), count=1).split())


def is_person(text: str) -> bool:
    """Whether `text` can be the name of a person: two to six words with capital initials."""
    bare = bare_name(text)
    if _NAME.fullmatch(bare) is None:
        return False
    words = bare.split()
    return all(word[0].isupper() and not word[1:].isupper() for word in words)


def is_person_in_capitals(text: str) -> bool:
    """Whether `text` is a name written in capitals throughout: NGUYỄN VĂN A."""
    bare = bare_name(text)
    words = bare.lower().split()
    return (
        bare.isupper()
        and 2 < len(words) < 6
        and _NAME.fullmatch(bare) is not None
        and words[0] in _FAMILIES
    )


def has_family_name(text: str) -> bool:
    """Whether the first word is one of the common family names."""
    words = bare_name(text).lower().split()
    return bool(words) and words[0] in _FAMILIES


def two_persons(text: str) -> tuple[int, int] | None:
    """Where the first name ends and the second begins, when `text` is two names in a row."""
    for gap in re.finditer(r"\s+", text):
        first, second = text[: gap.start()], text[gap.end() :]
        if not (is_person(first) and is_person(second) and has_family_name(second)):
            continue
        if (
            len(bare_name(first).split()) >= _SHORTEST
            and len(bare_name(second).split()) >= _SHORTEST
        ):
            return gap.start(), gap.end()
    return None
