"""The longest stretches that two texts share, each as it stands in either."""

from __future__ import annotations

from dataclasses import dataclass

from search.similar.stretches import Stretch, common_stretches
from search.similar.texts import Text

MOST_SHOWN = 8
# Shorter ones are turns of phrase; they count, but nobody wants to look at them.
LEAST_SHOWN = 8
AROUND = 12
LONGEST_SHOWN = 90
ELLIPSIS = "…"
Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Match:
    """A shared stretch: `here` and `there` are (words, whether both have them) pieces.

    words: how long it is; label, anchor: of the passage there in which it begins.
    """

    here: list[Piece]
    there: list[Piece]
    words: int
    label: str
    anchor: str


def matches_between(here: Text, there: Text) -> list[Match]:
    """The longest shared stretches, in the order of `here`."""
    found = [one for one in common_stretches(here.words, there.words) if one.length >= LEAST_SHOWN]
    longest = sorted(found, key=lambda one: (-one.length, one.here))[:MOST_SHOWN]
    return [_match(here, there, one) for one in sorted(longest, key=lambda one: one.here)]


def _match(here: Text, there: Text, stretch: Stretch) -> Match:
    label, anchor = there.part_at(there.tokens[stretch.there].start)
    return Match(
        _pieces(here, stretch.here, stretch.length),
        _pieces(there, stretch.there, stretch.length),
        stretch.length,
        label,
        anchor,
    )


def _pieces(text: Text, first: int, length: int) -> list[Piece]:
    """Some words before, the stretch (its middle left out when it is long), some words after."""
    last = first + length
    before, after = max(first - AROUND, 0), min(last + AROUND, len(text.tokens))
    start, end = text.tokens[first].start, text.tokens[last - 1].end
    pieces: list[Piece] = []
    if first:
        opening = ELLIPSIS if before else ""
        pieces.append((opening + text.text[text.tokens[before].start : start], False))
    pieces += _shared(text, first, last)
    if after > last:
        closing = ELLIPSIS if after < len(text.tokens) else ""
        pieces.append((text.text[end : text.tokens[after - 1].end] + closing, False))
    return pieces


def _shared(text: Text, first: int, last: int) -> list[Piece]:
    if last - first <= LONGEST_SHOWN:
        return [(text.text[text.tokens[first].start : text.tokens[last - 1].end], True)]
    head, tail = first + LONGEST_SHOWN * 2 // 3, last - LONGEST_SHOWN // 3
    return [
        (text.text[text.tokens[first].start : text.tokens[head - 1].end], True),
        (f" {ELLIPSIS} ", False),
        (text.text[text.tokens[tail].start : text.tokens[last - 1].end], True),
    ]
