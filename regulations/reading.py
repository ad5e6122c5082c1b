"""What a reader of an official document is shown: its pieces in order, linked both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Min, Q, prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.audience import Audience, audiences_of
from pages.models import PortalPage
from regulations.problems import problem_sentences

CONTENTS_KINDS = frozenset({"annex", "part", "chapter", "section", "article", "roman", "number"})
OUTER_KINDS = frozenset({"annex", "part", "chapter", "section", "roman"})
INNER_KINDS = frozenset({"article", "number"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: plain, a link, or the name of a document that is not here yet."""

    text: str
    url: str = ""
    missing: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of the document, ready to print: `paragraphs` are its own words, line by line."""

    kind: str
    depth: int
    anchor: str
    label: str
    heading: str
    heading_runs: list[Run]
    paragraphs: list[list[Run]]
    block: Any = None

    @property
    def rank(self) -> int:
        """2 for headings of parts and chapters, 3 of articles, 0 for running text."""
        if self.kind in OUTER_KINDS:
            return 2
        return 3 if self.kind == "article" or (self.kind in INNER_KINDS and self.heading) else 0

    @property
    def printed_label(self) -> str:
        """The label with the full stop that stands after it: "Điều 23.", "1.", "a)"."""
        closed = not self.label or self.label[-1] in ".)"
        return self.label if closed or self.rank == 2 else f"{self.label}."


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A cited document in a list: as printed, and where it leads if it is here."""

    as_printed: str
    url: str = ""
    title: str = ""
    missing: bool = True


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How this document acts on another, or another on it."""

    sentence: str
    title: str
    url: str
    provisions: str
    on: Any


@dataclass(slots=True)
class Reading:
    """Everything a document page prints beside its own fields."""

    passages: list[Passage] = field(default_factory=list)
    contents: list[Passage] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    shows_oddities: bool = False
    basis: list[CitationLine] = field(default_factory=list)
    cited: list[CitationLine] = field(default_factory=list)
    cited_by: list[tuple[str, str]] = field(default_factory=list)
    acts_on: list[RelationLine] = field(default_factory=list)
    acted_on: list[RelationLine] = field(default_factory=list)


def reading_of(document: Any, request: HttpRequest) -> Reading:
    """The reading of `document` for this reader.

    A published document is read from its derived rows; a draft in preview is derived on the spot.
    Only what the reader may see is linked or named; a cited document that exists but is not for
    this reader looks like one that is not here.
    """
    reading = Reading(shows_oddities=_shows_oddities(request))
    citations, citing = _citations(document)
    if getattr(request, "is_preview", False) or document.pk is None:
        # Imported here: `derive` needs the models, which need this module.
        from regulations.derive import derive

        derived = derive(document)
        provisions, citations, problems = derived.provisions, derived.citations, derived.problems
    else:
        provisions = list(document.provisions.all())
        # Asked for only where it is shown: most readers cost no query more.
        noted = reading.shows_oddities and hasattr(document, "record")
        problems = document.record.problems if noted else []
    reading.problems = problem_sentences(problems) if reading.shows_oddities else []
    targets = _visible_targets(citations, request)
    reading.passages = _passages(document, provisions, citations, targets)
    reading.contents = [p for p in reading.passages if p.kind in CONTENTS_KINDS and p.heading]
    reading.basis = _lines((c for c in citations if c.is_basis), targets)
    reading.cited = _lines((c for c in citations if not c.is_basis), targets)
    reading.cited_by = [
        (page.title, page.url) for page in citing if page.is_visible_to(request.user)
    ]
    if document.pk is not None:
        reading.acts_on, reading.acted_on = _relations(document, request)
    return reading


def _shows_oddities(request: HttpRequest) -> bool:
    """To staff, and in a preview: an account in no group reads what everybody reads."""
    in_preview = getattr(request, "is_preview", False)
    return in_preview or Audience.STAFF in audiences_of(request.user)


def _citations(document: Any) -> tuple[list[Any], list[PortalPage]]:
    """The citations in `document` with their targets, and the pages that cite it; one query."""
    if document.pk is None:
        return [], []
    everywhere = document.citations.model.objects
    on_it = everywhere.filter(target=document.pk).exclude(page=document.pk)
    one_of_each_page = on_it.order_by().values("page").annotate(first=Min("pk")).values("first")
    either = Q(page=document.pk) | Q(pk__in=one_of_each_page)
    rows = list(everywhere.filter(either).select_related("page", "target"))
    own = [citation for citation in rows if citation.page_id == document.pk]
    return own, [citation.page for citation in rows if citation.page_id != document.pk]


def _visible_targets(citations: list[Any], request: HttpRequest) -> dict[int, PortalPage]:
    prefetch_related_objects(citations, "target")
    targets = [citation.target for citation in citations if citation.target_id]
    return {page.pk: page for page in targets if page.is_visible_to(request.user)}


def _passages(
    document: Any, provisions: list[Any], citations: list[Any], targets: dict[int, PortalPage]
) -> list[Passage]:
    by_position: dict[int, list[Any]] = defaultdict(list)
    positions = {provision.pk: provision.position for provision in provisions if provision.pk}
    for citation in citations:
        # A citation derived for a preview has its provision in memory only.
        position = positions.get(citation.provision_id)
        if position is None and citation.provision is not None:
            position = citation.provision.position
        if position is not None:
            by_position[position].append(citation)
    blocks = {}
    if any(provision.kind == "block" for provision in provisions):
        blocks = {str(block.id): block for block in document.body}
    return [
        Passage(
            kind=provision.kind,
            depth=provision.depth,
            anchor=provision.anchor,
            label=provision.label,
            heading=provision.heading,
            heading_runs=_runs(provision.heading, by_position[provision.position], targets, True),
            paragraphs=_lines_of(
                _runs(provision.text, by_position[provision.position], targets, False)
            ),
            block=blocks.get(provision.block_id),
        )
        for provision in provisions
    ]


def _lines_of(runs: list[Run]) -> list[list[Run]]:
    """`runs` cut into paragraphs at line breaks; a link that runs over one stays whole."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        if run.url or run.missing:
            paragraphs[-1].append(replace(run, text=" ".join(run.text.split())))
            continue
        first, *others = run.text.split("\n")
        paragraphs[-1].append(Run(first))
        paragraphs += [[Run(line)] for line in others]
    return [line for line in paragraphs if any(run.text.strip() for run in line)]


def _runs(
    text: str, citations: list[Any], targets: dict[int, PortalPage], in_heading: bool
) -> list[Run]:
    """`text` cut at its citations, each a link or marked as missing."""
    runs: list[Run] = []
    end = 0
    mine = [citation for citation in citations if citation.in_heading == in_heading]
    for citation in sorted(mine, key=lambda item: item.start):
        if citation.start < end:
            continue
        if citation.start > end:
            runs.append(Run(text[end : citation.start]))
        runs.append(_run(text[citation.start : citation.end], citation, targets))
        end = citation.end
    if end < len(text):
        runs.append(Run(text[end:]))
    return runs


def _run(words: str, citation: Any, targets: dict[int, PortalPage]) -> Run:
    page = targets.get(citation.target_id)
    if page is None:
        return Run(words, missing=bool(citation.number_key))
    anchor = f"#{citation.cited_anchor}" if citation.cited_anchor else ""
    return Run(words, url=f"{page.url}{anchor}", title=page.title)


def _lines(citations: Iterable[Any], targets: dict[int, PortalPage]) -> list[CitationLine]:
    """One line per cited document, in the order of first mention."""
    lines: dict[str, CitationLine] = {}
    for citation in citations:
        key = citation.number_key or citation.law_key
        if not key or key in lines:
            continue
        page = targets.get(citation.target_id)
        lines[key] = CitationLine(
            as_printed=citation.as_printed,
            url=page.url if page else "",
            title=page.title if page else "",
            missing=page is None,
        )
    return list(lines.values())


def _relations(
    document: Any, request: HttpRequest
) -> tuple[list[RelationLine], list[RelationLine]]:
    own, theirs = document.own_relations, document.relations_on_it
    acts_on = [_line(r, r.target, _active(r)) for r in own if r.target.is_visible_to(request.user)]
    acted_on = [
        _line(r, r.source, _passive(r)) for r in theirs if r.source.is_visible_to(request.user)
    ]
    return acts_on, acted_on


def reason_of(effect: Any, request: HttpRequest) -> RelationLine | None:
    """What ended, suspended or cut the document, if that is a document the reader may see."""
    relation = effect.because
    if relation is None or not relation.source.is_visible_to(request.user):
        return None
    return _line(relation, relation.source, _passive(relation))


def _line(relation: Any, page: PortalPage, sentence: str) -> RelationLine:
    return RelationLine(
        sentence, page.title, page.url, relation.provisions, relation.takes_effect_on
    )


def _active(relation: Any) -> str:
    return str(relation.get_kind_display())


def _passive(relation: Any) -> str:
    return {
        "amends": _("amended by"),
        "replaces": _("replaced by"),
        "repeals": _("repealed by"),
        "suspends": _("suspended by"),
        "guides": _("guided by"),
        "consolidates": _("consolidated in"),
        "corrects": _("corrected by"),
    }[relation.kind]
