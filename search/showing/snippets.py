"""The densest window of a passage, its matches marked in the original spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice
from typing import NamedTuple

from search.engine.terms import words_of
from vietnamese.fold import WORD

# Words shown, of these before the first match; and letters, where words have no end.
WINDOW, BEFORE, MOST_LETTERS = 44, 10, 600

Pieces = list[tuple[str, bool]]


class _Hit(NamedTuple):
    """The words from `start` up to `end` (counted from the start of the text) match as `name`."""

    start: int
    end: int
    name: str


def snippet(
    text: str,
    words: Collection[str],
    phrases: Sequence[tuple[str, ...]] = (),
    folded: str | None = None,
) -> Pieces:
    """`(stretch, is_match)` pairs of about WINDOW words around the densest matches.

    words: folded, marked one by one wherever they stand; phrases: folded words that are marked as
    one stretch, where they stand together; folded: the folded words of `text`, where they are
    known. Text, not HTML: the template escapes and marks it.
    """
    tokens = (words_of(text).joined if folded is None else folded).split()
    hits = _hits(tokens, frozenset(words), phrases)
    first = max(_densest(hits) - BEFORE, 0) if hits else 0
    return _marked(text, first, [hit for hit in hits if first <= hit.start < first + WINDOW])


def _hits(
    tokens: Sequence[str], words: frozenset[str], phrases: Sequence[tuple[str, ...]]
) -> list[_Hit]:
    """Phrases, and words that stand in none, in order."""
    hits = [_Hit(place, place + 1, word) for place, word in enumerate(tokens) if word in words]
    for phrase in phrases:
        hits += [
            _Hit(place, place + len(phrase), " ".join(phrase))
            for place, word in enumerate(tokens)
            if word == phrase[0] and tuple(tokens[place : place + len(phrase)]) == phrase
        ]
    if not phrases:
        return hits
    whole: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not whole or hit.start >= whole[-1].end:
            whole.append(hit)
    return whole


def _densest(hits: Sequence[_Hit]) -> int:
    """Where the window begins that has most different matches, then most of them."""
    best, most = hits[0], (0, 0)
    # A window slides over the hits, so that a long passage full of them costs no more than once.
    inside: Counter[str] = Counter()
    last = 0
    for place, hit in enumerate(hits):
        while last < len(hits) and hits[last].start < hit.start + WINDOW - BEFORE:
            inside[hits[last].name] += 1
            last += 1
        if (len(inside), last - place) > most:
            best, most = hit, (len(inside), last - place)
        inside[hit.name] -= 1
        if not inside[hit.name]:
            del inside[hit.name]
    return best.start


def _marked(text: str, first: int, hits: Sequence[_Hit]) -> Pieces:
    """The text from word `first` on, WINDOW words long."""
    spans = [match.span() for match in islice(WORD.finditer(text), first, first + WINDOW + 1)]
    if not spans:
        return [(text[:MOST_LETTERS], False)]
    start = spans[0][0] if first else 0
    is_cut = len(spans) > WINDOW
    end = spans[WINDOW - 1][1] if is_cut else len(text)
    end, is_cut = min(end, start + MOST_LETTERS), is_cut or end > start + MOST_LETTERS
    pieces: Pieces = [("…", False)] if first else []
    place = start
    for hit in hits:
        begin = spans[hit.start - first][0]
        over = spans[min(hit.end - first, len(spans), WINDOW) - 1][1]
        if over > end:
            break
        if begin > place:
            pieces.append((text[place:begin], False))
        pieces.append((text[begin:over], True))
        place = over
    rest = text[place:end] + ("…" if is_cut else "")
    return [*pieces, (rest, False)] if rest else pieces
