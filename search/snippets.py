"""The densest window of a passage, its matches marked in the original spelling."""

from __future__ import annotations

from collections import Counter

from vietnamese import Token, tokenize

WINDOW = 220
BEFORE = WINDOW // 4


def snippet(text: str, words: frozenset[str]) -> list[tuple[str, bool]]:
    """`(stretch, is_match)` pairs of about WINDOW characters around the densest matches.

    Text, not HTML: the template escapes and marks it.
    """
    tokens = tokenize(text)
    hits = [token for token in tokens if token.folded in words]
    if not hits:
        cut = text[:WINDOW]
        return [(cut + ("…" if len(text) > WINDOW else ""), False)]
    start, end = _window(text, hits)
    return _marked(text, start, end, [hit for hit in hits if start <= hit.start and hit.end <= end])


def _window(text: str, hits: list[Token]) -> tuple[int, int]:
    best, most = hits[0], 0
    # A window slides over the hits, so that a long passage full of them costs no more than once.
    inside: Counter[str] = Counter()
    last = 0
    for hit in hits:
        while last < len(hits) and hits[last].start < hit.start + WINDOW - BEFORE:
            inside[hits[last].folded] += 1
            last += 1
        if len(inside) > most:
            best, most = hit, len(inside)
        inside[hit.folded] -= 1
        if not inside[hit.folded]:
            del inside[hit.folded]
    start = max(best.start - BEFORE, 0)
    while start and not text[start - 1].isspace():
        start -= 1
    end = min(start + WINDOW, len(text))
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _marked(text: str, start: int, end: int, hits: list[Token]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = [("…", False)] if start else []
    place = start
    for hit in hits:
        if hit.start > place:
            pieces.append((text[place : hit.start], False))
        pieces.append((text[hit.start : hit.end], True))
        place = hit.end
    pieces.append((text[place:end] + ("…" if end < len(text) else ""), False))
    return pieces
