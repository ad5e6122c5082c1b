"""The facets of a search as the page shows them: choices and chips, each with its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.request import (
    EFFECT,
    FIELD_OF,
    KIND,
    YEAR,
    address,
    only_value,
    with_value,
    without_value,
)
from search.results import Facet, FacetValue, SearchRequest, SearchResults

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet; url: where it is chosen, or no longer chosen."""

    value: FacetValue
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A facet: its first choices, and those that are folded away."""

    parameter: str
    label: str
    shown: list[Choice]
    folded: list[Choice]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter at work; url: where it is dropped; count: what is found then, if that is known."""

    label: str
    url: str
    count: int | None = None


def groups(found: SearchResults, asked: SearchRequest, *, with_kinds: bool) -> list[Group]:
    """The facets that leave a choice. with_kinds: the types of pages are among them."""
    return [
        _group(facet, asked)
        for facet in found.facets
        if (with_kinds or facet.parameter != KIND) and (len(facet.values) > 1 or facet.chosen)
    ]


def tabs(found: SearchResults, asked: SearchRequest) -> list[Choice]:
    """All kinds, then each kind alone; nothing when there is one kind only."""
    facet = next((facet for facet in found.facets if facet.parameter == KIND), None)
    if facet is None or len(facet.values) < 2:
        return []
    total = sum(value.count for value in facet.values)
    everything = FacetValue("", _("All"), total, not facet.chosen)
    return [
        Choice(value, only_value(asked, KIND, value.value)) for value in (everything, *facet.values)
    ]


def chips(found: SearchResults, asked: SearchRequest, *, with_kinds: bool) -> list[Chip]:
    """The filters at work, each with the way to drop it."""
    made = [
        Chip(_named(facet, value), without_value(asked, facet.parameter, value.value))
        for facet in found.facets
        for value in facet.chosen
        if with_kinds or facet.parameter != KIND
    ]
    return [*made, *_of_expired(found, asked)]


def ways_out(found: SearchResults, asked: SearchRequest) -> list[Chip]:
    """Where nothing was found: each facet that can be dropped, and what that would give."""
    made = [
        Chip(
            ", ".join(value.label for value in facet.chosen),
            address(asked, **{FIELD_OF[facet.parameter]: frozenset()}),
            # Each is counted without its own filter.
            sum(value.count for value in facet.values),
        )
        for facet in found.facets
        if facet.chosen
    ]
    return sorted((chip for chip in made if chip.count), key=lambda chip: -(chip.count or 0))


def leaves_out_expired(asked: SearchRequest) -> bool:
    """Whether what has expired is left out because nobody asked for it."""
    return not (asked.with_expired or asked.effects)


def _group(facet: Facet, asked: SearchRequest) -> Group:
    # What is chosen is never folded away.
    values = [*facet.chosen, *(value for value in facet.values if not value.chosen)]
    choices = [Choice(value, _toggled(asked, facet, value)) for value in values]
    shown = max(SHOWN, len(facet.chosen))
    # One more line costs no more than the line that says so.
    shown = len(choices) if len(choices) == shown + 1 else shown
    return Group(facet.parameter, facet.label, choices[:shown], choices[shown:])


def _toggled(asked: SearchRequest, facet: Facet, value: FacetValue) -> str:
    change = without_value if value.chosen else with_value
    return change(asked, facet.parameter, value.value)


def _named(facet: Facet, value: FacetValue) -> str:
    """A year alone says too little."""
    return f"{facet.label}: {value.label}" if facet.parameter == YEAR else value.label


def _of_expired(found: SearchResults, asked: SearchRequest) -> Iterator[Chip]:
    """The filter that is there from the start, or the wish to do without it."""
    if asked.with_expired:
        yield Chip(_("Expired documents too"), address(asked, with_expired=False))
    elif not asked.effects and _has_effects(found):
        yield Chip(_("Still usable"), address(asked, with_expired=True))


def _has_effects(found: SearchResults) -> bool:
    effects = next((facet for facet in found.facets if facet.parameter == EFFECT), None)
    return bool(found.hidden_expired or (effects and effects.values))
