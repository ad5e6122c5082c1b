"""What styles of a web page say of its letters: font, capitals, hidden, borders of tables."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from extraction.formats.word_styles import PLAIN, Look

_SELECTOR: Final = re.compile(r"[a-z0-9]*(?:\.[\w-]+)?", re.IGNORECASE)
_FAMILY: Final = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"']?\s*([^\"',]+)")
_CAPITALS: Final = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_BORDER: Final = re.compile(
    r"border[\w-]*\s*:\s*[^;]*\b(?:solid|double|dotted|dashed|inset|outset)"
)
_SHORTHAND: Final = re.compile(r"font\s*:[^;]*?\"?(\.Vn\w[\w ]*|VNI-[\w-]+)", re.IGNORECASE)
_LONGEST = 500_000
_LONGEST_STYLE = 2_000


class PageStyles:
    """The styles that a page defines itself, by element and class."""

    def __init__(self, page: etree._Element) -> None:
        self._looks: dict[str, Look] = {}
        self._bordered: set[str] = set()
        for style in page.iter("style"):
            rules = _without_comments((style.text or "")[:_LONGEST]).split("}")
            for selectors, mark, body in (rule.partition("{") for rule in rules):
                if mark:
                    self._define(selectors, body[:_LONGEST_STYLE])

    def _define(self, selectors: str, body: str) -> None:
        look = stated_look(body)
        for selector in map(str.strip, selectors.split(",")):
            if not _SELECTOR.fullmatch(selector):
                continue
            name = selector.lower()
            self._looks[name] = self._looks.get(name, PLAIN).under(look)
            if _BORDER.search(body):
                self._bordered.add(name)

    def look_of(self, element: etree._Element) -> Look:
        """What `element` says of its letters, by itself and through its classes."""
        look = PLAIN
        for name in _names(element):
            look = look.under(self._looks.get(name, PLAIN))
        face = element.get("face") if element.tag == "font" else None
        if face:
            look = look.under(Look(font=_first(face)))
        style = element.get("style", "")[:_LONGEST_STYLE]
        return look.under(stated_look(style)) if style else look

    def has_borders(self, element: etree._Element) -> bool:
        """Whether a table or cell is drawn with lines."""
        if element.tag == "table" and element.get("border", "0").strip() not in {"", "0"}:
            return True
        if any(name in self._bordered for name in _names(element)):
            return True
        return _BORDER.search(element.get("style", "")[:_LONGEST_STYLE]) is not None


def _without_comments(rules: str) -> str:
    """`rules` without /* ... */ and the signs that hide them from very old programs."""
    first, *rest = rules.split("/*")
    parts = [first, *(part.partition("*/")[2] for part in rest)]
    return "".join(parts).replace("<!--", "").replace("-->", "")


def _names(element: etree._Element) -> list[str]:
    tag = str(element.tag)
    classes = element.get("class", "").lower().split()
    return [tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes)]


def _first(fonts: str) -> str:
    match = _QUOTED.match(fonts.strip())
    return match[1].strip() if match else ""


@lru_cache(maxsize=4096)
def stated_look(style: str) -> Look:
    """The look that the declarations of a style state."""
    family = _FAMILY.search(style) or _SHORTHAND.search(style)
    look = Look(
        _first(family[1]) if family else None,
        True if _CAPITALS.search(style) else None,
        True if _HIDDEN.search(style) else None,
    )
    return PLAIN if look == PLAIN else look
