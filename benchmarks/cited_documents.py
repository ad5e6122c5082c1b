"""The documents that papers cite, as a library would hold them, and their doubles."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from benchmarks.truth import Cited, Truth
from extraction import law_key
from vietnamese import find_printed_numbers, fold, number_key

# Who issues under a symbol. {place}: the province of the paper that cites.
_BODIES = {
    "CP": "Chính phủ",
    "TTG": "Thủ tướng Chính phủ",
    "TW": "Ban Chấp hành Trung ương Đảng",
    "VPCP": "Văn phòng Chính phủ",
    "BNV": "Bộ Nội vụ",
    "BYT": "Bộ Y tế",
    "BTC": "Bộ Tài chính",
    "BNG": "Bộ Ngoại giao",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "UBND": "Ủy ban nhân dân tỉnh {place}",
    "HĐND": "Hội đồng nhân dân tỉnh {place}",
    "TU": "Tỉnh ủy {place}",
    "SYT": "Sở Y tế tỉnh {place}",
    "SNV": "Sở Nội vụ tỉnh {place}",
    "SGDĐT": "Sở Giáo dục và Đào tạo tỉnh {place}",
    "SNN": "Sở Nông nghiệp tỉnh {place}",
    "ĐHM": "Trường Đại học Mở Hà Nội",
    "CĐKT": "Bộ Tài chính",
}
_PLACE = re.compile(r"(?:tỉnh|thành phố)\s+([^,;]+)$", re.IGNORECASE)
_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+\w")
# The eight that the plan of the school cites: number, day, and who issued it.
PLAN = (
    ("4552/KH-SGDĐT", "20/12/2024", "Sở Giáo dục và Đào tạo Hà Nội"),
    ("133/KH-HĐTĐKT", "31/12/2020", "Ủy ban nhân dân quận Hà Đông"),
    ("396/KH-UBND", "26/12/2024", "Ủy ban nhân dân quận Hà Đông"),
    ("397/KH-UBND", "26/12/2024", "Ủy ban nhân dân quận Hà Đông"),
    ("01/KH-HĐTĐKT", "08/01/2025", "Phòng Giáo dục và Đào tạo quận Hà Đông"),
    ("291/KH-BTC", "17/08/2024", "Ban Tổ chức Cuộc thi quận"),
    ("3276/KH-SGDĐT", "24/09/2024", "Sở Giáo dục và Đào tạo Hà Nội"),
    ("118/KH-PGDĐT", "30/09/2024", "Phòng Giáo dục và Đào tạo quận Hà Đông"),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the library. of: the original, for a double; number "" for a law by name."""

    number: str
    title: str
    day: dt.date | None
    issuer: str
    of: Paper | None = None

    @property
    def key(self) -> str:
        """By what citations find it."""
        return number_key(self.number) if self.number else law_key(self.title, self.year)

    def is_same(self, other: Paper) -> bool:
        """Whether `other` is this document, however its number is spelled."""
        mine, yours = (self.key, self.day, self.issuer), (other.key, other.day, other.issuer)
        return mine == yours and (self.of is None) == (other.of is None)

    @property
    def year(self) -> int | None:
        """The year of issue."""
        return self.day.year if self.day else None


def plan_papers() -> list[Paper]:
    """The eight documents that the plan of the school cites."""
    return [Paper(number, f"Kế hoạch {number}", _day(day), issuer) for number, day, issuer in PLAN]


def cited_paper(cited: Cited, citing: Truth) -> Paper | None:
    """What `cited` is; None when the table tells too little of it to make a document of."""
    day = _day(cited.day)
    numbers = list(find_printed_numbers(cited.name))
    if numbers:
        issuer = _issuer(numbers[0].symbol, citing)
        if day is None and numbers[0].year:
            day = dt.date(numbers[0].year, 6, 15)
        return Paper(cited.name, f"Văn bản {cited.name}", day, issuer) if issuer and day else None
    if _LAW.match(cited.name) and day and "sửa đổi" not in cited.name:
        return Paper("", cited.name, day, "Quốc hội")
    return None


def doubles(paper: Paper) -> list[Paper]:
    """The same number of another issuer on the same day, and of another year."""
    if paper.day is None:
        return []
    other_year = paper.day.replace(year=paper.day.year + 1, day=min(paper.day.day, 28))
    others = [replace(paper, day=other_year, of=paper)]
    return [*others, replace(paper, issuer=_another(paper.issuer), of=paper)]


def _another(issuer: str) -> str:
    """The same kind of body in another place; for a central body one of a province."""
    for kind in ("tỉnh", "thành phố", "quận", "phường"):
        head, found, _tail = issuer.partition(f" {kind} ")
        if found:
            return f"{head}{found}{'Thanh Xuân' if kind in {'quận', 'phường'} else 'Cà Mau'}"
    if fold(issuer).endswith("ha noi"):
        return f"{issuer[: -len('Hà Nội')]}Cà Mau"
    return "Ủy ban nhân dân tỉnh Cà Mau"


def _issuer(symbol: str, citing: Truth) -> str:
    if "QH" in symbol and "UBTVQH" not in symbol and symbol.startswith("QH"):
        return "Quốc hội"
    if "UBTVQH" in symbol:
        return "Ủy ban Thường vụ Quốc hội"
    parts = [part.upper().rstrip("0123456789") for part in re.split(r"[-/]", symbol)]
    body = next((_BODIES[part] for part in (*reversed(parts[1:]), *parts) if part in _BODIES), "")
    if "{place}" not in body:
        return body
    place = next(filter(None, map(_place_in, (citing.issuer, citing.parent_body))), "")
    return body.format(place=place) if place else ""


def _place_in(name: str) -> str:
    found = _PLACE.search(name)
    return found[1].strip() if found else ""


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    day, month, year = (int(part) for part in text.split("/"))
    return dt.date(year, month, day)
