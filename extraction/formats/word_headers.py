"""Headers and footers of a Word file: which belong to the text, which run along the pages."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from extraction.formats.blocks import Block, words_of
from extraction.formats.ooxml import Package, R, W, is_on, value
from extraction.formats.word_body import StoryReader
from extraction.formats.word_numbering import Numbering
from extraction.formats.word_styles import Styles
from vietnamese import convert, detect, fold

# What only the head of a document says (Decree 30/2020/NĐ-CP, annex I; Party layout).
_HEAD_WORDS: Final = ("cong hoa xa hoi", "dang cong san viet nam", "doc lap - tu do")
_NUMBER: Final = re.compile(r"(?:^|\s)Số\s*:.{0,12}/", re.IGNORECASE)
_LONGEST: Final = 300


def first_page_head(
    package: Package, main: str, body: etree._Element, story: StoryReader
) -> list[Block]:
    """The blocks of the header of page 1 when it is that page's own, or holds a document's head."""
    section = next(body.iter(f"{W}sectPr"), None)
    if section is None:
        return []
    parts = _parts(package, main, section, "headerReference")
    own = parts.get("first") if _has_first_page(section) else None
    name = own or parts.get("default")
    root = package.xml(name) if name else None
    if root is None:
        return []
    blocks = story.blocks(root)
    words = words_of(blocks)
    belongs = own is not None and any(letter.isalpha() for letter in words)
    return blocks if belongs or _is_head(words) else []


def running_words(package: Package, main: str, body: etree._Element) -> str:
    """What headers and footers that are not in the text say, "" when they only count pages."""
    found: dict[str, None] = {}
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        for kind in ("headerReference", "footerReference"):
            parts = _parts(package, main, section, kind)
            # The head of page 1 is in the text: `first_page_head`.
            if not _has_first_page(section) or (number == 0 and kind == "headerReference"):
                parts.pop("first", None)
            for name in parts.values():
                words = _words(package.xml(name))
                if sum(map(str.isalpha, words)) > 2 and not _is_head(words):
                    found[words] = None
    return " | ".join(found)[:_LONGEST]


def _has_first_page(section: etree._Element) -> bool:
    """Whether the first page of a section has a header and a footer of its own."""
    return is_on(section.find(f"{W}titlePg"))


def _words(root: etree._Element | None) -> str:
    if root is None:
        return ""
    # Fields here count pages; a reader of its own keeps the document's lists as they are.
    words = " ".join(words_of(StoryReader(Styles(None), Numbering(None)).blocks(root)).split())
    return _unicode(words)


def _unicode(words: str) -> str:
    encoding = detect(words)
    return convert(words, encoding) if encoding else words


def _is_head(words: str) -> bool:
    words = _unicode(words)
    folded = fold(words)
    return any(word in folded for word in _HEAD_WORDS) or _NUMBER.search(words) is not None


def _parts(package: Package, main: str, section: etree._Element, reference: str) -> dict[str, str]:
    """Where the headers or footers of a section stand: "default", "first", "even" to part."""
    relations = package.relations(main)
    found: dict[str, str] = {}
    for element in section.iterfind(f"{W}{reference}"):
        target = relations.get(element.get(f"{R}id", ""))
        if target:
            found[value(element, "type") or "default"] = target[0]
    return found
