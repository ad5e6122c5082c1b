"""Types of official documents with their abbreviations, read from a cited table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vietnamese.fold import fold


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A row of `data/document_types.csv`.

    name: as printed ("Kế hoạch"); code: English word for programs ("plan"; "other" for types the
    portal keeps no shelf for); abbreviation: as in numbers ("KH"; "" if none); source: where the
    abbreviation is laid down.
    """

    name: str
    code: str
    abbreviation: str
    source: str


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All types in the order of the table."""
    table = resources.files("vietnamese") / "data" / "document_types.csv"
    with table.open("r", encoding="utf-8") as lines:
        return tuple(DocumentType(**row) for row in csv.DictReader(lines))


@cache
def _by_name() -> dict[str, DocumentType]:
    return {fold(kind.name): kind for kind in document_types()}


@cache
def _by_abbreviation() -> dict[str, DocumentType]:
    found: dict[str, DocumentType] = {}
    for kind in document_types():
        found.setdefault(fold(kind.abbreviation), kind)
    found.pop("", None)
    return found


def document_type_named(name: str) -> DocumentType | None:
    """The type called `name` ("Kế hoạch", "KE HOACH"), or None."""
    return _by_name().get(fold(name))


def document_type_abbreviated(abbreviation: str) -> DocumentType | None:
    """The type that numbers write as `abbreviation` ("KH", "kh"), or None.

    QH stands for laws and codes alike: the answer is then the first of them, a law. Joint papers
    add LT ("liên tịch"): KHLT is a plan.
    """
    short = fold(abbreviation).rstrip("0123456789")
    return _by_abbreviation().get(short) or _by_abbreviation().get(short.removesuffix("lt"))
