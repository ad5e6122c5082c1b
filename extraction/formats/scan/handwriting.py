"""Number, day and month that were written by hand: found by their ink, never guessed.

Print stands on the line and is as high as the print beside it; a hand is not so exact, and its
pen often has a colour. What Tesseract reads in handwriting is wrong more often than right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from extraction.formats.scan.blanks import Part, date_parts, number_parts
from extraction.formats.scan.cleaning import Clean
from extraction.formats.scan.ink import has_ink
from extraction.formats.scan.print import typed_digits
from extraction.formats.scan.tesseract import Letter, Seen, see_letters

DOTS = "……"
_LABEL_LETTER = re.compile(r"[Ss][^\W\d]?")
_MARGIN = 8  # pixels around a line
_END = re.compile(r"[^\w)]+$")
_HEAD = 0.4  # share of a page in which its head stands
_MOTTO = re.compile(r"CỘNG|Độc|lập\b|Hạnh|ĐẢNG", re.IGNORECASE)
_NEAR = 12  # lines below the motto
_WIDE, _APART = 180, 45  # pixels: what stands apart from a number belongs to the other column
_SYMBOL = re.compile(r"[A-ZĐÐ]{2}")

Line = list[Seen]
Parts = Callable[[str], list[Part]]


def with_blanks(lines: Sequence[Line], clean: Clean) -> list[Line]:
    """The lines of a page; in its head, what was written by hand became dots that are doubtful."""
    motto = _motto(lines, clean.grey.height)
    if motto is None:
        return list(lines)
    place, height = motto, _HEAD * clean.grey.height
    return [
        _line(line, clean) if place < number <= place + _NEAR and line[0].top < height else line
        for number, line in enumerate(lines)
    ]


def _motto(lines: Sequence[Line], height: int) -> int | None:
    for place, line in enumerate(lines):
        words = sum(bool(_MOTTO.search(seen.text)) for seen in line)
        if words >= 2 and line[0].top < _HEAD * height:
            return max(place - 1, -1)
    return None


def _line(line: Line, clean: Clean) -> Line:
    number, rest = _cut(line)
    number = _filled(number, clean, number_parts) if number else []
    return [*number, *(_filled(rest, clean, date_parts) if rest else [])]


def _cut(line: Line) -> tuple[Line, Line]:
    """The part of the line that begins with "Số", and the part with the date."""
    if not _LABEL_LETTER.match(line[0].text):
        return [], line
    for place in range(1, len(line)):
        gap = line[place].left - line[place - 1].right
        has_symbol = any(_SYMBOL.search(seen.text) for seen in line[1:place])
        if gap > _WIDE or (gap > _APART and has_symbol):
            return line[:place], line[place:]
    return line, []


def _filled(line: Line, clean: Clean, parts_of: Parts) -> Line:
    text = " ".join(seen.text for seen in line)
    parts = parts_of(text)
    if not parts:
        return line
    letters = _letters(line, clean)
    typed = _typed(letters, clean, parts_of)
    return list(_rewritten(line, text, parts, typed, clean))


def _letters(line: Line, clean: Clean) -> list[Letter]:
    """A closer look at one line, letter by letter, with places on the page."""
    left, top = line[0].left - _MARGIN, min(seen.top for seen in line) - _MARGIN
    right = max(seen.right for seen in line) + _MARGIN
    bottom = max(seen.bottom for seen in line) + _MARGIN
    box = max(left, 0), max(top, 0), right, bottom
    return [
        replace(
            letter,
            left=letter.left + box[0],
            right=letter.right + box[0],
            top=letter.top + box[1],
            bottom=letter.bottom + box[1],
        )
        for letter in see_letters(clean.grey.crop(box))
    ]


def _typed(letters: Sequence[Letter], clean: Clean, parts_of: Parts) -> list[str]:
    """What is typed into each blank; "" for one that is not typed, or not sure."""
    text = "".join(letter.text[:1] for letter in letters)
    parts = parts_of(text)
    printed = [
        letter for part in parts if not part.is_blank for letter in letters[part.start : part.end]
    ]
    return [
        typed_digits(letters[part.start : part.end], printed, clean)
        for part in parts
        if part.is_blank
    ]


def _rewritten(
    line: Line, text: str, parts: Sequence[Part], typed: Sequence[str], clean: Clean
) -> list[Seen]:
    """The line with its blanks filled in: digits that are typed, dots where a hand wrote."""
    words = list(_words_of(line, 0, parts[0].start))
    answers = iter([*typed, *[""] * len(parts)])
    for place, part in enumerate(parts):
        printed = text[part.start : part.end].strip()
        if not part.is_blank:
            if printed:
                words.append(
                    _seen(line, part, _form(printed, parts, place), _is_symbol(parts, place))
                )
            continue
        digits = next(answers)
        box = _blank_box(line, parts, place)
        if digits:
            words.append(_placed(line, box, digits))
        elif printed or has_ink(clean, box):
            words.append(replace(_placed(line, box, DOTS), doubtful=True))
    return [*words, *_words_of(line, parts[-1].end, len(text))]


def _is_symbol(parts: Sequence[Part], place: int) -> bool:
    """Whether a part is what stands behind the number: label, number and symbol are three."""
    return len(parts) == 3 and place == 2


def _form(printed: str, parts: Sequence[Part], place: int) -> str:
    """A printed part without spaces; a pen may have covered the slash before the symbol."""
    if parts[place].form:
        return parts[place].form
    text = _END.sub("", printed.replace(" ", ""))
    is_open = _is_symbol(parts, place) and text[:1].isalpha()
    return f"/{text}" if is_open else text


def _words_of(line: Line, start: int, end: int) -> list[Seen]:
    """Words that stand in `text[start:end]` of the line; a word cut in two gives its part."""
    found: list[Seen] = []
    place = 0
    for seen in line:
        low, high = max(start, place), min(end, place + len(seen.text))
        if low < high:
            found.append(_share(seen, low - place, high - place))
        place += len(seen.text) + 1
    return found


def _share(seen: Seen, start: int, end: int) -> Seen:
    """A part of a word, its place by the share of letters."""
    step = seen.width / max(len(seen.text), 1)
    left = seen.left + round(start * step)
    return replace(
        seen, text=seen.text[start:end], left=left, width=max(round((end - start) * step), 1)
    )


def _seen(line: Line, part: Part, text: str, is_glued: bool) -> Seen:
    words = _words_of(line, part.start, part.end) or [line[-1]]
    right = max(word.right for word in words)
    return replace(words[0], text=text, width=right - words[0].left, glued=is_glued)


def _blank_box(line: Line, parts: Sequence[Part], place: int) -> tuple[int, int, int, int]:
    before = _words_of(line, parts[place - 1].start, parts[place - 1].end)
    after = _words_of(line, parts[place + 1].start, parts[place + 1].end)
    top = min(seen.top for seen in line)
    bottom = max(seen.bottom for seen in line)
    left = before[-1].right if before else line[0].left
    right = after[0].left if after else left
    return left + 2, top, max(right - 2, left + 3), bottom


def _placed(line: Line, box: tuple[int, int, int, int], text: str) -> Seen:
    return Seen(text, 100.0, box[0], line[0].top, box[2] - box[0], line[0].height, line[0].line)
