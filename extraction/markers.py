"""How a provision announces itself at the start of a line.

Parts, chapters, sections, articles, clauses and points: Decree 30/2020/ND-CP, annex I; plans and
reports number with I., 1., 1.1., a) instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """Kinds of provisions, outermost first: those of legal texts, then those of plans."""

    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    ROMAN = "roman"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line.

    label: as printed ("Điều 23", "1.", "a)"); number: the counting part ("23", "1", "a");
    level: how deep, 0 outermost; rest: where the words after it begin, counted from the marker.
    """

    kind: NodeKind
    label: str
    number: str
    level: int
    rest: int


_ORDINAL = r"THỨ\s+\w+|[IVXLC]+|\d{1,2}|[A-H]"
_LEGAL = re.compile(
    rf"""
      (?P<part>PHẦN\s+(?P<part_n>{_ORDINAL}))(?:\s*[.:\-–]\s*|\s*$)
    | (?P<chapter>CHƯƠNG\s+(?P<chapter_n>[IVXLC]+|\d{{1,3}}))(?:\s*[.:\-–]\s*|\s*$)
    | (?P<section>(?P<sub>TIỂU\s+)?MỤC\s+(?P<section_n>[IVXLC]+|\d{{1,2}}))(?:\s*[.:\-–]\s*|\s*$)
    | (?P<article>ĐIỀU\s+(?P<article_n>\d{{1,4}}[a-zđ]?))(?:\s*[.:]\s*|\s*$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Older papers write "1/", "1-" and "a/", and some leave out the blank: "1.Mục đích".
_CAPITAL = "(?=[A-ZĐÀ-Ỹ])"
_CLAUSE = re.compile(
    r"""(?P<label>(?P<n>\d{1,3}[a-zđ]?)(?:
      \.(?=\s|$|[“"]|[A-ZĐÀ-Ỹ][a-zà-ỹđ]) | [/-](?=\s*[A-ZĐÀ-Ỹ][a-zà-ỹđ]))
    )\s*(?=\D|$|\d{1,3}\s)""",
    re.VERBOSE,
)
_POINT = re.compile(rf"(?P<label>(?P<n>[a-zđ]{{1,2}})(?:\)|/(?=\s*{_CAPITAL})))\s*")
# Capitals and small letters alternate in Unicode: no range holds the small ones alone.
_SMALL = "".join(letter for letter in map(chr, range(0x1EFA)) if letter.islower())
_LETTERED_PART = re.compile(rf"(?P<label>(?P<n>[A-H])[.)])\s+(?=[^{_SMALL}]{{4}})")
_ROMAN = re.compile(r"(?P<label>(?P<n>[IVX]{1,5})\s?(?:[.)\-]|/(?!v)))\s*(?=\S)")
_NUMBER = re.compile(
    r"""(?P<label>(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})(?:
      [.)](?=\s+(?:[^\W\d_]|[“"(])|[A-ZĐÀ-Ỹ][a-zà-ỹđ]) | [/-](?=\s*[A-ZĐÀ-Ỹ][a-zà-ỹđ])
      | (?=\s+(?:[^\W\d_]|[“"(])))
    )\s*""",
    re.VERBOSE,
)
_LETTER = re.compile(rf"(?P<label>(?P<n>[a-zđ])(?:[.)](?=\s)|/(?=\s*{_CAPITAL})))\s*")
_ANNEX = re.compile(r"(?P<label>PHỤ\s+LỤC(?:\s+(?P<n>SỐ\s+\d+|\d{1,2}|[IVX]+)\b)?)\s*[.:]?\s*")
_FORM = re.compile(r"(?P<label>MẪU\s+(?:SỐ\s+)?(?P<n>\d{1,2}[a-z]?))\s*[.:]?\s*$", re.IGNORECASE)

_LEVELS = {"part": 1, "chapter": 2, "section": 3, "article": 5}
_CLAUSE_LEVEL, _POINT_LEVEL = 6, 7
_LETTER_LEVEL = 9


def legal_marker(line: str) -> Marker | None:
    """The marker of a legal text that `line` starts with, if any."""
    match = _LEGAL.match(line)
    if match:
        kind = next(name for name in _LEVELS if match[name])
        level = _LEVELS[kind] + (1 if kind == "section" and match["sub"] else 0)
        label = " ".join(match[kind].split())
        return Marker(NodeKind(kind), label, match[f"{kind}_n"], level, match.end())
    return _simple(_CLAUSE, NodeKind.CLAUSE, _CLAUSE_LEVEL, line) or _simple(
        _POINT, NodeKind.POINT, _POINT_LEVEL, line
    )


def plan_marker(line: str) -> Marker | None:
    """The marker of a plan or report that `line` starts with, if any."""
    numbered = _NUMBER.match(line)
    if numbered and (numbered["label"][-1] in ".)/-" or "." in numbered["n"]):
        level = 3 + numbered["n"].count(".")
        return Marker(NodeKind.NUMBER, numbered["label"], numbered["n"], level, numbered.end())
    match = _LEGAL.match(line)
    if match and match["part"]:
        label = " ".join(match["part"].split())
        return Marker(NodeKind.PART, label, match["part_n"], 1, match.end())
    return (
        _simple(_LETTERED_PART, NodeKind.PART, 1, line)
        or _simple(_ROMAN, NodeKind.ROMAN, 2, line)
        or _simple(_LETTER, NodeKind.LETTER, _LETTER_LEVEL, line)
    )


def annex_marker(line: str) -> Marker | None:
    """The heading of an annex (in capitals) or of a form ("Mẫu số 01", alone on its line)."""
    match = _FORM.match(line) or (_ANNEX.match(line) if line.isupper() else None)
    if not match:
        return None
    label = " ".join(match["label"].split())
    return Marker(NodeKind.ANNEX, label, match["n"] or "", 0, match.end())


def _simple(pattern: re.Pattern[str], kind: NodeKind, level: int, line: str) -> Marker | None:
    match = pattern.match(line)
    return Marker(kind, match["label"], match["n"], level, match.end()) if match else None
