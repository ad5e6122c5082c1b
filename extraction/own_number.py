"""The number and symbol that a document gives itself: "Số: 12/KH-UBND" and its spellings.

Form: Decree 30/2020/NĐ-CP, annex I, part II, 3; Guideline 36-HD/VPTW for the Party; older papers
have a bare "36/CP". What is to be filled in by hand is missing, and `printed` shows the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.fields import MISSING, Confidence, Field, Span, unsure
from extraction.lines import Line
from vietnamese import (
    NumberMatch,
    compact_number,
    document_type_abbreviated,
    find_printed_numbers,
    number_key,
)

_KINDS = r"(?:luật|bộ luật|nghị quyết|pháp lệnh|lệnh|nghị định|thông tư|quyết định|chỉ thị)"
_LABEL = re.compile(
    rf"(?:{_KINDS}\s+)?(?:số(?:\s*,?\s*ký\s+hiệu)?\s*[:.;,]?|s[óôồổỗộòõọo06][ˆ]?\s*[:;])\s*",
    re.IGNORECASE,
)
_PART = r"[^\W\d_][^\W_]*(?:[.&][^\W\d_][^\W_]*)*"
_LOOSE = re.compile(
    rf"(?P<digits>\d{{1,6}}\s?[a-zA-ZĐđ]?)(?P<dots>[\s.…_]*)[/-]\s*(?:(?P<year>(?:19|20)\d\d)\s*[/-]\s*)?"
    rf"(?P<symbol>{_PART}(?:\s?[-–/]\s?{_PART})*)"
)
_BLANK = re.compile(
    rf"[\s.…_·‥-]*(?:[/-]\s*(?:(?:19|20)\d\d\s*[/-]\s*)?(?P<symbol>{_PART}(?:\s?[-–/]\s?{_PART})*))?"
    r"[\s.…_·*-]*"
)
_BARE = re.compile(r"(\d{1,6}[a-zA-ZĐđ]?)[\s.]*(?!\S)")
_NEXT = re.compile(r"[\d/.…]")
_SYMBOL_LINE = re.compile(rf"/\s*{_PART}(?:\s?[-–/]\s?{_PART})*$")
# A running sentence that begins with "số" cites another document.
_SENTENCE = re.compile(
    r"\d\S*\s+(?:của|về|quy\s+định|ban\s+hành)\b|\sngày\s.{6,40}\s(?:của|về)\b", re.I
)
_FAR = 8
_NEAR = 6
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """The three fields of a header, and the number in its parts when it is whole.

    label: the place among the cells of the line "Số:"; None when the number stands without it.
    """

    number: Field[str] = MISSING
    key: Field[str] = MISSING
    symbol: Field[str] = MISSING
    match: NumberMatch | None = None
    label: int | None = None


def find_own_number(text: str, cells: Sequence[Line]) -> OwnNumber:
    """The number among `cells`, those above the title."""
    incomplete: OwnNumber | None = None
    for place, span in _labelled(text, cells):
        found = _read(text, span, place)
        if found and found.match:
            return found
        incomplete = incomplete or found
    return incomplete or _alone(cells)


def _labelled(text: str, cells: Sequence[Line]) -> Iterator[tuple[int, Span]]:
    """What stands behind each "Số:", in its line or, when that is empty, further on."""
    for place, cell in enumerate(cells):
        label = _LABEL.match(cell.text) if len(cell.text) <= _LONGEST else None
        if label is None:
            continue
        start, end = cell.start + label.end(), cell.end
        after = cells[place + 1] if place + 1 < len(cells) else None
        if cell.text[-1] in "-/–" and after and after.follows(cell):
            end = after.end
        if cell.text[label.end() :].strip(" .…_"):
            yield place, Span(start, _with_symbol(cells, place, start, end))
            continue
        rest = next((one for one in cells[place + 1 : place + _FAR] if _NEXT.match(one.text)), None)
        dots = Span(start if start < cell.end else cell.start, cell.end)
        yield place, Span(rest.start, rest.end) if rest else dots


def _with_symbol(cells: Sequence[Line], place: int, start: int, end: int) -> int:
    """Where the number ends when its symbol fell onto the next line: "Số: 542" / "/TB-UBND"."""
    cell = cells[place]
    after = cells[place + 1] if place + 1 < len(cells) else None
    is_bare = _BARE.fullmatch(cell.text[start - cell.start :].strip()) is not None
    if is_bare and after and after.start - end < _NEAR and _SYMBOL_LINE.match(after.text):
        return after.end
    return end


def _read(text: str, span: Span, label: int) -> OwnNumber | None:
    words = text[span.start : span.end]
    if _SENTENCE.search(words) or _is_running(text, span, words):
        return None
    if _LABEL.fullmatch(words):
        return OwnNumber(Field(span=span, printed=words.strip()), label=label)
    found = find_printed_numbers(f"số {words}")
    if found and found[0].start <= 3:
        return _whole(found[0], Span(span.start, span.start + found[0].end - 3), words, label)
    loose = _LOOSE.match(words)
    if loose:
        return _loosely(loose, span, label)
    blank = _BLANK.fullmatch(words)
    if blank:
        return _waiting(blank, span, label)
    bare = _BARE.match(words)
    if bare:
        where = Span(span.start, span.start + bare.end(1))
        key = number_key(bare[1])
        return OwnNumber(unsure(bare[1], where, bare[1]), unsure(key, where, bare[1]), label=label)
    return None


def _is_running(text: str, span: Span, words: str) -> bool:
    """Whether the line without a colon says more than a number: it is a sentence then."""
    begin = text.rfind("\n", 0, span.start) + 1
    label = text[begin : span.start]
    if ":" in label[-6:] or not label.strip():
        return False
    rest = words.split(maxsplit=1)[1:]
    is_place = bool(rest) and rest[0][0].isupper() and "ngày" in rest[0]
    is_name = bool(rest) and re.match(r"[-–/]", rest[0]) is not None
    return "số" in label[-8:] or (bool(rest) and not (is_place or is_name))


def _whole(found: NumberMatch, span: Span, words: str, label: int | None) -> OwnNumber:
    printed = words[: span.end - span.start]
    value = compact_number(found.printed)
    fields = (value, found.key, compact_number(found.symbol))
    after = words[span.end - span.start :][:1]
    is_unsure = (
        bool(after.strip(" ,.;:()*\n\t"))
        or label is None
        or "./" in "".join(found.printed.split())
        or found.is_misspelt
    )
    confidence = Confidence.UNSURE if is_unsure else Confidence.SURE
    one, two, three = (Field(field, confidence, span, printed) for field in fields)
    return OwnNumber(one, two, three, found, label)


def _loosely(match: re.Match[str], span: Span, label: int) -> OwnNumber:
    """A number with blanks or dots in it, or whose capitals were lost: it needs a look."""
    symbol = _with_capitals(compact_number(match["symbol"].replace("–", "-")))
    sign = match[0][match.end("dots") - match.start()]
    year = f"{match['year']}/" if match["year"] else ""
    value = f"{compact_number(match['digits'])}{sign}{year}{symbol}"
    where = Span(span.start, span.start + match.end())
    found = find_printed_numbers(f"số {value}")
    whole = next((one for one in found if one.printed == value), None)
    one, two, three = (
        unsure(field, where, match[0]) for field in (value, number_key(value), symbol)
    )
    return OwnNumber(one, two, three, whole, label)


def _with_capitals(symbol: str) -> str:
    """A symbol all in small letters as it was before its capitals were lost."""
    if not symbol.islower():
        return symbol
    kind = document_type_abbreviated(symbol.split("-")[0])
    first = kind.abbreviation if kind else symbol.split("-")[0].upper()
    rest = [part.upper().replace("TTG", "TTg") for part in symbol.split("-")[1:]]
    return "-".join([first, *rest])


def _waiting(match: re.Match[str], span: Span, label: int) -> OwnNumber:
    """A form to be filled in: the symbol may be there."""
    printed = " ".join(match[0].split())
    known: Field[str] = MISSING
    if match["symbol"]:
        known = unsure(compact_number(match["symbol"]), span, printed)
    return OwnNumber(Field(span=span, printed=printed), MISSING, known, None, label)


def _alone(cells: Sequence[Line]) -> OwnNumber:
    """A number that is all of its line."""
    for cell in cells:
        for found in find_printed_numbers(cell.text) if len(cell.text) <= _LONGEST else ():
            rest = cell.text[: found.start] + cell.text[found.end :]
            if not rest.strip(" \t():.-"):
                span = Span(cell.start + found.start, cell.start + found.end)
                return _whole(found, span, found.printed, None)
    return OwnNumber()
