"""A piece of a page as it is indexed."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.models import Place


@dataclass(slots=True)
class Passage:
    """Where a piece is, what it is called, its words and the keys of the numbers it cites.

    file_page: counted from 1, of a passage in a file.
    """

    label: str
    body: str
    anchor: str = ""
    cited_keys: list[str] = field(default_factory=list)
    place: str = Place.PAGE
    file_page: int | None = None
