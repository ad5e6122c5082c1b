"""A corpus of any number of passages: made documents with the words of real ones.

A document has 1 to 100 passages (few have many), most of its sentences from one real source, in
another order; title, number, issuer, day and audience of its own; some are replaced by others, and
all cite some. The same passages come out each time and on every engine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count
from typing import Any

from benchmarks.bulk_rows import insert
from benchmarks.made_repository import Maker, Paper, Real
from benchmarks.search_texts import Pool, Source

MOST = 100
STRAY = 0.2  # of the sentences are from another source
CITATIONS = 3  # of a document
AT_ONCE = 500  # documents held in memory
ISSUERS = (
    "CHÍNH PHỦ",
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
    "BỘ NỘI VỤ",
    "ỦY BAN NHÂN DÂN TỈNH BẮC NINH",
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI",
    "BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG",
)
_TEXT = ["id", "page_id", "position", "kind", "anchor", "label", "heading", "text"]
_CITED = ["id", "page_id", "provision_id", "as_printed", "number", "number_key", "target_id"]


class Corpus(Maker):
    """Below the list page `parent`; `passages` includes the one that each document as a whole is.

    text_bytes: how long the text of all passages is in UTF-8, once it is written.
    """

    def __init__(self, parent: Any, passages: int, pool: Pool) -> None:
        sizes = list(_sizes(passages))
        super().__init__(parent, len(sizes), 0, Real(list(pool.titles), ["Văn bản mẫu."]))
        self.sizes, self.pool = sizes, pool
        self.passages, self.text_bytes = sum(sizes), 0

    def _write_texts(self) -> None:
        from regulations.models import Citation, Provision

        provisions, citations = count(1), count(1)
        for first in range(0, len(self.papers), AT_ONCE):
            texts: list[tuple[Any, ...]] = []
            cited: list[tuple[Any, ...]] = []
            for one in self.papers[first : first + AT_ONCE]:
                rows = [(next(provisions), *row) for row in self._provisions(one)]
                texts += rows
                cited += [(next(citations), *row) for row in self._citations(one, rows[0][0])]
                self.text_bytes += len(one.title.encode())
                self.text_bytes += sum(len(" ".join(row[5:]).encode()) for row in rows)
            insert(Provision(), _TEXT, texts)
            insert(Citation(), _CITED, cited)
        self._spread_issuers()

    def _provisions(self, one: Paper) -> Iterator[tuple[Any, ...]]:
        source = self.chance.choice(self.pool.sources)
        yield one.pk, 0, "text", "", "", "", self._words(source, 200)
        for number in range(1, self.sizes[one.place]):
            heading = self.chance.choice(source.headings)
            words = self._words(source, self.chance.choice(self.pool.lengths))
            yield one.pk, number, "article", f"dieu-{number}", f"Điều {number}", heading, words

    def _words(self, source: Source, length: int) -> str:
        chosen: list[str] = []
        while length > 0:
            stray = self.chance.random() < STRAY
            origin = self.chance.choice(self.pool.sources) if stray else source
            chosen.append(self.chance.choice(origin.sentences))
            length -= len(chosen[-1])
        return "\n".join(chosen)

    def _citations(self, one: Paper, provision: int) -> Iterator[tuple[Any, ...]]:
        for _turn in range(CITATIONS):
            target = self.chance.choice(self.papers)
            if target is not one:
                number = target.number
                yield one.pk, provision, number, number, target.number_key, target.pk

    def _spread_issuers(self) -> None:
        from django.db.models import F

        from regulations.models import DocumentRecord, RegulationPage

        for model in (RegulationPage, DocumentRecord):
            turn = model.objects.annotate(turn=F("pk") % len(ISSUERS))
            for place, issuer in enumerate(ISSUERS):
                turn.filter(turn=place).update(issuer_as_printed=issuer)


def _sizes(passages: int) -> Iterator[int]:
    """How many passages each document has: as many have 1 to 10 as have 10 to 100."""
    chance, left = random.Random(5), passages
    while left > 0:
        size = min(left, int(MOST ** chance.random()))
        yield size
        left -= size
