"""What a reader of an official document is shown: its pieces in order, linked both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects
from django.http import HttpRequest

from accounts.audience import Audience, audiences_of
from pages.late import row
from pages.models import PortalPage
from pages.statement import Statement
from regulations.cited_by import cited_how, existing_anchors, nearest_anchor
from regulations.models.derived import Citation, Provision
from regulations.problems import problem_sentences
from regulations.relation_lines import RelationLine, relations_of

CONTENTS_KINDS = frozenset({"annex", "part", "chapter", "section", "article", "roman", "number"})
OUTER_KINDS = frozenset({"annex", "part", "chapter", "section", "roman"})
MOST_CITING = 5
INNER_KINDS = frozenset({"article", "number"})


# Not frozen: a law has thousands of these, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Run:
    """A stretch of text: plain, a link, or the name of a document that is not here yet."""

    text: str
    url: str = ""
    missing: bool = False
    title: str = ""


class Row(NamedTuple):
    """What a passage is made of; a thousand model instances cost more than the page itself."""

    pk: int
    position: int
    kind: str
    depth: int
    anchor: str
    label: str
    heading: str
    text: str
    block_id: str


@dataclass(slots=True)
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
    # What happened to it by the day asked: regulations.as_of.
    marks: tuple[RelationLine, ...] = ()
    # How many documents cite this provision or a part of it.
    cited_count: int = 0

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
    # How many documents cite it that this reader may see.
    cited_by_count: int = 0
    acts_on: list[RelationLine] = field(default_factory=list)
    acted_on: list[RelationLine] = field(default_factory=list)

    @property
    def is_tied(self) -> bool:
        """Whether a map of what it rests on, and what rests on it, shows anything."""
        return bool(self.cited_by_count or any(line.url for line in self.basis))


_PROVISIONS = Statement(
    lambda: Provision.objects.filter(page=row("page")).values_list(*Row._fields)
)
_CITATIONS = Statement(lambda: Citation.objects.filter(page=row("page")).select_related("target"))


def reading_of(document: Any, request: HttpRequest) -> Reading:
    """The reading of `document` for this reader.

    A published document is read from its derived rows; a draft in preview is derived on the spot.
    Only what the reader may see is linked or named; a cited document that exists but is not for
    this reader looks like one that is not here.
    """
    reading = Reading(shows_oddities=_shows_oddities(request))
    citations = _citations(document)
    if getattr(request, "is_preview", False) or document.pk is None:
        # Imported here: `derive` needs the models, which need this module.
        from regulations.derive import derive

        derived = derive(document)
        provisions, citations, problems = derived.provisions, derived.citations, derived.problems
    else:
        provisions = [Row(*one) for one in _PROVISIONS.rows(page=document.pk)]
        # Asked for only where it is shown: most readers cost no query more.
        noted = reading.shows_oddities and hasattr(document, "record")
        problems = document.record.problems if noted else []
    reading.problems = problem_sentences(problems) if reading.shows_oddities else []
    targets = _visible_targets(citations, request)
    counts: dict[str, int] = {}
    citing: list[PortalPage] = []
    if document.pk is not None:
        counts, citing = cited_how(document.pk, request.user, MOST_CITING)
    reading.passages = _passages(document, provisions, _Links(citations, targets), counts)
    reading.contents = [p for p in reading.passages if p.kind in CONTENTS_KINDS and p.heading]
    reading.basis = _lines((c for c in citations if c.is_basis), targets)
    reading.cited = _lines((c for c in citations if not c.is_basis), targets)
    reading.cited_by_count = counts.get("", 0)
    reading.cited_by = [(page.title, page.get_url(request)) for page in citing]
    if document.pk is not None:
        reading.acts_on, reading.acted_on = relations_of(document, request.user)
    return reading


def _shows_oddities(request: HttpRequest) -> bool:
    """In a preview, and to those of the staff who work in the admin and can mend them."""
    if getattr(request, "is_preview", False):
        return True
    is_staff = Audience.STAFF in audiences_of(request.user)
    return is_staff and request.user.has_perm("wagtailadmin.access_admin")


def _citations(document: Any) -> list[Any]:
    """The citations in `document` with their targets; one query."""
    if document.pk is None:
        return []
    return _CITATIONS.rows(page=document.pk)


def _visible_targets(citations: list[Any], request: HttpRequest) -> dict[int, PortalPage]:
    prefetch_related_objects(citations, "target")
    targets = [citation.target for citation in citations if citation.target_id]
    return {page.pk: page for page in targets if page.is_visible_to(request.user)}


class _Links:
    """Where the citations of a text lead this reader."""

    def __init__(self, citations: list[Any], targets: dict[int, PortalPage]) -> None:
        self.citations = citations
        self.targets = targets
        self._existing = existing_anchors(
            (citation.target_id, citation.cited_anchor)
            for citation in citations
            if citation.target_id in targets and citation.cited_anchor
        )

    def url(self, citation: Any) -> str:
        """The address of the cited provision, or of what is there around it; "" if not here."""
        page = self.targets.get(citation.target_id)
        if page is None:
            return ""
        anchor = nearest_anchor(page.pk, citation.cited_anchor, self._existing)
        return f"{page.url}#{anchor}" if anchor else page.url

    def title(self, citation: Any) -> str:
        """The title of the cited document."""
        return str(self.targets[citation.target_id].title)


def _passages(
    document: Any, provisions: list[Any], links: _Links, counts: dict[str, int]
) -> list[Passage]:
    by_position: dict[int, list[Any]] = defaultdict(list)
    positions = {provision.pk: provision.position for provision in provisions if provision.pk}
    for citation in links.citations:
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
            heading_runs=_runs(provision.heading, by_position.get(provision.position), links, True),
            paragraphs=_lines_of(
                _runs(provision.text, by_position.get(provision.position), links, False)
            ),
            block=blocks.get(provision.block_id),
            cited_count=counts.get(provision.anchor, 0) if provision.anchor else 0,
        )
        for provision in provisions
    ]


def _lines_of(runs: list[Run]) -> list[list[Run]]:
    """`runs` cut into paragraphs at line breaks; a link that runs over one stays whole."""
    if len(runs) == 1 and not (runs[0].url or runs[0].missing):
        return [[Run(line)] for line in runs[0].text.split("\n") if line.strip()]
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        if run.url or run.missing:
            paragraphs[-1].append(replace(run, text=" ".join(run.text.split())))
            continue
        first, *others = run.text.split("\n")
        paragraphs[-1].append(Run(first))
        paragraphs += [[Run(line)] for line in others]
    return [line for line in paragraphs if any(run.text.strip() for run in line)]


def _runs(text: str, citations: list[Any] | None, links: _Links, in_heading: bool) -> list[Run]:
    """`text` cut at its citations, each a link or marked as missing."""
    if not citations:
        return [Run(text)] if text else []
    runs: list[Run] = []
    end = 0
    mine = [citation for citation in citations if citation.in_heading == in_heading]
    for citation in sorted(mine, key=lambda item: item.start):
        if citation.start < end:
            continue
        if citation.start > end:
            runs.append(Run(text[end : citation.start]))
        runs.append(_run(text[citation.start : citation.end], citation, links))
        end = citation.end
    if end < len(text):
        runs.append(Run(text[end:]))
    return runs


def _run(words: str, citation: Any, links: _Links) -> Run:
    url = links.url(citation)
    if not url:
        return Run(words, missing=bool(citation.number_key))
    return Run(words, url=url, title=links.title(citation))


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
