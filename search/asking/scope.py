"""Whose search it is, as of which day, and what was chosen: conditions of every statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.db import connections
from django.utils import timezone
from wagtail.models import get_page_models

from accounts.audience import audiences_of
from pages.late import filled, left_open
from regulations.effect import EffectStatus
from regulations.effect_query import effect_case
from regulations.models import DocumentRecord, DocumentType
from search.engine.matching import Sql, reading_alias
from search.results import SearchRequest

# What a page of the index is that has no effect: news, campaigns, people.
NO_EFFECT = ""
_YEAR_DIGITS = 4
_NEVER: Sql = ("1 = 0", [])


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters that mean something; what nothing can have chooses nothing."""

    kinds: frozenset[str]
    types: frozenset[str]
    issuers: frozenset[str]
    years: frozenset[str]
    effects: frozenset[str]

    @classmethod
    def of(cls, request: SearchRequest) -> Chosen:
        """The meaningful filters of `request`."""
        years = (year for year in request.years if year.isascii() and year.isdecimal())
        return cls(
            request.kinds & {model._meta.model_name for model in get_page_models()},
            request.types & set(DocumentType.values),
            frozenset(map(_storable, request.issuers)),
            frozenset(year for year in years if len(year) == _YEAR_DIGITS),
            request.effects & set(EffectStatus.values),
        )

    def __bool__(self) -> bool:
        return bool(self.kinds or self.types or self.issuers or self.years or self.effects)


@dataclass(frozen=True)
class Scope:
    """Who asks, of which day, narrowed how. leaves_out_expired: nobody asked for any effect."""

    user: Any
    day: dt.date
    chosen: Chosen
    leaves_out_expired: bool
    among: frozenset[int] | None = None

    @classmethod
    def of(cls, request: SearchRequest, user: Any) -> Scope:
        """The scope of a request; effect is told of today unless a day is asked for."""
        chosen = Chosen.of(request)
        leaves_out = not (request.with_expired or chosen.effects)
        day = request.day or timezone.localdate()
        return cls(user, day, chosen, leaves_out, request.among)

    @property
    def narrows_effect(self) -> bool:
        """Whether effect decides what is found."""
        return self.leaves_out_expired or bool(self.chosen.effects)

    @cached_property
    def visible(self) -> Sql:
        """The condition on a page `p` of the index that the user may see it, and that the search is
        about it."""
        unexpired = "(p.expires_at IS NULL OR p.expires_at > %s)", [_storable_now()]
        audiences = one_of("p.audience", map(str, audiences_of(self.user)))
        if self.among is None:
            return all_of(unexpired, audiences)
        return all_of(unexpired, audiences, one_of("p.page_id", self.among))

    @cached_property
    def narrowed(self) -> Sql:
        """The condition that it is visible, and of a chosen kind, type, issuer and year."""
        chosen: dict[str, Collection[Any]] = {
            "p.kind": self.chosen.kinds,
            "p.document_type": self.chosen.types,
            "p.issuer_key": self.chosen.issuers,
            "p.year": [int(year) for year in self.chosen.years],
        }
        picked = [one_of(column, values) for column, values in chosen.items() if values]
        return all_of(self.visible, *picked)

    @cached_property
    def effects(self) -> Sql:
        """A LEFT JOIN that gives `r.effect` on the day for `p.page_id`; NULL for what has none."""
        alias = reading_alias()
        sql, parameters = _effects(self.day, alias)
        return f"LEFT JOIN ({sql}) r ON r.pk = p.page_id", list(
            filled(parameters, connections[alias])
        )

    @cached_property
    def allowed(self) -> Sql:
        """The condition on `r.effect` (see `effects`)."""
        if self.chosen.effects:
            return one_of("r.effect", self.chosen.effects)
        if self.leaves_out_expired:
            return f"COALESCE(r.effect, '{NO_EFFECT}') <> %s", [EffectStatus.EXPIRED.value]
        return "1 = 1", []


def _storable(text: str) -> str:
    """`text` without what no database takes: NUL, and halves of characters."""
    return text.replace("\x00", " ").encode("utf-8", "ignore").decode()


def one_of(column: str, values: Iterable[Any]) -> Sql:
    """The condition that the column has one of these values; without any, nothing meets it."""
    wanted = sorted(values)
    return (f"{column} IN ({', '.join(['%s'] * len(wanted))})", wanted) if wanted else _NEVER


def all_of(*conditions: Sql) -> Sql:
    """The condition that all of these hold."""
    parameters = [value for _, own in conditions for value in own]
    return " AND ".join(sql for sql, _ in conditions), parameters


@lru_cache(maxsize=64)
def _effects(day: dt.date, alias: str) -> tuple[str, tuple[Any, ...]]:
    """The statement of regulations' own rule: to make it costs more than to run it.

    The moments among its parameters are left open.
    """
    records = DocumentRecord.objects.using(alias).annotate(effect=effect_case(day))
    with left_open():
        return records.values("pk", "effect").query.sql_with_params()  # type: ignore[no-any-return]


def _storable_now() -> Any:
    """This moment, as the database's driver takes it."""
    return connections[reading_alias()].ops.adapt_datetimefield_value(timezone.now())
