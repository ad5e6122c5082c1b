"""Words, ruled lines and pages: what the layout starts from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a space between them, and where they stand.

    base: y of the line on which the letters stand. size: height of the letters with their tails.
    glued: no space stands before it. raised: a footnote's number. filled: put into a form field.
    doubtful: its letters cannot be trusted. before, encoding: how an old encoding had it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    glued: bool = False
    raised: bool = False
    filled: bool = False
    doubtful: bool = False
    before: str = ""
    encoding: str = ""

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruled line. Upright when it is higher than wide."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """One page. number: from 1. stamps: lines of digital signatures, which are no part of it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    stamps: tuple[str, ...] = ()
