"""Styles of a Word file: what a run or paragraph inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from extraction.formats.ooxml import W, is_on, value, whole

_UNSEEN = {"", "nil", "none"}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: font, in capitals, hidden, white; None where nothing is said."""

    font: str | None = None
    is_capitals: bool | None = None
    is_hidden: bool | None = None
    is_white: bool | None = None

    def under(self, nearer: Look) -> Look:
        """This look where `nearer` says nothing else."""
        return Look(
            self.font if nearer.font is None else nearer.font,
            self.is_capitals if nearer.is_capitals is None else nearer.is_capitals,
            self.is_hidden if nearer.is_hidden is None else nearer.is_hidden,
            self.is_white if nearer.is_white is None else nearer.is_white,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """What a style gives: the look, its numbering (id, level), borders of a table."""

    look: Look = Look()
    number: str = ""
    level: int | None = None
    has_borders: bool | None = None


PLAIN = Look()


def look_of(properties: etree._Element | None) -> Look:
    """The look that <w:rPr> itself states."""
    if properties is None:
        return PLAIN
    font, colour = properties.find(f"{W}rFonts"), properties.find(f"{W}color")
    look = Look(
        None if font is None else _font(font),
        _switch(properties.find(f"{W}caps")),
        _switch(properties.find(f"{W}vanish")),
        None if colour is None else value(colour).upper() == "FFFFFF",
    )
    return PLAIN if look == PLAIN else look


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else is_on(element)


def _font(fonts: etree._Element) -> str | None:
    """The font of Latin letters; theme fonts are all for Unicode."""
    name = fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
    if name is None:
        is_theme = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme")
        return "" if is_theme else None
    return name


def borders_of(properties: etree._Element | None, name: str) -> bool | None:
    """Whether <w:tblBorders> or <w:tcBorders> in `properties` draw at least two visible lines."""
    borders = None if properties is None else properties.find(f"{W}{name}")
    if borders is None:
        return None
    seen = [
        side
        for side in borders
        if value(side) not in _UNSEEN and value(side, "color").upper() != "FFFFFF"
    ]
    return len(seen) > 1


class Styles:
    """The styles of a document, resolved along what they are based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = PLAIN
        self.default_paragraph = ""
        if root is None:
            return
        self.default = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterfind(f"{W}style"):
            name = value(element, "styleId")
            self._elements[name] = element
            if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true"}:
                self.default_paragraph = name

    def named(self, name: str, depth: int = 0) -> Style:
        """The style called `name` with all that it inherits; an empty one if there is none."""
        if name not in self._resolved:
            self._resolved[name] = self._resolve(self._elements.get(name), depth)
        return self._resolved[name]

    def _resolve(self, element: etree._Element | None, depth: int) -> Style:
        if element is None or depth > _DEEPEST:
            return Style()
        base = value(element.find(f"{W}basedOn"))
        below = self.named(base, depth + 1) if base else Style()
        numbering = element.find(f"{W}pPr/{W}numPr")
        level = value(None if numbering is None else numbering.find(f"{W}ilvl"))
        identity = value(None if numbering is None else numbering.find(f"{W}numId"))
        borders = borders_of(element.find(f"{W}tblPr"), "tblBorders")
        return replace(
            below,
            look=below.look.under(look_of(element.find(f"{W}rPr"))),
            number=identity or below.number,
            level=whole(level) if level else below.level,
            has_borders=below.has_borders if borders is None else borders,
        )
