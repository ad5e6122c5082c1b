"""What it costs to keep signatures of a store of documents, and to find what is alike in it."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Words = list[str]
ASKED = 40
MADE_OF = 30


def measure_store(documents: list[Words], count: int) -> None:
    """Make `count` documents out of sentences of the real ones, keep them, ask, print."""
    with _database() as is_made_here:
        _measure(documents, count, is_made_here)


@contextmanager
def _database() -> Iterator[bool]:
    """A database for the time of the run: that of DATABASE_URL, else one of SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PORTAL_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
        import django
        from django.conf import settings
        from django.core.management import call_command

        is_made_here = "DATABASE_URL" not in os.environ
        if is_made_here:
            settings.DATABASES["default"]["NAME"] = str(Path(folder) / "duplicates.sqlite3")
        django.setup()
        call_command("migrate", verbosity=0)
        yield is_made_here


def _measure(documents: list[Words], count: int, is_made_here: bool) -> None:
    from django.db import connection

    from search.similar.finder import similar_to, similar_to_text
    from search.similar.models import SignatureValue
    from tests.builders import make_user

    made = _made(documents, count)
    pages = _pages(count)
    start = time.process_time()
    kept = [_keep(page, words) for page, words in zip(pages, made, strict=True)]
    print(f"{connection.vendor}: {count} documents, {sum(map(len, made)):,} words")
    _print("writing a signature", kept)
    print(f"{SignatureValue.objects.count():,} values; {time.process_time() - start:.0f} s of CPU")
    staff = make_user("so-trung", "Staff")
    chance = random.Random(3)
    asked = chance.sample(range(count), ASKED)
    texts = [" ".join(_edited(made[number], made, chance)) for number in asked]
    told: list[bool] = []

    def find(number: int, text: str) -> None:
        told.append(pages[number] in [one.page.pk for one in similar_to_text(text, staff)])

    _print(
        "finding what is like a text", [_cpu(find, *one) for one in zip(asked, texts, strict=True)]
    )
    print(f"the original is told for {sum(told)} of {len(told)}, a fifth of whose sentences differ")
    for name in ("beside a page, first time", "beside a page, compared before"):
        _print(
            name, [_cpu(lambda pk: similar_to(_Page(pk), staff), pages[number]) for number in asked]
        )


class _Page:
    def __init__(self, pk: int) -> None:
        self.pk = pk


def _made(documents: list[Words], count: int) -> list[Words]:
    """Documents of sentences that stand in some other, as papers of offices do."""
    chance = random.Random(2)
    made = []
    for _ in range(count):
        words: Words = []
        for _ in range(MADE_OF):
            source = chance.choice(documents)
            first = chance.randrange(max(len(source) - 40, 1))
            words += source[first : first + 40]
        made.append(words)
    return made


def _edited(words: Words, others: list[Words], chance: random.Random) -> Words:
    edited: Words = []
    for first in range(0, len(words), 20):
        source = chance.choice(others) if chance.random() < 0.2 else words
        edited += source[first : first + 20]
    return edited


def _pages(count: int) -> list[int]:
    """Published pages for staff, without any text of their own."""
    from accounts.audience import Audience
    from pages.models import PortalPage
    from tests.builders import make_regulation

    sample = make_regulation("Mẫu", audience=Audience.STAFF)
    parent = sample.get_parent()
    kind = sample.content_type
    rows = [
        PortalPage(
            title=f"Văn bản {number}",
            draft_title=f"Văn bản {number}",
            slug=f"van-ban-{number}",
            url_path=f"{parent.url_path}van-ban-{number}/",
            path=parent._get_path(parent.path, parent.depth + 1, number + 100),
            depth=parent.depth + 1,
            content_type=kind,
            live=True,
            audience=Audience.STAFF,
            locale=sample.locale,
        )
        for number in range(count)
    ]
    PortalPage.objects.bulk_create(rows, batch_size=1000)
    made = PortalPage.objects.filter(slug__startswith="van-ban-").order_by("pk")
    return list(made.values_list("pk", flat=True))


def _keep(pk: int, words: Words) -> float:
    from search.models import POSITION_BITS, Passage, SearchedPage
    from search.similar.signatures import keep_signature

    slot = 1_000_000 + pk
    SearchedPage.objects.create(
        slot=slot,
        page_id=pk,
        kind="regulationpage",
        title="",
        audience="staff",
        terms_version=1,
        passages=1,
        digest="",
    )
    Passage.objects.create(
        id=slot << POSITION_BITS,
        page_id=pk,
        position=0,
        place="page",
        length=len(words),
        folded=" ".join(words),
        body=" ".join(words),
    )
    return _cpu(keep_signature, pk, words)


def _cpu(act: Callable[..., Any], *given: Any) -> float:
    start = time.process_time()
    act(*given)
    return (time.process_time() - start) * 1000


def _print(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(f"{name}: CPU ms p50 {statistics.median(ordered):.1f}, p95 {p95:.1f}")
