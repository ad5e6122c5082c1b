"""How good a ranking is: recall at a depth, and the mean reciprocal rank of the first right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DEPTHS = (1, 5, 10, 20)
MRR_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares from 0 to 1, mean over the questions."""

    recall: dict[int, float]
    mrr: float

    def __str__(self) -> str:
        figures = [*self.recall.values(), self.mrr]
        return "".join(f"{figure:8.3f}" for figure in figures)


HEADER = "".join(f"{name:>8}" for name in (*(f"R@{depth}" for depth in DEPTHS), "MRR@10"))


def measured(answers: Sequence[tuple[Sequence[str], frozenset[str]]]) -> Measures:
    """From (ranked keys, wanted keys) of each question."""
    number = len(answers)
    recall = {
        depth: sum(len(wanted & set(found[:depth])) / len(wanted) for found, wanted in answers)
        / number
        for depth in DEPTHS
    }
    return Measures(recall, sum(_reciprocal(*answer) for answer in answers) / number)


def _reciprocal(found: Sequence[str], wanted: frozenset[str]) -> float:
    places = (place for place, key in enumerate(found[:MRR_DEPTH], 1) if key in wanted)
    return 1 / next(places, float("inf"))
