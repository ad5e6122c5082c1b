"""Passages grouped by the page they belong to, and no superseded text above its replacement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from search.finding.ranking import Candidate

PASSAGES_SHOWN = 3
# What a further passage of a page must at least score, as a share of the score of its best one:
# where it is less, the best passage of the next page is the likelier answer.
NEAR_BEST = 0.75


@dataclass(slots=True)
class Found:
    """A page and its passages, the best first."""

    page_id: int
    passages: list[Candidate] = field(default_factory=list)

    @property
    def shown(self) -> list[Candidate]:
        """The passages that stand in the results: the best one, and those that come near it."""
        return [one for one in self.passages[:PASSAGES_SHOWN] if _is_near(one, self.passages[0])]


def _is_near(candidate: Candidate, best: Candidate) -> bool:
    return candidate.tier == best.tier and candidate.score >= NEAR_BEST * best.score


def by_page(ranked: Iterable[Candidate]) -> list[Found]:
    """The pages in the order of their best passages; `ranked` holds the best first."""
    pages: dict[int, Found] = {}
    for candidate in ranked:
        pages.setdefault(candidate.page_id, Found(candidate.page_id)).passages.append(candidate)
    return list(pages.values())


def below_replacements(pages: list[Found], replaced: Mapping[int, set[int]]) -> list[Found]:
    """The same pages, each that was replaced right below the last of what replaced it.

    replaced: page ids of replaced documents, with those of the documents that replaced them.
    Documents that replace each other in a circle stay as they are.
    """
    if not replaced:
        return pages
    ordered: list[Found] = []
    waiting = list(pages)
    while waiting:
        left = {found.page_id for found in waiting}
        free = next(
            (found for found in waiting if not (replaced.get(found.page_id, set()) & left)),
            waiting[0],
        )
        waiting.remove(free)
        ordered.append(free)
    return ordered
