"""A reading as of a day: what happened to each provision at its place, the day kept in links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from regulations.day_asked import DayAsked
from regulations.effect import Effect
from regulations.provision_effect import is_within, marks_at
from regulations.relation_lines import RelationLine, line_on


def as_of(reading: Any, effect: Effect, asked: DayAsked, user: Any) -> None:
    """Mark the provisions of `reading` that were changed by the day of `asked`, and keep the day.

    In place. Costs nothing when nothing was changed and today is read.
    """
    marks = marks_at(effect, {passage.anchor for passage in reading.passages if passage.anchor})
    if marks:
        lines = {
            anchor: tuple(
                replace(line_on(relation, user), on=relation.acts_from, until=relation.acts_until)
                for relation in relations
            )
            for anchor, relations in marks.items()
        }
        reading.passages = _marked(reading.passages, lines)
        reading.contents = _marked(reading.contents, _gathered(reading.contents, lines))
    if asked.is_asked:
        _keep_day(reading, asked)


def _marked(passages: list[Any], lines: dict[str, tuple[RelationLine, ...]]) -> list[Any]:
    return [
        replace(passage, marks=lines[passage.anchor]) if passage.anchor in lines else passage
        for passage in passages
    ]


def _gathered(
    contents: list[Any], lines: dict[str, tuple[RelationLine, ...]]
) -> dict[str, tuple[RelationLine, ...]]:
    """What the table of contents tells: a changed clause at the innermost entry around it."""
    found: dict[str, tuple[RelationLine, ...]] = defaultdict(tuple)
    entries = sorted((entry.anchor for entry in contents), key=len, reverse=True)
    for anchor, marks in lines.items():
        entry = next((one for one in entries if is_within(anchor, one)), "")
        found[entry] += marks
    return found


def _keep_day(reading: Any, asked: DayAsked) -> None:
    reading.passages = [_dated(passage, asked) for passage in reading.passages]
    reading.contents = [_dated(passage, asked) for passage in reading.contents]
    for name in ("basis", "cited", "acts_on", "acted_on"):
        setattr(reading, name, _linked(getattr(reading, name), asked))
    reading.cited_by = [(title, asked.keep(url)) for title, url in reading.cited_by]


def _dated(passage: Any, asked: DayAsked) -> Any:
    return replace(
        passage,
        heading_runs=_linked(passage.heading_runs, asked),
        paragraphs=[_linked(line, asked) for line in passage.paragraphs],
        marks=tuple(_linked(passage.marks, asked)),
    )


def _linked(items: Iterable[Any], asked: DayAsked) -> list[Any]:
    """The same pieces with the day in their addresses."""
    return [replace(item, url=asked.keep(item.url)) if item.url else item for item in items]
