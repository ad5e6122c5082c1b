"""The library of `benchmarks.linking`: made, read, and judged."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.utils.text import slugify

from accounts.audience import Audience
from benchmarks.cited_documents import Paper, cited_paper, doubles, plan_papers
from benchmarks.truth import Group, Truth, read_truth
from extraction import ReadError, read_document
from pages.models import PortalPage
from regulations.derive import derive, forget, rebuild
from regulations.models import RegulationIndexPage, RegulationPage


@dataclass(slots=True)
class Score:
    """links: what was linked. found: cited documents that were linked, of `wanted`."""

    links: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0
    unread: int = 0
    doubles: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Library:
    """A repository in the database of this run."""

    def __init__(self) -> None:
        call_command("migrate", verbosity=0)
        root = PortalPage.objects.get(depth=1)
        self.index = RegulationIndexPage(title="Kho", slug="kho", audience=Audience.PUBLIC)
        root.add_child(instance=self.index)
        self.papers: dict[int, Paper] = {}
        self.ids: dict[Paper, int] = {}

    def add(self, paper: Paper) -> int:
        """Publish `paper`, without words of its own; known ones stay as they are.

        The table spells one number in two ways ("HĐ-", "HD-"): one key, day and issuer are one.
        """
        same = next((known for known in self.ids if known.is_same(paper)), None)
        if same is not None:
            self.ids[paper] = self.ids[same]
        if paper not in self.ids:
            page = self._page(paper.title, number=paper.number, issued_on=paper.day)
            page.issuer_as_printed = paper.issuer
            page.document_type = _type_of(paper)
            page.save()
            rebuild(page)
            self.ids[paper], self.papers[page.pk] = page.pk, paper
        return self.ids[paper]

    def citing(self, text: str, truth: Truth) -> Any:
        """The page of a paper that cites, not published: its rows are derived in memory."""
        page = self._page(truth.subject or truth.file, number=truth.number)
        page.issuer_as_printed, page.parent_body_as_printed = truth.issuer, truth.parent_body
        page.body = [("legal_text", text)]
        page.save()
        return RegulationPage.objects.get(pk=page.pk)

    def drop(self, papers: list[Paper]) -> None:
        """Take these out again."""
        for paper in papers:
            forget(self.ids[paper])

    def _page(self, title: str, **fields: Any) -> Any:
        slug = slugify(f"van-ban-{len(self.papers)}-{time.monotonic_ns()}")
        fields = {"document_type": "other", "audience": Audience.PUBLIC, **fields}
        page = RegulationPage(title=title[:255], slug=slug, **fields)
        self.index.add_child(instance=page)
        return page


def measure(data: Path, texts: Path | None, plan: Path, *, verbose: bool) -> None:
    """Print the scores of the papers in `data`, and of the plan."""
    library = Library()
    truths = [truth for truth in read_truth(data) if truth.cited]
    wanted = {truth.file: _papers(truth) for truth in truths}
    eight = plan_papers()
    cited = [paper for papers in wanted.values() for paper in papers]
    originals = list(dict.fromkeys([*cited, *eight]))
    with transaction.atomic():
        for paper in originals:
            for one in (paper, *doubles(paper)):
                library.add(one)
    print(f"library: {len(originals)} cited documents, {len(library.papers)} with their doubles")
    pages = {t.file: library.citing(text, t) for t in truths if (text := _text(data, t, texts))}
    pages["plan"] = library.citing(plan.read_text(encoding="utf-8"), _plan_truth())
    wanted["plan"] = eight
    score = Score()
    for name, page in pages.items():
        _judge(score, library, page, wanted[name], name)
    _print("with the cited documents", score, verbose=verbose)
    _print_plan(library, pages["plan"], eight)
    library.drop(originals)
    alone = Score()
    for name, page in pages.items():
        _judge(alone, library, page, [], name)
    count = len(library.papers) - len(originals)
    print(f"doubles only: {alone.doubles} links to one of {count} doubles")
    for line in alone.wrong:
        print(f"  {line}")


def _papers(truth: Truth) -> list[Paper]:
    found = (cited_paper(cited, truth) for cited in truth.cited)
    return [paper for paper in dict.fromkeys(found) if paper]


def _judge(score: Score, library: Library, page: Any, wanted: list[Paper], name: str) -> None:
    citations = derive(page).citations
    linked = Counter(citation.target_id for citation in citations if citation.target_id)
    keys = {citation.number_key or citation.law_key for citation in citations}
    for target, count in linked.items():
        paper = library.papers[target]
        score.links += count
        if paper.of is None:
            score.right += count
        else:
            score.doubles += count
            score.wrong.append(f"{name}: {_told(paper)}")
    for paper in wanted:
        if paper.key not in keys:
            score.unread += 1
            score.missed.append(f"{name}: {_told(paper)}; not read")
            continue
        score.wanted += 1
        if library.ids[paper] in linked:
            score.found += 1
        else:
            said = [c for c in citations if (c.number_key or c.law_key) == paper.key]
            told = "; ".join(f"{c.issuer_as_printed or '-'} {c.issued_on or '-'}" for c in said[:3])
            score.missed.append(f"{name}: {_told(paper)}; read: {told}")


def _told(paper: Paper) -> str:
    return f"{paper.number or paper.title} of {paper.issuer}, {paper.day}"


def _plan_truth() -> Truth:
    return Truth(
        file="plan",
        group=Group.BORN_DIGITAL,
        doc_type="Kế hoạch",
        number="",
        date="",
        issuer="Trường Mầm non Yên Hoà",
        parent_body="Phòng Giáo dục và Đào tạo quận Hà Đông",
        subject="Kế hoạch thi đua, khen thưởng",
        signers=(),
        offices=(),
        urgency="",
        cited=(),
        is_partial=False,
    )


def _print(name: str, score: Score, *, verbose: bool) -> None:
    print(
        f"{name}: precision {_share(score.right, score.links)} ({score.right} of {score.links} "
        f"links, {score.doubles} to doubles), recall {_share(score.found, score.wanted)} "
        f"({score.found} of {score.wanted} cited documents; the numbers of {score.unread} more "
        f"were not read from the paper: {_share(score.found, score.wanted + score.unread)} of all)"
    )
    for line in [*score.wrong, *(score.missed if verbose else [])]:
        print(f"  {line}")


def _print_plan(library: Library, page: Any, eight: list[Paper]) -> None:
    named = {library.ids[paper] for paper in eight}
    right = [c for c in derive(page).citations if c.target_id in named]
    print(f"the plan: {len({c.target_id for c in right})} of {len(named)} documents linked")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _type_of(paper: Paper) -> str:
    return "law" if not paper.number else "other"


def _text(data: Path, truth: Truth, texts: Path | None) -> str:
    """The text of a paper, read once and kept in `texts`; "" for one that cannot be read."""
    kept = texts / f"{truth.file}.txt" if texts else None
    if kept and kept.exists():
        return kept.read_text(encoding="utf-8")
    try:
        text = read_document(data / truth.file).text
    except ReadError as error:
        print(f"  {truth.file}: not read ({error.code})")
        return ""
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    return text
