"""Plain search of the same articles: what the product's search is compared with.

A baseline is given (key, text) of every passage and answers a question with keys, best first.
"""

from __future__ import annotations

import heapq
import math
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

K1, B = 1.2, 0.75
DEPTH = 20

Ask = Callable[[str], list[str]]


def syllables(text: str) -> list[str]:
    """Words as a program without Vietnamese sees them: NFC, lower case."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def folded_syllables(text: str) -> list[str]:
    """The same without marks."""
    return syllables(without_marks(text))


def without_marks(text: str) -> str:
    """As somebody types who leaves out every mark."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if unicodedata.category(letter) != "Mn")


class BM25:
    """Okapi BM25 over the words that `cut` makes."""

    def __init__(
        self, passages: Iterable[tuple[str, str]], cut: Callable[[str], list[str]]
    ) -> None:
        self.cut, self.keys, self.lengths = cut, [], []
        self.having: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, (key, text) in enumerate(passages):
            counts = Counter(cut(text))
            self.keys.append(key)
            self.lengths.append(counts.total())
            for word, times in counts.items():
                self.having[word].append((place, times))
        self.average = sum(self.lengths) / len(self.lengths)

    def ask(self, question: str) -> list[str]:
        """The best DEPTH keys."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(self.cut(question)):
            rows = self.having.get(word, [])
            rarity = math.log(1 + (len(self.keys) - len(rows) + 0.5) / (len(rows) + 0.5))
            for place, times in rows:
                length = 1 - B + B * self.lengths[place] / self.average
                scores[place] += rarity * times * (K1 + 1) / (times + K1 * length)
        best = heapq.nlargest(DEPTH, scores, key=lambda place: (scores[place], -place))
        return [self.keys[place] for place in best]


def fts5(passages: Iterable[tuple[str, str]]) -> Ask:
    """SQLite's FTS5 as it comes: unicode61, any of the words, its own bm25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE plain USING fts5(key UNINDEXED, text)")
    database.executemany("INSERT INTO plain VALUES (?, ?)", passages)

    def ask(question: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(syllables(question)))
        sql = "SELECT key FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?"
        return [key for (key,) in database.execute(sql, (words, DEPTH))]

    return ask


@contextmanager
def ts_rank(server: str, passages: Iterable[tuple[str, str]]) -> Iterator[Ask]:
    """PostgreSQL as it comes: 'simple', any of the words, ts_rank. A temporary table."""
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as database:
        database.execute("CREATE TEMP TABLE plain (key text, words tsvector)")
        with database.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO plain VALUES (%s, to_tsvector('simple', %s))", list(passages)
            )
        yield lambda question: _ranked(database, question)


def _ranked(database: Any, question: str) -> list[str]:
    words = " | ".join(f"'{word}'" for word in dict.fromkeys(syllables(question)))
    sql = """SELECT key FROM plain, to_tsquery('simple', %s) AS asked WHERE words @@ asked
        ORDER BY ts_rank(words, asked) DESC, key LIMIT %s"""
    return [key for (key,) in database.execute(sql, (words, DEPTH))]
