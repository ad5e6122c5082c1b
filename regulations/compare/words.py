"""The words that differ between two versions of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from vietnamese import nfc

_TOKEN = re.compile(r"(?:\w+|[^\w\s])\s*")
# So many words put in or taken out are looked for one by one; more is read as written anew.
MOST_EDITS = 250
# With less than this in common, marking single words would leave nothing to read.
LEAST_COMMON = 0.3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in a row: in both versions, or in this one only."""

    text: str
    is_changed: bool = False


def diff(old: str, new: str) -> tuple[list[Stretch], list[Stretch]]:
    """`old` and `new` (NFC) cut into stretches; together each is the whole text again."""
    before, after = _tokens(old), _tokens(new)
    kept_before, kept_after = _kept(before, after)
    return _stretches(before, kept_before), _stretches(after, kept_after)


def all_changed(text: str) -> list[Stretch]:
    """`text` as one stretch that the other version does not have."""
    return [Stretch(nfc(text), is_changed=True)] if text else []


def _tokens(text: str) -> list[str]:
    """Words and signs, each with the blanks after it."""
    text = nfc(text)
    first = len(text) - len(text.lstrip())
    return ([text[:first]] if first else []) + _TOKEN.findall(text)


def _kept(before: Sequence[str], after: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """Which tokens of each text are in the other, in order."""
    old, new = [token.strip() for token in before], [token.strip() for token in after]
    kept_old, kept_new = [False] * len(old), [False] * len(new)
    pairs = _without_islands(list(_pairs(old, new)), old)
    if 2 * len(pairs) < LEAST_COMMON * (len(old) + len(new)):
        pairs = []
    for first, second in pairs:
        kept_old[first] = kept_new[second] = True
    return kept_old, kept_new


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of words that stay, rising in both texts."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        yield head, head
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    found = shortest_edit(*middle, most=MOST_EDITS)
    for first, second in found if found is not None else _by_sentence(*middle):
        yield head + first, head + second
    for place in range(tail, 0, -1):
        yield len(old) - place, len(new) - place


def _by_sentence(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Whole sentences that stay, where too much differs to go word by word."""
    before, after = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(None, [s for _, s in before], [s for _, s in after], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            first, words = before[block.a + step]
            second = after[block.b + step][0]
            for place in range(len(words)):
                yield first + place, second + place


def _sentences(words: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
    """(place of the first word, words) of each."""
    found = []
    first = 0
    for place, word in enumerate(words):
        if word in {".", ";", ":"} or place == len(words) - 1:
            found.append((first, tuple(words[first : place + 1])))
            first = place + 1
    return found


def shortest_edit(
    old: Sequence[str], new: Sequence[str], *, most: int
) -> list[tuple[int, int]] | None:
    """Places of what stays in a shortest edit (Myers 1986); None above `most` edits."""
    reach = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(min(most, len(old) + len(new)) + 1):
        history.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            x = _step(reach, diagonal, edits)
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            reach[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _backwards(history, len(old), len(new))
    return None


def _step(reach: dict[int, int], diagonal: int, edits: int) -> int:
    goes_down = diagonal == -edits or (
        diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
    )
    return reach[diagonal + 1] if goes_down else reach[diagonal - 1] + 1


def _backwards(history: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for edits in range(len(history) - 1, -1, -1):
        reach = history[edits]
        diagonal = x - y
        goes_down = diagonal == -edits or (
            diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
        )
        before = diagonal + 1 if goes_down else diagonal - 1
        from_x = reach[before]
        from_y = from_x - before
        while x > from_x and y > from_y and x and y:
            x, y = x - 1, y - 1
            kept.append((x, y))
        x, y = from_x, from_y
    return kept[::-1]


def _without_islands(pairs: list[tuple[int, int]], old: Sequence[str]) -> list[tuple[int, int]]:
    """Leave out a single word or sign that stays alone between two changes on both sides."""
    kept = []
    ends = [(-1, -1), *pairs, (len(old), 10**9)]
    for before, pair, after in zip(ends, pairs, ends[2:], strict=False):
        is_alone = all(
            pair[side] - before[side] > 1 and after[side] - pair[side] > 1 for side in (0, 1)
        )
        if not is_alone:
            kept.append(pair)
    return kept


def _stretches(tokens: Sequence[str], kept: Sequence[bool]) -> list[Stretch]:
    pairs = zip(tokens, kept, strict=True)
    return [
        Stretch("".join(token for token, _ in group), is_changed=not stays)
        for stays, group in groupby(pairs, key=lambda pair: pair[1])
    ]
