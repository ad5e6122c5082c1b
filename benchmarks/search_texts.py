"""Real text to make a corpus of any size from: titles, headings and sentences, source by source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.search_library import Question, articles_of, distractors_of, questions_of

# A sentence ends at a stop or semicolon before a blank; numbers and abbreviations keep theirs.
_END = re.compile(r"(?<=[^\d\W][.;:])\s+|\n\s*\n")
_NUMBERING = re.compile(r"^(?:[^\w]|\d+|\w\))+")
_SHORTEST, _LONGEST = 30, 600
_HEADING = 12
_OPENINGS = ("Quyết định về", "Thông tư quy định", "Kế hoạch về", "Hướng dẫn", "Nghị định về")


@dataclass(frozen=True, slots=True)
class Source:
    """A real document: its headings and its sentences."""

    headings: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Sources, the lengths of real passages in characters, titles, and questions of people."""

    sources: tuple[Source, ...]
    lengths: tuple[int, ...]
    titles: tuple[str, ...]
    questions: tuple[str, ...]

    def common_pairs(self, number: int) -> list[str]:
        """The two-word stretches that stand in most sentences."""
        counts: Counter[str] = Counter()
        for source in self.sources:
            for sentence in source.sentences:
                words = re.findall(r"\w+", sentence.lower())
                counts.update({f"{a} {b}" for a, b in pairwise(words)})
        return [pair for pair, _ in counts.most_common(number)]


def pool_of(folder: Path) -> Pool:
    """From `retrieval/` (articles, train.json) and `official/` (.txt files) below `folder`.

    Raises SystemExit where there are none.
    """
    missing = [name for name in ("retrieval", "official") if not (folder / name).is_dir()]
    if missing:
        raise SystemExit(f"{folder} has no folder {' and no folder '.join(missing)}.")
    articles = articles_of(folder / "retrieval")
    laws: dict[str, list[str]] = {}
    for key, words in articles.items():
        laws.setdefault(key.rpartition("@")[0], []).append(words)
    sources = [_law(texts) for texts in laws.values()]
    sources += [_paper(text) for _, text in distractors_of(folder / "official", 0)]
    usable = tuple(source for source in sources if len(source.sentences) >= _HEADING)
    headings = [heading for source in usable for heading in source.headings]
    titles = [
        f"{_OPENINGS[place % len(_OPENINGS)]} {_NUMBERING.sub('', heading)[:160]}"
        for place, heading in enumerate(headings)
    ]
    questions = [question.text for question in _questions(folder / "retrieval" / "train.json")]
    lengths = tuple(len(words) for words in articles.values())
    return Pool(usable, lengths, tuple(titles), tuple(questions))


def _questions(file: Path) -> list[Question]:
    return questions_of(file) if file.exists() else []


def _law(articles: list[str]) -> Source:
    headings = [words.partition("\n")[0][:200] for words in articles]
    return Source(tuple(headings), tuple(_sentences("\n\n".join(articles))))


def _paper(text: str) -> Source:
    """A paper has no headings that can be told surely: the openings of its sentences serve."""
    sentences = tuple(_sentences(text))
    headings = tuple(" ".join(sentence.split()[:_HEADING]) for sentence in sentences)
    return Source(headings, sentences)


def _sentences(text: str) -> Iterator[str]:
    for piece in _END.split(text):
        sentence = " ".join(piece.split())
        if _SHORTEST <= len(sentence) <= _LONGEST:
            yield sentence
