"""Is a document in force on a day? Computed from dates and relations, never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class EffectStatus(models.TextChoices):
    """The states that legal databases in Viet Nam distinguish, and one for what is not known."""

    NOT_YET = "not-yet", _("Not yet in force")
    IN_FORCE = "in-force", _("In force")
    PARTLY = "partly", _("Partly expired")
    SUSPENDED = "suspended", _("Suspended")
    EXPIRED = "expired", _("Expired")
    UNKNOWN = "unknown", _("Effect not known")


ENDING_KINDS = frozenset({"replaces", "repeals"})


@dataclass(frozen=True, slots=True)
class Effect:
    """The state on a day, the day it began if known, and the relation that caused it if any."""

    status: EffectStatus
    since: dt.date | None = None
    because: Any = None

    @property
    def label(self) -> str:
        """The state in the reader's words."""
        return str(self.status.label)


def effect_on(
    day: dt.date,
    starts: dt.date | None,
    ends: dt.date | None,
    relations: Iterable[Any],
) -> Effect:
    """The effect on `day` of a document in force from `starts` and, if set, until before `ends`.

    `relations` are the `Relation` rows that act on the document. A document without a start date
    has an unknown effect unless something ended it.
    """
    acting = [relation for relation in relations if relation.acts_on(day)]
    if ends and day >= ends:
        return Effect(EffectStatus.EXPIRED, ends)
    whole = [r for r in acting if r.kind in ENDING_KINDS and not r.provisions]
    if whole:
        first = min(whole, key=lambda relation: relation.takes_effect_on)
        return Effect(EffectStatus.EXPIRED, first.takes_effect_on, first)
    if starts is None:
        return Effect(EffectStatus.UNKNOWN)
    if day < starts:
        return Effect(EffectStatus.NOT_YET, starts)
    return _while_in_force(starts, acting)


def _while_in_force(starts: dt.date, acting: list[Any]) -> Effect:
    for relation in acting:
        if relation.kind == "suspends" and not relation.provisions:
            return Effect(EffectStatus.SUSPENDED, relation.takes_effect_on, relation)
    for relation in acting:
        if relation.provisions and relation.kind in ENDING_KINDS | {"suspends"}:
            return Effect(EffectStatus.PARTLY, relation.takes_effect_on, relation)
    return Effect(EffectStatus.IN_FORCE, starts)
