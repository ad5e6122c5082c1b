"""How long a story takes to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

# Mean of 17 languages, adults reading aloud: S. Trauzettel-Klosinski, K. Dietz, "Standardized
# Assessment of Reading Performance: The New International Reading Speed Texts IReST", IOVS 53
# (2012), 5452, https://doi.org/10.1167/iovs.11-8284: 184 words a minute, standard deviation 29.
# Vietnamese is not among them; its words as written (tiếng) are short, so that nobody is hurried.
WORDS_A_MINUTE = 184
# Blocks of text; to read of what pictures and links hold would ask the database for them.
READ = frozenset(("paragraph", "quote", "table"))


def text_of(body: Any) -> Iterator[str]:
    """The running text of a `StoryBlock` stream, in parts, without a query."""
    for place, raw in enumerate(body.raw_data):
        if raw["type"] in READ:
            child = body[place]
            yield from child.block.get_searchable_content(child.value)


def minutes_to_read(pieces: Iterable[str]) -> int:
    """Full minutes, at least one; 0 without a word. `pieces`: the text in any number of parts."""
    words = sum(len(piece.split()) for piece in pieces)
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0
