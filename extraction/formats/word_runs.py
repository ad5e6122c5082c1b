"""Runs of a Word file: the letters of a paragraph as a reader of the paper sees them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from lxml import etree

from extraction.formats.blocks import Run
from extraction.formats.ooxml import MC, A, M, V, W, value
from extraction.formats.symbols import is_sign_font, plain_symbol
from extraction.formats.word_styles import PLAIN, Look, Styles, look_of

# Four hexadecimal digits, not half of a pair.
_CODE: Final = re.compile(r"(?![dD][89a-fA-F])[0-9a-fA-F]{1,4}")
_FIXED: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    # Word stores ư of TCVN3, which has the place of the soft hyphen, as one.
    f"{W}softHyphen": "\u00ad",
    f"{W}lastRenderedPageBreak": "\x0c",
}
_INSIDE: Final = {
    *(
        f"{W}{name}"
        for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple")
    ),
    *(f"{W}{name}" for name in ("sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase")),
}
GONE: Final = {f"{W}del", f"{W}moveFrom"}
_DRAWN: Final = {f"{W}drawing", f"{W}pict", f"{W}object"}
_NOTES: Final = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


class RunReader:
    """Reads runs one after the other; fields may begin in one paragraph and end in another.

    notes: the (kind, id) of foot- and endnotes in the order in which the text refers to them.
    drawn: drawings and shapes of the current paragraph. counts: what was left out or only seen:
    deleted, inserted, hidden, pictures.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        self._looks: dict[tuple[str, str, Look], Look] = {}
        self.notes: list[tuple[str, str]] = []
        self.drawn: list[etree._Element] = []
        self.counts: Counter[str] = Counter()

    def read(self, paragraph: etree._Element, style: str) -> list[Run]:
        """The runs of `paragraph`, whose style is called `style`."""
        runs: list[Run] = []
        self._children(paragraph, style, runs)
        return runs

    def _children(self, parent: etree._Element, style: str, runs: list[Run]) -> None:
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, style, runs)
            elif tag in _INSIDE:
                self.counts["inserted"] += tag == f"{W}ins"
                self._children(element, style, runs)
            elif tag in GONE:
                self.counts["deleted"] += 1
            elif tag == f"{MC}AlternateContent":
                self._children(chosen(element), style, runs)
            elif tag in {f"{M}oMath", f"{M}oMathPara"}:
                formula = "".join(part.text or "" for part in element.iter(f"{M}t"))
                runs.append(Run(formula))
            elif tag != f"{W}rt" and element.find(f"{W}r") is not None:
                self._children(element, style, runs)  # a wrapper that nobody here knows

    def _run(self, run: etree._Element, style: str, runs: list[Run]) -> None:
        look = self._look(run.find(f"{W}rPr"), style)
        parts: list[str] = []
        for element in run:
            self._part(element, parts, look)
        text = "".join(parts)
        # Signing programs find their place by a white sign that nobody sees.
        is_anchor = look.is_white and not any(map(str.isalnum, text))
        if look.is_hidden or is_anchor:
            self.counts["hidden"] += bool(text.strip())
        elif text:
            runs.append(Run(text, look.font or "", bool(look.is_capitals)))

    def _part(self, element: etree._Element, parts: list[str], look: Look) -> None:
        tag = element.tag
        if tag == f"{W}fldChar":
            self._field(value(element, "fldCharType"))
        elif tag in _DRAWN:
            self.drawn.append(element)
        elif tag == f"{MC}AlternateContent":
            for inside in chosen(element):
                self._part(inside, parts, look)
        elif not any(self._fields):
            parts.append(self._letters(element, look))

    def _letters(self, element: etree._Element, look: Look) -> str:
        tag = element.tag
        if tag == f"{W}t":
            return _plain((element.text or "").replace("\n", " "), look.font or "")
        if tag == f"{W}br":
            return "\n"
        if tag == f"{W}sym":
            return _symbol(element)
        if tag in _NOTES:
            self.notes.append((_NOTES[tag], value(element, "id")))
            return f"[{len(self.notes)}]"
        return _FIXED.get(tag, "") if isinstance(tag, str) else ""

    def _field(self, kind: str) -> None:
        """Between its begin and its separator a field holds instructions, then its result."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def look_in(self, style: str) -> Look:
        """The look of letters in the paragraph style called `style`."""
        return self._styles.default.under(self._styles.named(style).look)

    def _look(self, properties: etree._Element | None, style: str) -> Look:
        own = look_of(properties)
        character = ""
        if properties is not None and len(properties):
            character = value(properties.find(f"{W}rStyle"))
        key = (style, character, own)
        if key not in self._looks:
            named = self._styles.named(character).look if character else PLAIN
            self._looks[key] = self.look_in(style).under(named).under(own)
        return self._looks[key]


def chosen(alternate: etree._Element) -> etree._Element:
    """The one of several renderings of the same thing that is read: the first with content."""
    choices = [child for child in alternate if child.tag in {f"{MC}Choice", f"{MC}Fallback"}]
    return next((choice for choice in choices if len(choice)), alternate)


def _plain(text: str, font: str) -> str:
    """Letters of a font of signs stand in the private area, or alone."""
    if not is_sign_font(font) or (len(text) > 1 and not "\uf000" <= text[0] <= "\uf0ff"):
        return text
    return plain_symbol(text, font)


def _symbol(element: etree._Element) -> str:
    stated = value(element, "char")
    if not _CODE.fullmatch(stated):
        return ""
    return plain_symbol(chr(int(stated, 16)), value(element, "font"))


def pictures_in(drawing: etree._Element) -> int:
    """How many pictures `drawing` shows."""
    return sum(1 for _ in drawing.iter(f"{A}blip", f"{V}imagedata"))
