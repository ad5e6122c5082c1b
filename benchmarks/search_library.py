"""Documents in the database of a benchmark, published through the product's own derivation."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

_SLUGS = count(1)


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the article that answers it ("law@number")."""

    text: str
    wanted: frozenset[str]


def articles_of(folder: Path) -> dict[str, str]:
    """`all_articles_2023.json`: "law@number" to heading and text."""
    found = json.loads((folder / "all_articles_2023.json").read_text(encoding="utf-8"))
    return dict(found)


def questions_of(file: Path) -> list[Question]:
    """The judged questions: `[{text, relevant_articles: [{law_id, article_id}]}]`."""
    return [
        Question(
            row["text"],
            frozenset(f"{one['law_id']}@{one['article_id']}" for one in row["relevant_articles"]),
        )
        for row in json.loads(file.read_text(encoding="utf-8"))
    ]


def laws_of(articles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(name, text) of each law: its articles below each other, as a law prints them."""
    laws: dict[str, list[str]] = defaultdict(list)
    for key, words in articles.items():
        law, _, number = key.rpartition("@")
        laws[law].append(f"Điều {number}. {words}")
    return ((law, "\n".join(texts)) for law, texts in laws.items())


def distractors_of(folder: Path, passages: int) -> Iterator[tuple[str, str]]:
    """(title, text) of every .txt below `folder`, cut so that about so many passages come out.

    0: as they are, by their own provisions. Else each document is articles of whole lines, as many
    words in each as share out all words; a document's own numbering is no longer followed.
    """
    files = sorted(folder.rglob("*.txt"))
    texts = [(path.stem, path.read_text("utf-8", "replace").replace("\x00", "")) for path in files]
    words = sum(len(text.split()) for _, text in texts)
    for name, text in texts:
        yield name, _cut(text, words // passages) if passages else text


def _cut(text: str, most: int) -> str:
    """The lines of `text` as articles of at least `most` words, save the last."""
    pieces: list[list[str]] = [[]]
    for line in text.splitlines():
        if sum(len(one.split()) for one in pieces[-1]) >= most:
            pieces.append([])
        pieces[-1].append(line.strip())
    # One line each: no line begins as a provision would.
    return "\n".join(f"Điều {n}. {' '.join(lines)}" for n, lines in enumerate(pieces, 1))


def publish(title: str, text: str, **facts: Any) -> Any:
    """A published document for everybody, derived and indexed as on publication; its page."""
    from django.db import transaction

    from accounts.audience import Audience
    from regulations.derive import rebuild
    from regulations.models import RegulationIndexPage, RegulationPage
    from regulations.signals import rows_rebuilt
    from tests.builders import make_index

    page = RegulationPage(
        title=title[:255],
        slug=f"bench-{next(_SLUGS)}",
        audience=Audience.PUBLIC,
        body=[("legal_text", text)],
        **{"document_type": "other", **facts},
    )
    with transaction.atomic():
        index = make_index(RegulationIndexPage, audience=Audience.PUBLIC)
        index.refresh_from_db()
        index.add_child(instance=page)
        rebuild(page)
        rows_rebuilt.send(sender=RegulationPage, page=page)
    return page
