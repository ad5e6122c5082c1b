"""How a document and its provisions are cited: "điểm a khoản 1 Điều 23 Luật ... số 06/2022/QH15".

The order is from the inside out, with a capital for Phần, Chương, Mục, Tiểu mục and Điều: Decree
30/2020/ND-CP, annex II, V.7. A document is named by type, number, day, issuer and abstract; a law
by type and name (annex I, part II, 6b), here with its number, by which it is found. Plain Python.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from regulations.printed_day import day_in_words
from vietnamese import nfc
from vietnamese.proper_names import body_name

NAMED_TYPES = frozenset({"constitution", "code", "law", "ordinance"})
_ABOUT = re.compile(r"(?:về|v/v)\b[\s:]*(?:việc\s+)?", re.IGNORECASE)
# An abstract that says what the document does follows its name at once: "quy định chi tiết ...".
_DOES = re.compile(
    r"(?:về|v/v|quy định|quy chế|ban hành|hướng dẫn|sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|"
    r"phê duyệt|công nhận|công bố|phân công|phân cấp|giao|thành lập|kiện toàn|điều chỉnh|cử|"
    r"tặng|khen thưởng|triển khai|thực hiện|tổ chức|phát động|tổng kết|sơ kết|cho|thu hồi|hủy)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:điều|khoản|điểm|mục|chương|tiểu mục)\s+", re.IGNORECASE)
_WORDS = {
    "article": "Điều",
    "clause": "khoản",
    "point": "điểm",
    "number": "khoản",
    "letter": "điểm",
    "roman": "Mục",
}
_ROMAN = re.compile(r"[IVXLC]+")
_OWN_NAMES = re.compile(r"(?:phụ lục|mẫu|biểu|danh mục)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """What names a document.

    type_code: of `DocumentType`; type_name: in Vietnamese, "Nghị định"; issuer: as printed or as
    in the register; title: what names it when all else is missing.
    """

    type_code: str
    type_name: str
    number: str = ""
    issued_on: dt.date | None = None
    issuer: str = ""
    abstract: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A provision: its kind (`Provision.Kind`), its label as printed ("Điều 23", "1.", "a)")."""

    kind: str
    label: str


def document_citation(cited: Cited) -> str:
    """ "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"."""
    number = f" số {cited.number}" if cited.number else ""
    if cited.type_code in NAMED_TYPES:
        return _law_name(cited) + number
    if not (cited.number or cited.issued_on):
        return _one_line(cited.title) or cited.type_name
    name = cited.type_name
    day = f" {day_in_words(cited.issued_on)}" if cited.issued_on else ""
    issuer = f" của {body_name(cited.issuer)}" if cited.issuer else ""
    return f"{name}{number}{day}{issuer}{_about(cited)}"


def standard_citation(steps: Sequence[Step], cited: Cited) -> str:
    """The provision that `steps` lead to, outermost first, with its document."""
    is_annexed = any(step.kind == "annex" for step in steps)
    return cite_in(provision_words(steps), document_citation(cited), is_annexed)


def cite_in(words: str, document: str, is_annexed: bool = False) -> str:
    """The words for a provision and the citation of its document, put together."""
    link = " ban hành kèm theo " if is_annexed else " "
    return f"{words}{link}{document}" if words else document


def provision_words(steps: Sequence[Step]) -> str:
    """ "điểm a khoản 1 Điều 23": from the inside out; "" for no steps."""
    words = annex = ""
    for step in steps:
        words = words_within(step, words, annex)
        annex = words if step.kind == "annex" else annex
    return words


def words_within(step: Step, around: str, annex: str) -> str:
    """The words for `step` inside what `around` names; articles are numbered through an annex."""
    outer = annex if step.kind == "article" else around
    return f"{step_words(step)} {outer}".rstrip()


def step_words(step: Step) -> str:
    """One step alone: "Điều 23", "khoản 1", "Chương II"."""
    return _words_of(step.kind, step.label)


# A law repeats "1." and "a)" some hundred times.
@lru_cache(maxsize=2048)
def _words_of(kind: str, label: str) -> str:
    label = " ".join(nfc(label).split()).rstrip(".):/- ")
    if kind == "annex":
        return _annex_name(label)
    word = _WORDS.get(kind)
    return f"{word} {_LABEL.sub('', label)}" if word else _outer_name(label)


def _outer_name(label: str) -> str:
    """ "Chương II", "Phần thứ nhất", however the document sets it in capitals."""
    word, _, number = label.partition(" ")
    number = number if _ROMAN.fullmatch(number) else number.lower()
    return f"{word.capitalize()} {number}".strip()


def _annex_name(label: str) -> str:
    """ "Phụ lục II", "Quy chế": with one capital, a Roman number as it is."""
    own = _OWN_NAMES.match(label)
    if own:
        return f"{own[0].capitalize()}{label[own.end() :]}"
    return label.capitalize() if label.isupper() else label


def _law_name(cited: Cited) -> str:
    """ "Luật Thi đua, khen thưởng": type and name, each with a capital."""
    name = _one_line(cited.abstract) or _one_line(cited.title)
    name = re.sub(rf"^{re.escape(cited.type_name)}\s+", "", name, flags=re.IGNORECASE)
    if cited.number:
        name = re.sub(rf"\s*(?:số\s+)?{re.escape(cited.number)}\s*$", "", name)
    if name.isupper():
        name = name.lower()
    return f"{cited.type_name} {name[:1].upper()}{name[1:]}".strip()


def _about(cited: Cited) -> str:
    """What it is about, as the end of a sentence: " về công tác văn thư"."""
    abstract = _one_line(cited.abstract).rstrip(" .;")
    if not abstract:
        return ""
    if abstract.isupper():
        abstract = abstract.capitalize()
    joins = bool(_DOES.match(abstract))
    abstract = re.sub(r"^v/v:?\s*", "về việc ", abstract, flags=re.IGNORECASE)
    abstract = re.sub(r"^về việc (?:về )?việc ", "về việc ", abstract, flags=re.IGNORECASE)
    return f" {_lowered(abstract)}" if joins else f" về {_lowered(abstract)}"


def _lowered(text: str) -> str:
    """Without the capital that began it; a proper name ("Luật Thi đua") keeps its own."""
    first, _, rest = text.partition(" ")
    is_plain = rest[:1].islower() and first[1:].islower()
    return text[:1].lower() + text[1:] if is_plain or _ABOUT.match(text) else text


def _one_line(text: str) -> str:
    return " ".join(nfc(text or "").split())
