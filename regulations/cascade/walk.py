"""Up and down the ties of a document, as far as the reader may see, within bounds.

A step of the walk is one query, whatever the number of documents; a hidden document is neither
shown nor walked through, and no document is visited twice, so that cycles end.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from accounts.audience import audiences_of
from pages.models import PortalPage
from pages.querysets import visible_rule
from regulations.cascade.levels import level_of
from regulations.models import Tie
from regulations.wanted import still_published

# Steps each way, documents for each document of a step, and documents in all.
DEPTH = 3
MOST_OF_ONE = 8
MOST = 40
UP, DOWN = -1, 1


@dataclass(slots=True)
class Node:
    """A document of the map. steps: 0 the document asked for, negative above, positive below.

    more: whether there are neighbours beyond it that the map does not show.
    """

    page: PortalPage
    level: str
    steps: int
    above: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    more_above: bool = False
    more_below: bool = False

    @property
    def record(self) -> Any:
        """Number, issuer and date."""
        return self.page.record

    @property
    def label(self) -> str:
        """What names it in short: its number, else its title."""
        return str(self.record.number or self.page.title)


@dataclass(slots=True)
class Cascade:
    """The documents by their page's number.

    left_out: how many rest on the document itself and are not shown. is_cut: whether the map
    stops somewhere else too, at its last step or because it is full.
    """

    root: int
    nodes: dict[int, Node] = field(default_factory=dict)
    left_out: int = 0
    is_cut: bool = False

    @property
    def links(self) -> list[tuple[int, int]]:
        """(the one that rests, what it rests on), each once."""
        return [(pk, other) for pk, node in self.nodes.items() for other in node.above]


def cascade_of(document: PortalPage, user: Any) -> Cascade:
    """The map around `document` (with its record): a query a step, and one to count."""
    cascade = Cascade(document.pk)
    root = cascade.nodes[document.pk] = Node(document, level_of(document.record), 0)
    edges = {UP: [document.pk], DOWN: [document.pk]}
    for _step in range(DEPTH):
        edges = _step_from(cascade, edges, user)
        if not any(edges.values()):
            break
    cascade.is_cut = cascade.is_cut or any(edges.values())
    if root.more_below:
        cascade.left_out = _ties([root.page.pk], DOWN, user).count() - len(root.below)
    return cascade


def _ties(edge: list[int], way: int, user: Any) -> QuerySet[Tie]:
    """The ties of basis from these documents, upwards or downwards, that may be seen."""
    basis = Tie.objects.filter(anchor="", is_basis=True)
    if way == UP:
        return basis.filter(visible_rule(user, "target"), page__in=edge)
    return basis.filter(still_published(), audience__in=audiences_of(user), target__in=edge)


def _step_from(cascade: Cascade, edges: dict[int, list[int]], user: Any) -> dict[int, list[int]]:
    """Add the documents one step on, both ways; returns the new ones."""
    new: dict[int, list[int]] = {UP: [], DOWN: []}
    counted: Counter[tuple[int, int]] = Counter()
    before = {way: set(edge) for way, edge in edges.items()}
    for tie in _neighbours(edges, user):
        for way, mine, page in ((UP, tie.page_id, tie.target), (DOWN, tie.target_id, tie.page)):
            if mine not in before[way]:
                continue
            counted[way, mine] += 1
            is_full = counted[way, mine] > MOST_OF_ONE or len(cascade.nodes) >= MOST
            if page.pk not in cascade.nodes:
                if is_full:
                    _tell_of_more(cascade, mine, way)
                    continue
                steps = cascade.nodes[mine].steps + way
                cascade.nodes[page.pk] = Node(page, level_of(page.record), steps)
                new[way].append(page.pk)
            _tie(cascade, mine, page.pk, way)
    return new


def _neighbours(edges: dict[int, list[int]], user: Any) -> QuerySet[Tie]:
    """The ties of the edges with the pages at both ends: one more than is shown of each document.

    Each document of an edge is one look into an index, all of them one statement.
    """
    order = ("-day", "-page")
    chosen = Q(pk__in=[])
    for way, edge in edges.items():
        for pk in edge:
            own = _ties([pk], way, user).order_by(*order)
            chosen |= Q(pk__in=own.values("pk")[: MOST_OF_ONE + 1])
    ends = ("page", "target")
    known = Q(page__record__isnull=False, target__record__isnull=False)
    ties = Tie.objects.filter(chosen, known, *(visible_rule(user, end) for end in ends))
    return ties.select_related(*(f"{end}__record__issuer" for end in ends)).order_by(*order)


def _tell_of_more(cascade: Cascade, pk: int, way: int) -> None:
    node = cascade.nodes[pk]
    if way == UP:
        node.more_above = True
    else:
        node.more_below = True
    cascade.is_cut = cascade.is_cut or pk != cascade.root or way == UP


def _tie(cascade: Cascade, mine: int, other: int, way: int) -> None:
    rests, basis = (mine, other) if way == UP else (other, mine)
    if basis not in cascade.nodes[rests].above:
        cascade.nodes[rests].above.append(basis)
        cascade.nodes[basis].below.append(rests)
