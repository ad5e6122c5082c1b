"""Long texts in pieces, cut between two words."""

from __future__ import annotations

from collections.abc import Iterator


def cut_between_words(text: str, most: int) -> Iterator[str]:
    """`text` in pieces of at most `most` letters; a word that is longer is cut itself."""
    rest = text
    while len(rest) > most:
        cut = max(rest.rfind("\n", 1, most), rest.rfind(" ", 1, most))
        cut = cut if cut > 0 else most
        yield rest[:cut]
        rest = rest[cut:].lstrip()
    yield rest
