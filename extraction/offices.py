"""Lines of a signature block: offices, capacities (TM., KT., TL., TUQ., Q.), marks of signing.

Decree 30/2020/NĐ-CP, article 13 and annex I, part II, 7.
"""

from __future__ import annotations

import re

from extraction.lines import Line
from extraction.people import is_person, is_person_in_capitals
from vietnamese import fold

CAPACITY = re.compile(r"(TM|KT|TL|TUQ|TUN|Q|T/M|K/T|T/L)(?:\s*[./]\s*|(?<=/[MTL])\s+)(?=\S)", re.I)
_SPELLING = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL.", "TUN": "TUQ."}
_OFFICE = re.compile(
    r"(?:pho|chu tich|chu toa|chu tri|bo truong|thu truong|giam doc|tong|hieu truong|hieu pho|"
    r"thu tuong|cuc truong|chanh|truong|vien truong|thong doc|bi thu|chu nhiem|vu truong|quyen|"
    r"uy vien|chi cuc|doi truong|thu ki|tham phan|kiem toan|tu lenh|quan li|ke toan|to truong|"
    r"nguoi (?:lap|ghi|viet|bao cao|de nghi)|dai dien|chinh uy|khoa truong|vien pho|cuc pho|"
    r"dai bieu|chu ho|tong thu ki|nhom truong|ki thuat truong|dong chu tri)\b"
)
_NO_OFFICE = re.compile(
    r"(?:tong cong ti|tong cuc(?! truong)|chi cuc(?! truong)|quyet|"
    r"truong (?:mam|mau|tieu|thcs|thpt|trung|dai hoc|cao dang))"
)
_SECOND = re.compile(r"(?:thu ki|nguoi (?:lap|ghi|viet)|ke toan)")
_SIGNED = re.compile(
    r"[\[(]?\s*(?:đã\s*ký|ký\b|chữ\s*ký|người\s+ký|signature|signed|digitally|thời\s+gian\s+ký|"
    r"ngày\s+ký|cơ\s+quan\s*:|email\s*:)",
    re.IGNORECASE,
)
_TIME_OR_MAIL = re.compile(r"\d\d:\d\d:\d\d|\S@\S")
_LONGEST_OFFICE = 14


def is_office(text: str) -> bool:
    """Whether `text` begins as an office does, with or without a capacity."""
    if CAPACITY.match(text):
        return True
    folded = fold(text[:60])
    return _OFFICE.match(folded) is not None and _NO_OFFICE.match(folded) is None


def opens_block(line: Line) -> bool:
    """Whether a signature block may open here: an office in capitals, or one in small letters
    that is no sentence, where a font carried the capitals."""
    if len(line.text) > 120 or not is_office(line.text):
        return False
    if len(line.text.split()) > _LONGEST_OFFICE or is_person_in_capitals(line.text):
        return False
    if line.is_capitals:
        return True
    is_clean = line.text[-1] not in ".;:,/" and not re.search(r"[:;]|\d", line.text)
    return is_clean and not line.is_bullet and not is_person(line.text)


def goes_on(first: Line, line: Line) -> bool:
    """Whether `line` belongs to the block that `first` opens."""
    if first.is_capitals:
        return line.is_capitals and not (is_mark(line) or is_person_in_capitals(line.text))
    return opens_block(line)


def is_mark(line: Line) -> bool:
    """What stands between office and name without being either."""
    is_note = line.text.startswith(("(", "[")) and line.text.endswith((")", "]"))
    return bool(
        line.is_rule
        or is_note
        or _SIGNED.match(line.text)
        or (len(line.text) < 120 and _TIME_OR_MAIL.search(line.text))
    )


def waits_for_office(row: str) -> bool:
    """Whether the row only says for whom or whose place: the signer's own office comes next."""
    match = CAPACITY.match(row)
    return match is not None and capacity(match) in {"TM.", "KT.", "TL.", "TUQ."}


def capacity(match: re.Match[str]) -> str:
    """The usual spelling of a capacity: KT. for K/T."""
    short = match[1].upper()
    return _SPELLING.get(short, f"{short}.")


def is_secondary(office: str) -> bool:
    """Whether the office only records or keeps books: the head's signature counts before it."""
    return _SECOND.match(fold(office)) is not None
