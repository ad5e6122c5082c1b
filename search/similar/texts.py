"""The words of indexed pages, read from the index: what was published, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from search.models import Passage, Place, SearchedPage, ids_at
from vietnamese import Token, tokenize


@dataclass(slots=True)
class Text:
    """A text with its words; `parts`: where each passage begins in it, its label and anchor."""

    text: str
    parts: list[tuple[int, str, str]] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tokens = tokenize(self.text)

    @property
    def words(self) -> list[str]:
        """The folded words, in order."""
        return [token.folded for token in self.tokens]

    def part_at(self, start: int) -> tuple[str, str]:
        """Label and anchor of the passage in which the letter at `start` stands."""
        found = ("", "")
        for first, label, anchor in self.parts:
            if first > start:
                break
            found = (label, anchor)
        return found


def slots_of(page_ids: Collection[int], alias: str | None = None) -> dict[int, int]:
    """The slot of each indexed page: a new one for each publication; one query.

    alias: the database to read, where it is not the one that answers searches; so below.
    """
    rows = SearchedPage.objects.using(alias).filter(page_id__in=page_ids)
    return dict(rows.values_list("page_id", "slot"))


def words_by_page(slots: Mapping[int, int], alias: str | None = None) -> dict[int, list[str]]:
    """The folded words of each page, by the slot of each; one query for all."""
    words: dict[int, list[str]] = defaultdict(list)
    columns = ("page_id", "place", "folded_label", "folded")
    for page_id, *passage in _passages(slots, alias).values_list(*columns):
        words[page_id] += words_in(*passage)
    return words


def words_in(place: str, label: str, body: str) -> list[str]:
    """The words of a passage, by its folded label and body.

    The title of a file stands before each of its pages: it is left out.
    """
    return body.split() if place == Place.FILE else [*label.split(), *body.split()]


def texts_by_page(slots: Mapping[int, int]) -> dict[int, Text]:
    """The same with letters, marks and places; one query for all."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for passage in _passages(slots).only("page_id", "place", "label", "anchor", "body"):
        rows[passage.page_id].append(passage)
    return {page_id: _text(passages) for page_id, passages in rows.items()}


def _passages(slots: Mapping[int, int], alias: str | None = None) -> Any:
    inside = Q(pk__in=[])
    for slot in slots.values():
        inside |= Q(pk__range=ids_at(slot))
    return Passage.objects.using(alias).filter(inside).order_by("pk")


def _text(passages: list[Any]) -> Text:
    pieces: list[str] = []
    parts: list[tuple[int, str, str]] = []
    length = 0
    for passage in passages:
        parts.append((length, passage.label, passage.anchor))
        for piece in _pieces(passage):
            pieces.append(piece)
            length += len(piece) + 1
    return Text("\n".join(pieces), parts)


def _pieces(passage: Any) -> Iterator[str]:
    if passage.label and passage.place != Place.FILE:
        yield passage.label
    yield passage.body
