"""Numbers that Word writes before paragraphs by itself (ECMA-376 part 1, 17.9).

Numbers are written as Word prints them: `lowerLetter` counts a, b, c, d, e; a list that counts
a, b, c, d, đ, e has the custom format that names its letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from extraction.formats.blocks import Run
from extraction.formats.ooxml import W, is_on, value, whole
from extraction.formats.symbols import plain_symbol
from extraction.formats.word_styles import PLAIN, Look, look_of

_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_WORDS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_DEEPEST = 9
_MOST_LETTERS = 26 * 30


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is counted and dressed."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    is_legal: bool = False
    letters: tuple[str, ...] = ()
    look: Look = PLAIN


def counted(count: int, level: Level) -> str:
    """`count` in the format of `level`."""
    if level.letters and 0 < count <= len(level.letters):
        return level.letters[count - 1]
    return _FORMATS.get(level.format, str)(count)


def _letter(count: int) -> str:
    """a ... z, aa ... zz, as Word counts on."""
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    digits: list[str] = []
    for worth, sign in _ROMAN if 0 < count < 4000 else ():
        digits.append(sign * (count // worth))
        count %= worth
    return "".join(digits)


def _word(count: int) -> str:
    return _WORDS[count] if 0 <= count < len(_WORDS) else str(count)


def _nothing(count: int) -> str:
    return ""


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "vietnameseCounting": _word,
    "bullet": _nothing,
    "none": _nothing,
}


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        self._styles: dict[tuple[str, str], int] = {}
        self._kinds: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        kinds = {value(kind, "abstractNumId"): kind for kind in root.iterfind(f"{W}abstractNum")}
        by_style = {value(kind.find(f"{W}styleLink")): kind for kind in kinds.values()}
        for element in root.iterfind(f"{W}num"):
            identity, kind = value(element, "numId"), value(element.find(f"{W}abstractNumId"))
            abstract = kinds.get(kind)
            if abstract is None:
                continue
            # A list that only names a style has its levels where that style is defined.
            link = value(abstract.find(f"{W}numStyleLink"))
            levels = self._levels(identity, by_style.get(link, abstract) if link else abstract)
            starts: dict[int, int] = {}
            for override in element.iterfind(f"{W}lvlOverride"):
                level = whole(value(override, "ilvl"))
                start = override.find(f"{W}startOverride")
                if start is not None:
                    starts[level] = whole(value(start), 1)
                levels.update(self._levels(identity, override))
            self._lists[identity], self._kinds[identity] = levels, kind
            self._overrides[identity] = starts

    def _levels(self, identity: str, parent: etree._Element) -> dict[int, Level]:
        found: dict[int, Level] = {}
        for element in parent.iterfind(f"{W}lvl"):
            place = whole(value(element, "ilvl"))
            found[place] = _level(element)
            style = value(element.find(f"{W}pStyle"))
            if style:
                self._styles[identity, style] = place
        return found

    def level_of(self, identity: str, style: str) -> int:
        """The level of list `identity` that belongs to a paragraph style, 0 if none does."""
        return self._styles.get((identity, style), 0)

    def label(self, identity: str, place: int, look: Look) -> Run | None:
        """Counts the next paragraph at level `place` of a list; its number or bullet.

        look: of the paragraph mark. None when the list is unknown or shows nothing.
        """
        levels = self._lists.get(identity, {})
        level = levels.get(place)
        if level is None or place >= _DEEPEST:
            return None
        counts = self._count(identity, place, levels)
        shown = look.under(level.look)
        font = shown.font or ""
        if level.format == "bullet":
            text = plain_symbol(level.text, font)
        else:
            text = _PLACE.sub(lambda match: _part(match, level, levels, counts), level.text)
        return Run(f"{text} ", font, bool(shown.is_capitals)) if text.strip() else None

    def _count(self, identity: str, place: int, levels: dict[int, Level]) -> dict[int, int]:
        counts = self._counts[self._kinds[identity]]
        self._begin(identity, place, levels, counts)
        for above in range(place):
            if above not in counts and above in levels:
                counts[above] = levels[above].start
        counts[place] = counts[place] + 1 if place in counts else levels[place].start
        for deeper in range(place + 1, _DEEPEST):
            restart = levels[deeper].restart if deeper in levels else None
            if restart != 0 and (restart is None or place < restart):
                counts.pop(deeper, None)
        return counts

    def _begin(
        self, identity: str, place: int, levels: dict[int, Level], counts: dict[int, int]
    ) -> None:
        """The first paragraph of a list that restarts sets the count back."""
        start = self._overrides[identity].get(place)
        if start is not None and (identity, place) not in self._begun:
            counts[place] = start - 1
        self._begun.add((identity, place))


def _part(
    match: re.Match[str], level: Level, levels: dict[int, Level], counts: dict[int, int]
) -> str:
    place = int(match[1]) - 1
    shown = levels.get(place, Level())
    count = counts.get(place, shown.start)
    return str(count) if level.is_legal else counted(count, shown)


def _level(element: etree._Element) -> Level:
    format = element.find(f"{W}numFmt")
    if format is None:
        # Newer formats stand in a choice beside a plain one.
        format = next(iter(element.iter(f"{W}numFmt")), None)
    named = [letter.strip(" .…") for letter in value(format, "format").split(",")]
    restart = element.find(f"{W}lvlRestart")
    return Level(
        value(format) or "decimal",
        value(element.find(f"{W}lvlText")),
        whole(value(element.find(f"{W}start")), 1),
        None if restart is None else whole(value(restart)),
        is_on(element.find(f"{W}isLgl")),
        tuple(filter(None, named)) if len(named) > 2 else (),
        look_of(element.find(f"{W}rPr")),
    )
