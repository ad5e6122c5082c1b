"""Facets: how many pages each further choice would leave, each counted without its own filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from regulations.effect import EffectStatus
from regulations.models import DocumentType
from search.asking.scope import Scope
from search.finding.statements import Match
from search.request import EFFECT, FIELD_OF, ISSUER, KIND, TYPE, YEAR
from search.results import Facet, FacetValue

_NAMES = {
    KIND: _("Kind"),
    TYPE: _("Document type"),
    ISSUER: _("Issuer"),
    YEAR: _("Year"),
    EFFECT: _("Effect"),
}
_CHOICES: dict[str, dict[str, Any]] = {
    TYPE: dict(DocumentType.choices),
    EFFECT: dict(EffectStatus.choices),
}
# Where a match has the value of a facet.
_PLACES = {KIND: 0, TYPE: 1, ISSUER: 2, YEAR: 3, EFFECT: 4}
# What is chosen, by parameter.
Filters = Mapping[str, Collection[str]]
# Beyond these nobody chooses; what is chosen is always among them.
MOST_VALUES = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """pages: how many are found; hidden_expired: how many more would be; and the facets."""

    pages: int
    hidden_expired: int
    facets: list[Facet]


def counted(matches: Sequence[Match], scope: Scope) -> Counts:
    """What all matching pages come to under the filters of `scope`."""
    chosen = {parameter: getattr(scope.chosen, field) for parameter, field in FIELD_OF.items()}
    found, but_for = _filtered(matches, chosen, scope)
    facets = [
        _facet(parameter, [*found, *but_for[parameter]], values)
        for parameter, values in chosen.items()
    ]
    hidden = len(but_for[EFFECT]) if scope.leaves_out_expired else 0
    return Counts(len(found), hidden, facets)


def _filtered(
    matches: Sequence[Match], chosen: Filters, scope: Scope
) -> tuple[Sequence[Match], dict[str, list[Match]]]:
    """The pages that are found, and those that one filter alone leaves out, by its parameter."""
    but_for: dict[str, list[Match]] = {parameter: [] for parameter in chosen}
    if not scope.chosen and not scope.leaves_out_expired:
        return matches, but_for
    found: list[Match] = []
    for match in matches:
        against = _against(match, chosen) if scope.chosen else []
        if scope.leaves_out_expired and match.effect == EffectStatus.EXPIRED:
            # No effect is chosen then.
            against.append(EFFECT)
        if not against:
            found.append(match)
        elif len(against) == 1:
            but_for[against[0]].append(match)
    return found, but_for


def _against(match: Match, chosen: Filters) -> list[str]:
    """The parameters of the filters that leave this page out."""
    return [
        parameter
        for parameter, wanted in chosen.items()
        if wanted and str(match[_PLACES[parameter]] or "") not in wanted
    ]


def _facet(parameter: str, matches: Sequence[Match], chosen: Collection[str]) -> Facet:
    """matches: those that every other filter leaves."""
    found = Counter(map(itemgetter(_PLACES[parameter]), matches))
    counts = {str(value): count for value, count in found.items() if value}
    counts = dict.fromkeys(chosen, 0) | counts
    labels = _labels(parameter, matches)
    values = [
        FacetValue(value, str(labels.get(value, value)), count, value in chosen)
        for value, count in _best_first(parameter, counts)
    ]
    shown = [value for at, value in enumerate(values) if at < MOST_VALUES or value.chosen]
    return Facet(parameter, str(_NAMES[parameter]), shown)


def _best_first(parameter: str, counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Years from the newest down, states in the order of their life, others by how many."""
    if parameter == YEAR:
        return sorted(counts.items(), reverse=True)
    if parameter == EFFECT:
        order = {value: place for place, value in enumerate(EffectStatus.values)}
        return sorted(counts.items(), key=lambda row: order[row[0]])
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def _labels(parameter: str, matches: Iterable[Match]) -> dict[str, Any]:
    if parameter == KIND:
        return _kinds()
    if parameter == ISSUER:
        # Of the spellings of one name always the same.
        return dict(sorted({(one.issuer, one.issuer_name) for one in matches}, reverse=True))
    return _CHOICES.get(parameter, {})


@cache
def _kinds() -> dict[str, Any]:
    return {
        str(model._meta.model_name): model._meta.verbose_name_plural for model in get_page_models()
    }
