"""From the text of a file to what is indexed of it: pages, or pieces where it has none. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from search.indexing.cutting import cut_between_words
from search.similar.shingles import Shingle, shingles
from vietnamese import folded_words

# About a printed page: what a reader looks through for the words that were found.
LONGEST_PIECE = 3000
# A page of the file of which so much stands on the page of the portal says nothing new.
SAME = 0.8
MOST_LETTERS = 1_000_000


def pages_of(text: str, starts: Sequence[int]) -> tuple[list[str], bool]:
    """The text page by page (as one where it has no pages), and whether the end was cut off.

    starts: offsets where pages begin. NUL, which PostgreSQL does not take, becomes a blank.
    """
    kept = text[:MOST_LETTERS].replace("\x00", " ")
    bounds = [start for start in starts if 0 < start < len(kept)]
    ends = [*bounds, len(kept)]
    pages = [kept[first:last] for first, last in zip([0, *bounds], ends, strict=True)]
    return pages, len(text) > MOST_LETTERS


def pieces_of(text: str) -> Iterator[str]:
    """`text` in pieces of whole lines, each of at most LONGEST_PIECE letters; blank ones left out.

    A line that is longer than that is cut between two words.
    """
    piece: list[str] = []
    length = 0
    for line in _lines(text):
        if length + len(line) > LONGEST_PIECE and piece:
            yield from _worth("\n".join(piece))
            piece, length = [], 0
        piece.append(line)
        length += len(line) + 1
    yield from _worth("\n".join(piece))


def stands_in(text: str, known: Collection[Shingle]) -> bool:
    """Whether nearly all of `text` is among the shingles `known`."""
    own = shingles(folded_words(text))
    return bool(own) and len([one for one in own if one in known]) >= SAME * len(own)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from cut_between_words(line.strip(), LONGEST_PIECE)


def _worth(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()
