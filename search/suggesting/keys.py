"""The keys under which a page is suggested: numbers, titles, people, headings of provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from search.engine.terms import words_of
from search.models import KEY_LENGTH, Place, SuggestionEntry

Kind = SuggestionEntry.Kind
# (key, passage id, kind)
Key = tuple[str, int, int]
TITLE_STARTS = 12
# After "Điều 23" or "II." and before a name in quotation marks: where people begin to type.
HEADING_START = re.compile(r"^(?:Điều\s+)?[\dIVXLC]+[a-zđ]?[.)]?\s|[“\"]")
HEADING_STARTS = 2
PERSON = "honoreepage"


def keys_of(page: Any, passages: Iterable[Any]) -> list[Key]:
    """The keys of a page (row of the index) and its passages (rows), each once."""
    found: dict[tuple[str, int], int] = {}
    for key, passage, kind in _keys(page, passages):
        if key:
            found.setdefault((key, passage), kind)
    return [(key, passage, kind) for (key, passage), kind in found.items()]


def _keys(page: Any, passages: Iterable[Any]) -> Iterator[Key]:
    last = ""
    for passage in passages:
        if passage.position == 0:
            kind = Kind.PERSON if page.kind == PERSON else Kind.TITLE
            yield page.number_key.replace("-", " ")[:KEY_LENGTH], passage.id, Kind.NUMBER
            for key in _from_word_starts(words_of(page.title).folded, TITLE_STARTS):
                yield key, passage.id, kind
        elif passage.place == Place.PROVISION and passage.label != last:
            last = passage.label
            for start in _starts(passage.label):
                words = words_of(passage.label[start:]).folded
                yield " ".join(words)[:KEY_LENGTH], passage.id, Kind.PROVISION


def _starts(label: str) -> list[int]:
    """Where in the heading of a provision what is typed may begin."""
    found = [match.end() for match in HEADING_START.finditer(label)]
    numbered = HEADING_START.match(label)
    return found[:HEADING_STARTS] if numbered else [0, *found][:HEADING_STARTS]


def _from_word_starts(words: Any, most: int) -> Iterator[str]:
    for start in range(min(len(words), most)):
        yield " ".join(words[start:])[:KEY_LENGTH]
