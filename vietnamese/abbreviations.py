"""Abbreviations and what they stand for, both ways."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vietnamese.document_types import document_types
from vietnamese.tokens import folded_words


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A row of the table. `ambiguous`: it has other meanings too, so it is only a hint."""

    abbreviation: str
    expansion: str
    ambiguous: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """`words` (folded) may stand for the words `start` to `end` (exclusive) of what was given."""

    start: int
    end: int
    words: tuple[str, ...]
    ambiguous: bool


class Abbreviations:
    """A table of abbreviations that can be asked for alternatives."""

    def __init__(self, rows: Iterable[Abbreviation]) -> None:
        self.rows = tuple(rows)
        self._phrases: dict[str, list[tuple[tuple[str, ...], Alternative]]] = defaultdict(list)
        for row in self.rows:
            short, long = _folded(row.abbreviation), _folded(row.expansion)
            self._add(short, long, row.ambiguous)
            self._add(long, short, row.ambiguous)

    def _add(self, phrase: tuple[str, ...], words: tuple[str, ...], ambiguous: bool) -> None:
        entry = (phrase, Alternative(0, len(phrase), words, ambiguous))
        if phrase and phrase != words and entry not in self._phrases[phrase[0]]:
            self._phrases[phrase[0]].append(entry)

    def expand(self, words: Sequence[str]) -> list[Alternative]:
        """What may stand for parts of `words` (folded): short forms to long ones and back.

        In the order of the words; a part may have several alternatives, and parts may overlap.
        """
        return [
            Alternative(start, start + len(phrase), found.words, found.ambiguous)
            for start, word in enumerate(words)
            for phrase, found in self._phrases.get(word, ())
            if tuple(words[start : start + len(phrase)]) == phrase
        ]


def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded_words(text))


@cache
def shipped_abbreviations() -> Abbreviations:
    """The table that comes with the portal, and the abbreviations of document types.

    Abbreviations of types (NQ, TTr, HĐ ...) mean other things too, so they are ambiguous.
    """
    table = resources.files("vietnamese") / "data" / "abbreviations.csv"
    with table.open("r", encoding="utf-8") as lines:
        rows = [
            Abbreviation(
                row["abbreviation"], row["expansion"], row["ambiguous"] == "yes", row["source"]
            )
            for row in csv.DictReader(lines)
        ]
    types = [
        Abbreviation(kind.abbreviation, kind.name, True, kind.source)
        for kind in document_types()
        if kind.abbreviation
    ]
    return Abbreviations([*rows, *types])


def expand(words: Sequence[str]) -> list[Alternative]:
    """Alternatives for parts of `words` (folded) by the shipped table."""
    return shipped_abbreviations().expand(words)
