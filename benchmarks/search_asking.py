"""One engine of `benchmarks.search_quality`: documents published, questions asked by staff."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.search_baselines import DEPTH
from benchmarks.search_library import (
    articles_of,
    distractors_of,
    laws_of,
    publish,
    questions_of,
)


def answer(options: argparse.Namespace, spellings: dict[str, Callable[[str], str]]) -> Any:
    """{"passages": [(key, text)], way: {spelling: [keys, best first, of each question]}}.

    The key of an article is "law@number" on every engine; of another passage, title and anchor.
    """
    from tests.builders import make_user

    staff = make_user("can-bo", "Staff")
    passages = _publish_all(options)
    texts = [question.text for question in questions_of(options.questions)]
    found: dict[str, Any] = {"passages": passages, "ranked passages": {}, "as shown": {}}
    began = time.process_time()
    for name, change in spellings.items():
        found["as shown"][name] = [shown(change(text), staff) for text in texts]
        found["ranked passages"][name] = [ranked(change(text), staff) for text in texts]
    asked = 2 * len(texts) * len(spellings)
    spent = (time.process_time() - began) / asked * 1000
    print(f"{options.engine}: {spent:.1f} ms CPU of Python for a question", flush=True)
    return found


def _publish_all(options: argparse.Namespace) -> list[tuple[str, str]]:
    documents = list(laws_of(articles_of(options.folder)))
    if options.distractors:
        documents += distractors_of(options.distractors, options.passages)
    began, rows = time.process_time(), []
    for title, text in documents:
        rows += _passages(publish(title, text))
    print(
        f"{options.engine}: {len(documents)} documents with {len(rows):,} passages published in "
        f"{time.process_time() - began:.0f} s CPU of Python",
        flush=True,
    )
    return rows


def _passages(page: Any) -> Iterator[tuple[str, str]]:
    """What the product's index reads of the page; a plain search gets the same words."""
    from search.indexing.texts import passages_of

    for passage in passages_of(page):
        text = f"{page.title} {passage.label} {passage.body}"
        yield key_of(page.title, passage.anchor), text


def key_of(title: str, anchor: str) -> str:
    """ "law@number" for an article."""
    return f"{title}@{anchor.removeprefix('dieu-')}"


def shown(text: str, user: Any) -> list[str]:
    """The passages on the pages of results, from top to bottom."""
    from search.query import search
    from search.results import SearchRequest

    keys: list[str] = []
    page, last = 1, 1
    while page <= last and len(keys) < DEPTH:
        found = search(SearchRequest(text=text, page=page), user)
        for result in found.results:
            anchors = (hit.url.partition("#")[2] for hit in result.hits)
            keys += [key_of(result.page.title, anchor) for anchor in anchors]
        page, last = page + 1, found.pages
    return keys[:DEPTH]


def ranked(text: str, user: Any) -> list[str]:
    """The passages in the order of the ranking, however many of one document."""
    from pages.models import PortalPage
    from search.models import Passage
    from search.query import rank
    from search.results import SearchRequest

    places = rank(SearchRequest(text=text), user)[:DEPTH]
    pages = PortalPage.objects.in_bulk([page for page, _ in places])
    anchors = {
        (row.page_id, row.position): row.anchor for row in Passage.objects.filter(page_id__in=pages)
    }
    return [key_of(pages[page].title, anchors[page, position]) for page, position in places]
