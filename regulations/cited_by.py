"""Who cites a document, as far as the reader may see them: counted and listed from indexes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Value

from accounts.audience import Readers, audiences_of
from pages.late import row
from pages.models import PortalPage
from pages.querysets import visible_rule
from pages.statement import Statement
from regulations.anchors import anchor_words, outer_anchors
from regulations.models.derived import Citation, Provision
from regulations.models.tie import Tie
from regulations.wanted import still_published

MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document cites: the words, the provision they stand in, and its address."""

    as_printed: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """A document that cites, with the first places; `more` counts the others."""

    page: PortalPage
    places: list[Place]
    more: int


def ties_seen_by(user: Any) -> QuerySet[Tie]:
    """The ties of documents that `user` may read."""
    return Tie.objects.filter(still_published(), audience__in=audiences_of(user))


def counts_of(page_id: int, user: Any) -> dict[str, int]:
    """How many documents cite the page, by anchor; "" for the whole. One query."""
    ties = ties_seen_by(user).filter(target=page_id).order_by()
    return dict(ties.values_list("anchor").annotate(many=Count("pk")))


def _cited(readers: Readers, most: int) -> Any:
    """By anchor how many cite it, and the `most` newest of them, as rows of one form."""
    ties = ties_seen_by(readers).filter(target=row("target")).order_by()
    counts = ties.values("anchor").annotate(
        many=Count("pk"), newest=Max("day"), number=Value(0), title=Value(""), path=Value("")
    )
    newest = ties.filter(anchor="").order_by("-day", "-page")[:most]
    pages = Tie.objects.filter(visible_rule(readers, "page"), pk__in=newest.values("pk"))
    named = pages.order_by().annotate(none=Value(""), many=Value(0))
    return counts.values_list("anchor", "many", "newest", "number", "title", "path").union(
        named.values_list("none", "many", "day", "page", "page__title", "page__url_path"), all=True
    )


_CITED = Statement(_cited)


def cited_how(page_id: int, user: Any, most: int) -> tuple[dict[str, int], list[PortalPage]]:
    """What `counts_of` gives, and the `most` newest of the documents.

    One query; of the documents only what a link to them needs.
    """
    counted: dict[str, int] = {}
    found: list[tuple[dt.date, int, PortalPage]] = []
    for anchor, many, day, number, title, path in _CITED.rows(
        Readers.like(user), most, target=page_id
    ):
        if many:
            counted[anchor] = many
        else:
            found.append(
                (day or dt.date.min, number, PortalPage(pk=number, title=title, url_path=path))
            )
    found.sort(key=lambda one: one[:2], reverse=True)
    return counted, [page for _, _, page in found]


def pages_of(ties: QuerySet[Tie], user: Any) -> list[PortalPage]:
    """The pages, with their records, of a stretch of ties in its order, as far as `user` sees them.

    One query: the stretch is cut in the index, before any page is looked at.
    """
    order = ties.query.order_by
    found = Tie.objects.filter(visible_rule(user, "page"), pk__in=ties.values("pk"))
    return [tie.page for tie in found.select_related("page__record").order_by(*order)]


def citing_documents(
    ties: QuerySet[Tie], user: Any, cited: Q, anchor: str = ""
) -> list[CitingDocument]:
    """The documents of a stretch of ties, and where each of them cites what `cited` selects."""
    pages = pages_of(ties, user)
    places: dict[int, list[Place]] = defaultdict(list)
    counted: dict[int, int] = defaultdict(int)
    by_id = {page.pk: page for page in pages}
    rows = Citation.objects.filter(cited, page__in=list(by_id)).select_related("provision")
    if anchor:
        rows = rows.filter(Q(cited_anchor=anchor) | Q(cited_anchor__startswith=f"{anchor}-"))
    for citation in rows.order_by("page", "pk"):
        counted[citation.page_id] += 1
        if len(places[citation.page_id]) < MOST_PLACES:
            places[citation.page_id].append(_place(citation, by_id[citation.page_id]))
    return [
        CitingDocument(page, places[page.pk], counted[page.pk] - len(places[page.pk]))
        for page in pages
    ]


def _place(citation: Citation, page: PortalPage) -> Place:
    provision = citation.provision
    anchor = provision.anchor if provision else ""
    label = anchor_words(anchor)
    return Place(_named(citation), label, f"{page.url}#{anchor}" if anchor else page.url)


def _named(citation: Citation) -> str:
    part = anchor_words(citation.cited_anchor)
    return f"{part}, {citation.as_printed}" if part else citation.as_printed


def existing_anchors(wanted: Iterable[tuple[int, str]]) -> set[tuple[int, str]]:
    """Which of the (page, anchor) pairs, or of those around them, are in the text. One query."""
    asked = {(page, outer) for page, anchor in wanted for outer in outer_anchors(anchor)}
    if not asked:
        return set()
    pages, anchors = {page for page, _ in asked}, {anchor for _, anchor in asked}
    rows = Provision.objects.filter(page__in=pages, anchor__in=anchors).order_by()
    return set(rows.values_list("page_id", "anchor")) & asked


def nearest_anchor(page_id: int, anchor: str, existing: set[tuple[int, str]]) -> str:
    """`anchor`, or the nearest one around it that exists; "" when none does."""
    return next((one for one in outer_anchors(anchor) if (page_id, one) in existing), "")
