"""Numbers of documents: how they are printed, and one key for every way to type them.

Three families (Decree 30/2020/ND-CP, annex I and III; Guideline 36-HD/VPTW for the Party):
normative `152/2025/NĐ-CP`, administrative `4552/KH-SGDĐT`, Party `137-KL/TW`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from vietnamese.document_types import DocumentType, document_type_abbreviated
from vietnamese.letters import plain_signs, without_marks

_UPPER = "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_PART = rf"[A-Z{_UPPER}][^\W_]*(?:[.&][A-Z{_UPPER}][^\W_]*)*"
# A number may break after its hyphen, at the end of a line: the next part is then in capitals.
_NEXT = rf"(?:[-–/]{_PART}|[-–]\s{{1,2}}[A-Z{_UPPER}]{{2,}}(?![^\W_]))"
# Blanks on both sides of the hyphen only after a type: "24/2000/NĐ - CP", "2346/HD  -  ĐHM".
_SPACED = (
    rf"(?:NĐ|QĐ|TT|NQ|CT|KH|HD|TB|BC|TTr|CTr|KL|QC|TTLT|PL|L|KHLT|HDLT|BB|CĐ|PA|ĐA)\s{{1,2}}[-–]\s{{0,2}}"
    rf"[A-Z{_UPPER}]{{2,}}[^\W_]*(?:[.&][A-Z{_UPPER}][^\W_]*)*{_NEXT}*"
)
_SYMBOL = rf"(?:{_SPACED}|{_PART}{_NEXT}*)"
_TYPED = rf"(?:{_SPACED}|{_PART}{_NEXT}+)"
_AFTER_WORD = r"(?:(?<=[sS]ố\s)|(?<=[sS]ố:\s)|(?<=định\s)|(?<=lệnh\s))"
_PARTY_TYPES = "NQ|CT|KL|QĐ|QyĐ|HD|TB|BC|KH|CV|TTr|BS|CTr|QC|TT|TC|ĐA"
_PRINTED = re.compile(
    rf"""(?<![\w/&.-])(?:
      (?P<n1>\d{{1,5}}(?:\.\d{{1,2}})?[a-zA-Z]?)\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<s1>{_SYMBOL})
    | (?P<n2>\d{{1,6}}[a-zA-Z]?)\.?\s?/\s?(?P<s2>{_TYPED})
    | (?P<n3>\d{{1,5}}[a-zA-Z]?)\s?-\s?(?P<s3>(?:{_PARTY_TYPES})\s?/\s?{_PART}(?:[-/]{_PART})*)
    | {_AFTER_WORD}(?P<n4>\d{{1,5}})/(?P<s4>(?=[A-Z{_UPPER}]{{2}}){_PART})
    | (?<=[sS]ố\s)(?P<n5>\d{{1,5}}[a-zA-Z]?)\s?-\s?
      (?P<s5>[A-Z{_UPPER}]{{2,}}[^\W_]*/{_PART}(?:[-/]{_PART})*)
    | (?<=[sS]ố\s)(?P<n7>\d{{1,5}})\s(?P<s7>(?:{_PARTY_TYPES})/{_PART}(?:[-/]{_PART})*)
    | (?<=[sS]ố\s)(?P<n6>\d{{1,6}}[a-zA-Z]?)/(?P<s6>\d{{1,6}}{_PART}{_NEXT}+)
    )""",
    re.VERBOSE,
)
# The Youth Union parts number and type by a blank: "84 QĐ/TWĐTN".
_YOUTH = re.compile(rf"^(\d{{1,5}})\s+(?=(?:{_PARTY_TYPES})/)")
_DOTS = re.compile(r"\.+(?=/)")
_KEY_PART = re.compile(r"[a-z0-9]+")
_GLUED = re.compile(r"(\d+)([a-z]{2,})")


class NumberFamily(StrEnum):
    """How a number is built; PARTIAL when only a type and a number (and year) are given."""

    NORMATIVE = "normative"
    ADMINISTRATIVE = "administrative"
    PARTY = "party"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number found in a text.

    printed: `text[start:end]`; key: see `fold_number`; number: the digits (and letter) as printed;
    year: of normative numbers; symbol: what follows, as printed ("KH-SGDĐT"); document_type: what
    the symbol (or, when partial, the word before) says; None for a dispatch and when unknown.
    """

    start: int
    end: int
    printed: str
    key: str
    family: NumberFamily
    number: str
    year: int | None
    symbol: str
    document_type: DocumentType | None

    @property
    def is_misspelt(self) -> bool:
        """Whether signs are missing or too many, as in 18/20202QĐ-UBND: a person must look."""
        return self.symbol[:1].isdecimal()

    @property
    def issuer_symbol(self) -> str:
        """The part of the symbol that stands for the issuing body: "SGDĐT" of "KH-SGDĐT"."""
        if self.document_type is None:
            return self.symbol
        return re.split(r"[-/]\s?", self.symbol, maxsplit=1)[-1] if self.symbol else ""

    def moved(self, offset: int) -> NumberMatch:
        """The same number, found `offset` letters further on."""
        return replace(self, start=self.start + offset, end=self.end + offset)

    def matches(self, key: str) -> bool:
        """Whether `key` (of a document) is this number, or begins as this partial one does."""
        if self.family is not NumberFamily.PARTIAL:
            return key == self.key
        wanted, parts = self.key.split("-"), key.split("-")
        kind = wanted.pop()
        return parts[: len(wanted)] == wanted and any(
            part.rstrip("0123456789") == kind for part in parts[len(wanted) :]
        )


def number_key(printed: str) -> str:
    """The key of a number that stands alone: its parts folded, joined by hyphens, & dropped."""
    plain = without_marks(plain_signs(printed)).lower().replace("&", "")
    parts: list[str] = []
    for part in _KEY_PART.findall(_GLUED.sub(r"\1 \2", plain)):
        if part == "dt" and parts and parts[-1].endswith("gd"):
            parts[-1] += part  # GD-ĐT, GD ĐT
        elif part != "so" or parts:
            parts.append((part.lstrip("0") or "0") if part.isdecimal() else part)
    return "-".join(parts)


def compact_number(printed: str) -> str:
    """A number or symbol without blanks and dots that crept in: "144 /2002/BTC", "5./QĐ- MN"."""
    words = _YOUTH.sub(r"\1_", printed.strip())
    return _DOTS.sub("", "".join(words.split()).replace("–", "-")).replace("_", " ")


def find_printed_numbers(text: str) -> list[NumberMatch]:
    """The numbers of `text` (composed letters) that are written as documents print them."""
    return list(map(_printed_match, _PRINTED.finditer(text)))


def _printed_match(match: re.Match[str]) -> NumberMatch:
    place = next(place for place in "1234567" if match[f"n{place}"])
    symbol = match[f"s{place}"]
    family = {"1": NumberFamily.NORMATIVE, "3": NumberFamily.PARTY}.get(
        place, NumberFamily.ADMINISTRATIVE
    )
    return NumberMatch(
        match.start(),
        match.end(),
        match[0],
        number_key(match[0]),
        family,
        match[f"n{place}"],
        int(match["year"]) if match["year"] else None,
        symbol,
        type_of_symbol(symbol),
    )


@cache
def type_of_symbol(symbol: str) -> DocumentType | None:
    """The document type that a symbol begins with: plan for "KH-SGDĐT", none for a dispatch."""
    return document_type_abbreviated(re.split(r"[-/.]", symbol, maxsplit=1)[0].strip())


def fold_number(text: str) -> str:
    """The key of a document number, the same for any spelling; "" when there is nothing to key.

    `4552/KH-SGDĐT`, `4552/kh-sgddt`, `4552 KH SGD&ĐT` and `Kế hoạch số 4552/KH-SGDĐT` all give
    "4552-kh-sgddt". Text that holds no recognisable number is keyed as it stands.
    """
    found = find_printed_numbers(plain_signs(text))
    return found[0].key if found else number_key(text)
