"""Laws that are cited by name and year, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vietnamese import find_dates, nfc, slugify

_KINDS = r"Bộ\s+luật|Luật|Pháp\s+lệnh"
# A name goes on over these words only when the law says of itself that it amends another.
_STOPS = (
    r"có|được|từ|kể|quy(?!\s+(?:phạm|hoạch|tắc|chuẩn))|đã|này|của(?!\s+(?:Nhà\s+nước|Quốc\s+hội|người\s+nước\s+ngoài|công\s+dân))|về|"
    r"theo(?!\s+hợp\s+đồng)|tại(?!\s+(?:doanh\s+nghiệp|Việt\s+Nam))|khi|thì|là|mà|do|để|cho|không|phải|"
    r"và\s+các|và\s+Nghị|và\s+Thông|và\s+Luật|và\s+văn|các\s+văn|năm|ngày|số"
)
# A paragraph that begins so says on what the document rests: no name runs into it.
_NEW_BASIS = r"(?<=\n)(?:Căn\s+cứ|Theo|Xét|Thực\s+hiện|Chấp\s+hành)"
_WORD = rf"(?!(?:{_STOPS}|{_NEW_BASIS})\b)[^\W\d_]+"
_NAME = rf"(?=[^\W\d_])(?!này\b){_WORD}(?:(?:,\s+|\s+-\s+|\s*-\s*|\s+){_WORD}){{0,18}}"
_AMENDING = rf"(?:(?i:s[ửữứừư]a\s+đ[ổôỗốồ]i)[^;.:“”\"]{{3,160}}?|{_NAME})"
_LAW = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?P<name>{_AMENDING})\s*,?\s*\(?(?P<when>(?:"
    rf"(?:ban\s+hành\s+)?năm\s+(?P<year>(?:19|20)\d\d)\b|"
    rf"ngày\s+(?:\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})))"
)
# As papers of the nineties cite them, the name in small letters.
_PASSED = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?P<name>(?!này\b)[^\W\d_][^;:.“”\"()\d]{{3,120}}?)\s*,?\s*(?:đã\s+)?được\s+"
    r"(?:Quốc\s+hội|Ủy\s+ban|Uỷ\s+ban|ủy\s+ban)[^;:.“”\"()\d]{0,120}?(?:khóa|khoá)?[^;:.“”\"()\d]{0,30}?"
    r"thông\s+qua\s+(?P<when>ngày\s+(?:\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))"
)
_BY_WHOM = re.compile(r"\s+(?:đã\s+)?được\s+(?:Quốc|[ỦUủu][ỷy])")
_CONSTITUTION = re.compile(
    r"\bHiến\s+pháp(?:\s+(?:nước\s+)?(?:Cộng\s+hòa|Cộng\s+hoà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam)?"
    r"(?:\s*,?\s*(?P<when>(?:năm\s+(?P<year>(?:19|20)\d\d)|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})))?"
)


@dataclass(frozen=True, slots=True)
class LawMatch:
    """A law named in a text: `text[start:end]`, its name with its kind, and what dates it."""

    start: int
    end: int
    name: str
    when: str
    year: int | None


def law_key(name: str, year: int | None) -> str:
    """The key of a law: "luat-thi-dua-khen-thuong-2022" for Luật Thi đua, khen thưởng of 2022."""
    return slugify(f"{nfc(name)} {year or ''}")


def find_laws(text: str) -> Iterator[LawMatch]:
    """Laws and codes cited by name with a year or a day, and the Constitution."""
    for match in _LAW.finditer(text):
        if not match["name"][0].isupper() and match["name"][0] != "s":
            continue
        name = _BY_WHOM.split(" ".join(f"{match['kind']} {match['name']}".split()))[0]
        yield LawMatch(match.start(), match.end("when"), name, match["when"], _year(match))
    for match in _PASSED.finditer(text):
        if _LAW.match(text, match.start()):
            continue
        name = " ".join(f"{match['kind']} {match['name']}".split())
        yield LawMatch(match.start(), match.end("when"), name, match["when"], _year(match))
    for match in _CONSTITUTION.finditer(text):
        if match["when"] or "nước" in match[0] or "Việt" in match[0]:
            when = match["when"] or ""
            yield LawMatch(match.start(), match.end(), "Hiến pháp", when, _year(match))


def _year(match: re.Match[str]) -> int | None:
    if match.groupdict().get("year"):
        return int(match["year"])
    days = find_dates(match["when"] or "")
    return days[0].value.year if days else None
