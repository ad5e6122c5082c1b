"""How frequent terms are in the index: the figures that ranking, relaxing and spelling rest on.

They count what everybody's pages hold, so they are never shown; a word is only ever offered to a
reader after a page that this reader may see was found with it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import connections

from search.engine.matching import reading_alias
from search.engine.tables import LIVE

# No term is spelled so: the rows of totals come in the same answer.
_PASSAGES, _LENGTH = " passages", " length"


@dataclass(frozen=True, slots=True)
class Frequencies:
    """passages: how many there are; average: words (weighted) of one; df: passages with a term."""

    passages: int = 0
    average: float = 1.0
    df: Mapping[str, int] = field(default_factory=dict)

    def has(self, term: str) -> bool:
        """Whether any passage has `term` (a folded word or pair)."""
        return self.df.get(term, 0) > 0

    def rarity(self, term: str) -> float:
        """The inverse document frequency of BM25; for a term that nothing has, the highest."""
        df = max(self.df.get(term, 0), 0)
        return math.log(1 + (max(self.passages - df, 0) + 0.5) / (df + 0.5))


def frequencies_of(terms: Iterable[str]) -> Frequencies:
    """The frequencies of these terms, and the totals. One statement."""
    wanted = list(dict.fromkeys(terms))
    vocabulary, totals = LIVE.vocabulary._meta.db_table, LIVE.totals._meta.db_table
    asked = f"term IN ({', '.join(['%s'] * len(wanted))})" if wanted else "1 = 0"
    with connections[reading_alias()].cursor() as cursor:
        cursor.execute(
            f"SELECT term, df FROM {vocabulary} WHERE {asked}"  # noqa: S608 - our own names
            f" UNION ALL SELECT '{_PASSAGES}', passages FROM {totals}"
            f" UNION ALL SELECT '{_LENGTH}', length FROM {totals}",
            wanted,
        )
        found = dict(cursor.fetchall())
    passages, length = found.pop(_PASSAGES, 0), found.pop(_LENGTH, 0)
    return Frequencies(passages, max(length / passages, 1.0) if passages else 1.0, found)
