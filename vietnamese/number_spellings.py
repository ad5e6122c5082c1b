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
_GLUED = re.compile(r"(\d{1,6})([a-z]{2,})")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
# A number after one of these words counts something else.
_COUNTS = {"nam", "thang", "ngai", "ngay", "khoan", "dieu", "diem", "chuong", "muc", "phan", "quy"}
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word with the sign before it: "" at the start, " " for mere space, else the signs."""

    start: int
    end: int
    word: str
    sign: str

    @property
    def is_joined(self) -> bool:
        return self.sign in {"/", "-", ".", "&", "./"}

    @property
    def is_near(self) -> bool:
        return self.is_joined or self.sign == " "

    @property
    def is_letters(self) -> bool:
        """Whether it can only be an abbreviation: no syllable of Vietnamese reads so."""
        return self.word.isalpha() and not _SYLLABLE.fullmatch(self.word) and len(self.word) > 1


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
        sign = "".join(gap.split()) or " " if pieces else ""
        glued = _GLUED.fullmatch(token.folded)
        if glued and document_type_abbreviated(glued[2]):
            middle = token.start + len(glued[1])
            pieces.append(_Piece(token.start, middle, glued[1], sign))
            pieces.append(_Piece(middle, token.end, glued[2], " "))
        else:
            pieces.append(_Piece(token.start, token.end, token.folded, sign))
        end = token.end
    return pieces


def _match_at(text: str, pieces: list[_Piece], place: int) -> NumberMatch | None:
    if not _NUMBER.fullmatch(pieces[place].word):
        return None
    after = place + 1
    year = None
    if after < len(pieces) and pieces[after].is_near and _YEAR.fullmatch(pieces[after].word):
        year = int(pieces[after].word)
        after += 1
    end, kind = _end_of_symbol(pieces, after)
    is_counted = place > 0 and pieces[place - 1].word in _COUNTS
    if end > after and not (is_counted and pieces[after].sign == " "):
        return _full(text, pieces, place, after, end, year, kind)
    return _partial(text, pieces, place, after, year)


def _end_of_symbol(pieces: list[_Piece], start: int) -> tuple[int, DocumentType | None]:
    """Where the symbol that starts at `start` ends (`start` itself when there is none)."""
    if start >= len(pieces) or not pieces[start].is_near:
        return start, None
    first = pieces[start]
    kind = document_type_abbreviated(first.word)
    end = start + 1
    while end < len(pieces) and _goes_on(pieces[end]):
        end += 1
    is_statute = first.word.startswith(("qh", "ubtvqh")) and first.word[-1].isdecimal()
    if is_statute or (kind and end > start + 1 and (first.is_joined or first.is_letters)):
        return end, kind
    is_dispatch = end > start + 1 and first.is_letters and len(first.word) > 2
    return (end, None) if is_dispatch else (start, None)


def _goes_on(piece: _Piece) -> bool:
    return piece.is_joined or (piece.sign == " " and piece.is_letters)


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
    return NumberMatch(
        first.start,
        last.end,
        printed,
        number_key(printed),
        NumberFamily.NORMATIVE if year else family,
        text[first.start : first.end],
        year,
        text[pieces[symbol].start : last.end],
        kind,
    )


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
    if kind is None or not kind.abbreviation:
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
