"""Numbers of documents as people type them: `4552 kh sgddt`, `ND 98/2023`, `nghị định 98`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vietnamese.document_types import (
    DocumentType,
    document_type_abbreviated,
    document_types,
)
from vietnamese.fold import fold
from vietnamese.letters import plain_signs
from vietnamese.numbers import NumberFamily, NumberMatch, number_key
from vietnamese.tokens import tokenize

_NUMBER = re.compile(r"\d{1,6}[a-z]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GLUED = re.compile(r"(\d{1,6})([a-z]{2,}\d*)")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
# A number after one of these words counts something else.
_COUNTS = {"nam", "thang", "ngai", "ngay", "khoan", "dieu", "diem", "chuong", "muc", "phan", "qui"}
# What a number counts when it stands right before: "báo cáo 6 tháng", "3 CSTĐ cơ sở". A unit of
# time that a number follows is a date: "quyết định 47 ngày 5/2/2025".
_TIMES = {"nam", "thang", "ngay", "tuan", "gio", "lan"}
_COUNTED = _TIMES | {
    "cstd",
    "cstdcs",
    "ldtt",
    "skkn",
    "ngut",
    "ngnd",
    "gvg",
    "gvdg",
    "cbql",
    "cbgv",
}
_LONGEST_NAME = 4
# Abbreviations of bodies that a syllable could be spelled as: the health offices; Party committees
# of a province or town, a district, an organization, an urban district.
_HEALTH = {"byt", "syt"}
_COMMITTEES = {"tu", "hu", "du", "qu"}
# What papers of before 2002 have after the slash: 36/CP, 327/TTg, 176/HĐBT.
_OLD_SYMBOLS = {"cp", "ttg", "hdbt"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word with the sign before it: "" when glued, " " for mere space, else the signs.

    is_upper: it was typed in capitals; is_apart: a blank stands before the sign.
    """

    start: int
    end: int
    word: str
    sign: str
    is_upper: bool
    is_apart: bool = False

    @property
    def is_joined(self) -> bool:
        return self.sign in {"", "/", "-", ".", "&", "./"}

    @property
    def is_near(self) -> bool:
        return self.is_joined or self.sign == " "

    @property
    def is_letters(self) -> bool:
        """Whether it can only be an abbreviation: no syllable of Vietnamese reads so."""
        letters = self.word.rstrip("0123456789")
        is_syllable = _SYLLABLE.fullmatch(letters) and letters not in _HEALTH
        return letters.isalpha() and not is_syllable and len(letters) > 1

    @property
    def is_symbol(self) -> bool:
        """Whether it goes on with a symbol across a blank; "12/QC -họp" leaves a word out."""
        return self.is_letters or self.is_upper or self.word in _COMMITTEES

    @property
    def is_letter(self) -> bool:
        return len(self.word) == 1 and self.word.isalpha()


def find_numbers(text: str) -> list[NumberMatch]:
    """Document numbers in what somebody typed, in order, with places in `text` as given.

    Accepts any separator or none but space, any case, D for Đ, and type words with a bare number
    (family PARTIAL). Meant for queries: in running text use `find_printed_numbers`.
    """
    pieces = _pieces(text)
    found: list[NumberMatch] = []
    place = 0
    while place < len(pieces):
        match = _match_at(text, pieces, place)
        if match:
            found.append(match)
            place = next((i for i, p in enumerate(pieces) if p.start >= match.end), len(pieces))
        else:
            place += 1
    return found


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = 0
    for token in tokenize(text):
        gap = plain_signs(text[end : token.start])
        sign = "".join(gap.split()) or " "
        is_apart = sign != " " and gap[:1].isspace()
        is_upper = text[token.start : token.end].isupper()
        middle = token.start + _length_of_number(token.folded)
        if token.start < middle < token.end:
            number, symbol = text[token.start : middle], text[middle : token.end]
            pieces.append(_Piece(token.start, middle, fold(number), sign, is_upper, is_apart))
            pieces.append(_Piece(middle, token.end, fold(symbol), "", is_upper))
        else:
            pieces.append(_Piece(token.start, token.end, token.folded, sign, is_upper, is_apart))
        end = token.end
    return pieces


def _length_of_number(word: str) -> int:
    """How many letters of `word` are a number with a symbol glued to it: 4 of 4552kh, else 0."""
    glued = _GLUED.fullmatch(word)
    if not glued:
        return 0
    digits, letters = glued.groups()
    if document_type_abbreviated(letters):
        return len(digits)
    if letters[1:] == "qd":
        return len(digits) + 1  # 3176B/QĐ-SYT; other letters before a type are a body: BTC, BCT
    return len(digits) if len(letters) > 2 or letters in _OLD_SYMBOLS else 0


def _match_at(text: str, pieces: list[_Piece], place: int) -> NumberMatch | None:
    if not _NUMBER.fullmatch(pieces[place].word) or _counts(pieces, place):
        return None
    after = place + 1
    year = None
    if after < len(pieces) and pieces[after].is_near and _YEAR.fullmatch(pieces[after].word):
        year = int(pieces[after].word)
        after += 1
    end, kind = _end_of_symbol(pieces, after)
    is_counted = place > 0 and pieces[place - 1].word in _COUNTS
    is_year = kind is None and _YEAR.fullmatch(pieces[place].word)
    if end > after and not ((is_counted or is_year) and pieces[after].sign == " "):
        return _full(text, pieces, place, after, end, year, kind)
    return _partial(text, pieces, place, after, year)


def _counts(pieces: list[_Piece], place: int) -> bool:
    following = pieces[place + 1 : place + 3]
    if not following or following[0].sign != " " or following[0].word not in _COUNTED:
        return False
    return not (len(following) > 1 and following[1].word.isdecimal())


def _end_of_symbol(pieces: list[_Piece], start: int) -> tuple[int, DocumentType | None]:
    """Where the symbol that starts at `start` ends (`start` itself when there is none)."""
    if start >= len(pieces) or not pieces[start].is_near:
        return start, None
    first = pieces[start]
    kind = document_type_abbreviated(first.word)
    end = start + 1
    while end < len(pieces) and _goes_on(pieces, start, end):
        end += 1
    if first.word.startswith(("qh", "ubtvqh")) and first.word[-1].isdecimal():
        return end, kind
    if end == start + 1:
        return (end, kind) if first.word in _OLD_SYMBOLS else (start, None)
    if kind and (first.is_joined or first.is_letters or first.is_upper):
        return end, kind
    is_printed = first.sign == "/" and pieces[start + 1].sign == "-"
    is_dispatch = is_printed or (first.is_letters and len(first.word) > 2)
    return (end, None) if is_dispatch else (start, None)


def _goes_on(pieces: list[_Piece], start: int, place: int) -> bool:
    """Whether the piece at `place` belongs to the symbol; blanks end one that signs hold."""
    piece, before = pieces[place], pieces[place - 1]
    if piece.is_joined:
        return not piece.is_apart or piece.is_symbol
    if piece.sign != " ":
        return False
    if before.word.endswith("gd") and piece.word == "dt":
        return True
    if place > start + 1 and before.sign in {"/", "-"}:
        return False
    return piece.is_letters or _is_last(pieces, place)


def _is_last(pieces: list[_Piece], place: int) -> bool:
    """Whether a short symbol ends the text here: the TU of "34 CTr TU", the V I of "9 VPCP V I"."""
    rest = pieces[place:]
    if len(rest) == 1 and rest[0].word in _COMMITTEES:
        return document_type_abbreviated(pieces[place - 1].word) is not None
    before = pieces[place - 1]
    return (
        len(rest) <= 2
        and all(piece.is_letter for piece in rest)
        and (before.is_letters or before.is_letter)
    )


def _full(
    text: str,
    pieces: list[_Piece],
    place: int,
    symbol: int,
    end: int,
    year: int | None,
    kind: DocumentType | None,
) -> NumberMatch:
    first, last = pieces[place], pieces[end - 1]
    is_party = pieces[symbol].sign == "-" and end > symbol + 1 and pieces[symbol + 1].sign == "/"
    family = NumberFamily.PARTY if is_party else NumberFamily.ADMINISTRATIVE
    printed = text[first.start : last.end]
    parts = (f"{_between(piece)}{text[piece.start : piece.end]}" for piece in pieces[place:end])
    return NumberMatch(
        first.start,
        last.end,
        printed,
        number_key("".join(parts)),
        NumberFamily.NORMATIVE if year else family,
        text[first.start : first.end],
        year,
        text[pieces[symbol].start : last.end],
        kind,
    )


def _between(piece: _Piece) -> str:
    return "&" if piece.sign == "&" else " "


def _partial(
    text: str, pieces: list[_Piece], place: int, after: int, year: int | None
) -> NumberMatch | None:
    """A bare number with its type before it ("nghị định 98") or after it ("98/2023/NĐ")."""
    start, kind, symbol = place, None, ""
    if after < len(pieces) and pieces[after].is_near and pieces[after].is_letters:
        kind = document_type_abbreviated(pieces[after].word)
    if kind:
        symbol = text[pieces[after].start : pieces[after].end]
        after += 1
    else:
        start, kind = _type_before(pieces, place)
    is_numbered = year or symbol or (place and pieces[place - 1].word == "so")
    is_year = _YEAR.fullmatch(pieces[place].word) and not is_numbered
    if kind is None or not kind.abbreviation or is_year:
        return None
    number = text[pieces[place].start : pieces[place].end]
    end = pieces[after - 1].end
    parts = [number, *([str(year)] if year else []), kind.abbreviation]
    return NumberMatch(
        pieces[start].start,
        end,
        text[pieces[start].start : end],
        number_key(" ".join(parts)),
        NumberFamily.PARTIAL,
        number,
        year,
        symbol,
        kind,
    )


@cache
def _types_by_words() -> dict[tuple[str, ...], DocumentType]:
    return {tuple(fold(kind.name).split()): kind for kind in document_types()}


def _type_before(pieces: list[_Piece], place: int) -> tuple[int, DocumentType | None]:
    """Where the words of a type begin that stand right before `place`, "số" between allowed."""
    end = place - 1 if place and pieces[place - 1].word == "so" else place
    for start in range(max(0, end - _LONGEST_NAME), end):
        words = tuple(piece.word for piece in pieces[start:end])
        if words in _types_by_words():
            return start, _types_by_words()[words]
    if end and pieces[end - 1].is_letters:
        return end - 1, document_type_abbreviated(pieces[end - 1].word)
    return place, None
