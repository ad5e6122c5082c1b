"""A repository of any size, made from the titles, numbers and words of real documents.

Documents cite each other as real ones do: few are cited by most, most by hardly any; one in ten
citations is of a document that is not there. One row in five hundred is for the Council, half are
for everybody.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.bulk_rows import insert, roomy, settle
from extraction import law_key

PROVISIONS = 10
WANTED_SHARE = 0.1
LAW_SHARE = 0.6  # of all documents cite the most cited one
FIRST_DAY, DAYS = dt.date(2000, 1, 3), 9700
KINDS = [("decree", "NĐ-CP"), ("circular", "TT-BGDĐT"), ("decision", "QĐ-TTg"), ("law", "QH15")]
SAMPLE_TITLES = ["Quy định về công tác thi đua, khen thưởng", "Hướng dẫn xét sáng kiến"]
SAMPLE_LINES = ["Cơ quan, đơn vị tổ chức thực hiện đúng thời hạn và báo cáo kết quả."]


@dataclass(frozen=True, slots=True)
class Real:
    """What real documents lend: titles and lines of text."""

    titles: list[str] = field(default_factory=lambda: SAMPLE_TITLES)
    lines: list[str] = field(default_factory=lambda: SAMPLE_LINES)


def real_of(folder: Path | None) -> Real:
    """From a folder with `ground_truth.csv` and .txt files; without one, two made-up titles."""
    if folder is None:
        return Real()
    with (folder / "ground_truth.csv").open(encoding="utf-8-sig") as file:
        titles = [row["subject"][:200] for row in csv.DictReader(file) if row["subject"]]
    texts = (path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt")))
    lines = [" ".join(line.split()) for text in texts for line in text.splitlines()]
    return Real(titles, [line[:400] for line in lines if len(line) > 80] or SAMPLE_LINES)


@dataclass(frozen=True, slots=True)
class Paper:
    """One made document."""

    pk: int
    place: int
    title: str
    kind: str
    number: str
    number_key: str
    issued_on: dt.date
    audience: str


class Maker:
    """Makes `documents` papers below the list page `parent`, with so many citations in all."""

    def __init__(self, parent: Any, documents: int, citations: int, real: Real) -> None:
        from django.utils import timezone

        from pages.models import PortalPage

        self.parent, self.real, self.chance = parent, real, random.Random(4)
        self.now = timezone.now()
        self.each = max(1, citations // documents)
        first = PortalPage.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        self.papers = [self._paper(first + place, place) for place in range(documents)]
        self.wanted = max(20, documents // 20)

    @property
    def most_cited(self) -> Paper:
        """The first paper."""
        return self.papers[0]

    def _paper(self, pk: int, place: int) -> Paper:
        from vietnamese import fold_number

        kind, sign = KINDS[place % len(KINDS)]
        day = FIRST_DAY + dt.timedelta(days=self.chance.randrange(DAYS)) if place else FIRST_DAY
        number = f"{place}/{day.year}/{sign}"
        audience = "council" if place % 500 == 499 else ("public", "staff")[place // 2 % 2]
        title = f"{self.chance.choice(self.real.titles)} ({number})"
        return Paper(pk, place, title, kind, number, fold_number(number), day, audience)

    def write(self) -> None:
        """Everything, in one transaction."""
        from django.db import transaction

        from pages.models import PortalPage
        from regulations.models import Citation, Provision, Tie, WantedDocument

        with roomy(), transaction.atomic():
            self._write_pages()
            self._write_records()
            self._write_wanted()
            self._write_texts()
            self._write_relations()
        settle(PortalPage, Provision, Citation, Tie, WantedDocument)

    def _write_pages(self) -> None:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Locale

        from pages.models import PortalPage
        from regulations.models import RegulationPage

        parent = PortalPage.objects.get(pk=self.parent.pk)
        model = ContentType.objects.get_for_model(RegulationPage)
        template = PortalPage(
            title="x",
            depth=parent.depth + 1,
            live=True,
            has_unpublished_changes=False,
            content_type=model,
            locale=Locale.get_default(),
            first_published_at=self.now,
        )
        names = ["id", "path", "title", "draft_title", "slug", "url_path", "audience"]
        names += ["translation_key", "last_published_at"]
        first = parent.numchild + 1
        insert(template, names, (self._page_row(parent, first, one) for one in self.papers))
        numchild = parent.numchild + len(self.papers)
        PortalPage.objects.filter(pk=parent.pk).update(numchild=numchild)
        names = ["portalpage_ptr_id", "document_type", "number", "number_key", "issued_on"]
        rows = ((o.pk, o.kind, o.number, o.number_key, o.issued_on) for o in self.papers)
        # Every row as heavy as a real one: nothing may be quick only because texts are missing.
        body = [("legal_text", "\n".join(self.real.lines[:PROVISIONS]))]
        insert(RegulationPage(issuer_as_printed="CHÍNH PHỦ", body=body), names, rows)

    def _page_row(self, parent: Any, first: int, one: Paper) -> tuple[Any, ...]:
        from pages.models import PortalPage

        path = PortalPage._get_path(parent.path, parent.depth + 1, first + one.place)
        slug, when = f"van-ban-{one.place}", self.now - dt.timedelta(minutes=one.place)
        url_path = f"{parent.url_path}{slug}/"
        key = uuid.UUID(int=self.chance.getrandbits(128), version=4)
        return (one.pk, path, one.title, one.title, slug, url_path, one.audience, key, when)

    def _write_records(self) -> None:
        from regulations.models import DocumentRecord

        ended = {target.pk: source.issued_on for source, target in self._replacements()}
        names = ["page_id", "document_type", "number", "number_key", "issued_on", "starts_on"]
        names += [
            "effective_on",
            "ended_on",
            "law_key",
            "year",
            "listed_on",
            "audience",
            "published_at",
        ]
        template = DocumentRecord(
            issuer_as_printed="CHÍNH PHỦ", problems=[], parent_id=self.parent.pk
        )
        insert(
            template,
            names,
            (self._record_row(one, ended.get(one.pk)) for one in self.papers),
        )

    def _record_row(self, one: Paper, ended: dt.date | None) -> tuple[Any, ...]:
        day = one.issued_on
        law = law_key(one.title, day.year)[:160] if one.kind == "law" else ""
        facts = (one.pk, one.kind, one.number, one.number_key, day, day, day, ended)
        return (
            *facts,
            law,
            day.year,
            day,
            one.audience,
            self.now - dt.timedelta(minutes=one.place),
        )

    def _write_wanted(self) -> None:
        from regulations.models import WantedDocument

        insert(WantedDocument(), ["id", *_WANTED], map(_wanted_row, range(1, self.wanted + 1)))

    def _write_texts(self) -> None:
        from regulations.models import Citation, Provision, Tie

        provisions, citations, ties = count(1), count(1), count(1)
        for first in range(0, len(self.papers), 2000):
            texts, cited, tied = [], [], []
            for one in self.papers[first : first + 2000]:
                rows = list(self._text_of(one, provisions, citations))
                texts += [row for row, _ in rows]
                cited += [row for _, found in rows for row in found]
                tied += [(next(ties), *tie) for tie in self._ties(one, rows)]
            insert(Provision(kind="article"), _PROVISION, texts)
            insert(Citation(), _CITATION, cited)
            insert(Tie(), _TIE, tied)
        self._count_wanted()

    def _text_of(self, one: Paper, provisions: Iterator[int], citations: Iterator[int]) -> Any:
        """Its provisions, each with its citations; the first cites the most cited document."""
        whole, more = divmod(self.each, PROVISIONS)
        for position in range(PROVISIONS):
            key, words, found = next(provisions), self.chance.choice(self.real.lines), []
            for turn in range(whole + (position < more)):
                target = self._cited(one, first=position == turn == 0)
                number, start = target[0], len(words) + 1
                words = f"{words} {number}"
                row = (next(citations), one.pk, key, start, len(words), number, number)
                found.append((*row, *target[1:], position == 0))
            label = f"Điều {position + 1}"
            text = (key, one.pk, position, f"dieu-{position + 1}", label, words)
            yield text, found

    def _cited(self, one: Paper, *, first: bool) -> tuple[Any, ...]:
        """(number, its key, the cited anchor, target, wanted)."""
        if self.chance.random() < WANTED_SHARE and not first:
            wanted = int(self.wanted ** self.chance.random())
            number, key = _wanted_number(wanted)
            return number, key, "", None, wanted
        place = int(len(self.papers) ** self.chance.random()) % len(self.papers)
        if first and self.chance.random() < LAW_SHARE:
            place = 0
        if place == one.place:
            place = (place + 1) % len(self.papers)
        target = self.papers[place]
        anchor = f"dieu-{1 + self.chance.randrange(PROVISIONS)}"
        return target.number, target.number_key, anchor, target.pk, None

    def _ties(self, one: Paper, rows: list[Any]) -> Iterator[tuple[Any, ...]]:
        found: dict[tuple[Any, ...], bool] = {}
        for _key, _page, _p, _s, _e, _n, _as, _nk, anchor, target, wanted, basis in (
            row for _, cited in rows for row in cited
        ):
            for place in {"", anchor}:
                key = (target, wanted, place)
                found[key] = found.get(key, False) or basis
        for (target, wanted, anchor), basis in found.items():
            yield one.pk, target, wanted, anchor, basis, one.audience, one.issued_on

    def _count_wanted(self) -> None:
        from regulations.models import WantedDocument
        from regulations.wanted import recount

        recount(WantedDocument.objects.values_list("pk", flat=True))

    def _replacements(self) -> list[tuple[Paper, Paper]]:
        """One in ten is replaced by the next that is younger; never the most cited one."""
        pairs = zip(self.papers[2::10], self.papers[1::10], strict=False)
        ordered = (sorted(pair, key=lambda one: one.issued_on) for pair in pairs)
        return [(new, old) for old, new in ordered if old.issued_on < new.issued_on]

    def _write_relations(self) -> None:
        from regulations.models import Relation, RelationSpan

        changes = zip(self.papers[5::10], self.papers[3::10], strict=False)
        acts = [("replaces", *pair) for pair in self._replacements()]
        acts += [("amends", new, old) for new, old in changes]
        rows = [
            (key, new.pk, old.pk, kind, new.issued_on)
            for key, (kind, new, old) in enumerate(acts, 1)
        ]
        names = ["id", "source_id", "target_id", "kind", "takes_effect_on"]
        insert(Relation(), names, rows)
        insert(RelationSpan(), ["relation_id", "starts"], ((row[0], row[4]) for row in rows))


_WANTED = ["key", "number", "number_key", "as_printed", "folded"]
_PROVISION = ["id", "page_id", "position", "anchor", "label", "text"]
_CITATION = ["id", "page_id", "provision_id", "start", "end", "as_printed", "number", "number_key"]
_CITATION += ["cited_anchor", "target_id", "wanted_id", "is_basis"]
_TIE = ["id", "page_id", "target_id", "wanted_id", "anchor", "is_basis", "audience", "day"]


def _wanted_number(place: int) -> tuple[str, str]:
    from vietnamese import fold_number

    number = f"{place}/1999/QĐ-BGD"
    return number, fold_number(number)


def _wanted_row(place: int) -> tuple[Any, ...]:
    number, key = _wanted_number(place)
    return place, key, number, key, number, number.lower()
