"""The citation of every provision of a reading, gathered at the article or heading above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from regulations.standard_citation import Cited, Step, cite_in, document_citation, words_within


@dataclass(slots=True)
class Quotes:
    """What to cite at one heading: (anchor, citation) of it and of what is below it, in order.

    `before` and `after`: (anchor, words) of the articles around it, or None.
    """

    anchor: str
    words: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    before: tuple[str, str] | None = None
    after: tuple[str, str] | None = None


class _Around(NamedTuple):
    depth: int
    words: str
    annex: str


def cited(document: Any) -> Cited:
    """What names an official document (a page), for its citation."""
    issuer = document.issuer.name if document.issuer else document.issuer_as_printed
    return Cited(
        type_code=document.document_type,
        type_name=str(document.get_document_type_display()),
        number=document.number,
        issued_on=document.issued_on,
        issuer=issuer,
        abstract=document.abstract,
        title=document.title,
    )


def quotes_of(passages: Iterable[Any], document: Any) -> dict[str, Quotes]:
    """By the anchor of each heading, the citations of the passages up to the next one."""
    whole = document_citation(cited(document))
    found: dict[str, Quotes] = {}
    here: Quotes | None = None
    above: list[_Around] = []
    for passage in passages:
        if not passage.anchor:
            continue
        around = _around(above, passage)
        if here is None or passage.rank:
            here = found[passage.anchor] = Quotes(passage.anchor, around.words)
        here.lines.append((passage.anchor, cite_in(around.words, whole, bool(around.annex))))
    _link(found, passages)
    return found


def _around(above: list[_Around], passage: Any) -> _Around:
    """The words for `passage`, and `above` brought down to it."""
    while above and above[-1].depth >= passage.depth:
        above.pop()
    outer = above[-1] if above else _Around(-1, "", "")
    words = words_within(Step(passage.kind, passage.label), outer.words, outer.annex)
    around = _Around(passage.depth, words, words if passage.kind == "annex" else outer.annex)
    above.append(around)
    return around


def _link(found: dict[str, Quotes], passages: Iterable[Any]) -> None:
    """Each article to the ones around it."""
    articles = [found[one.anchor] for one in passages if one.kind == "article" and one.anchor]
    for first, second in pairwise(articles):
        first.after = second.anchor, second.words
        second.before = first.anchor, first.words
