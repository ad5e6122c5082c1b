"""Is a document in force on a day? Computed from dates and relations, never stored.

The rules and the law they rest on: docs/decisions/0006-effect.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext
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
# Law 64/2025/QH15, Article 57(1)(b): what was amended is expired in part.
CUTTING_KINDS = ENDING_KINDS | {"amends"}


@dataclass(frozen=True, slots=True)
class Effect:
    """The state on a day.

    since, until: the days this state began and, where known, ends (the first day it no longer
    holds). because: the relation that caused it, if one did. acting: all relations at work on
    the document that day, oldest first. ahead: the next that will end or suspend it as a whole.
    resumed_from: the suspension that ended before, if it was suspended once.
    """

    status: EffectStatus
    since: dt.date | None = None
    because: Any = None
    until: dt.date | None = None
    acting: tuple[Any, ...] = ()
    ahead: Any = None
    resumed_from: Any = None

    @property
    def label(self) -> str:
        """The state in the reader's words."""
        if self.status is EffectStatus.PARTLY and self.because.kind == "suspends":
            return gettext("Partly suspended")
        return str(self.status.label)

    @property
    def is_in_force(self) -> bool:
        """Whether at least a part of the document is to be applied."""
        return self.status in {EffectStatus.IN_FORCE, EffectStatus.PARTLY}


def effect_on(
    day: dt.date,
    starts: dt.date | None,
    ends: dt.date | None,
    relations: Iterable[Any],
) -> Effect:
    """The effect on `day` of a document in force from `starts` and, if set, until before `ends`.

    `relations` are the `Relation` rows that act on the document. A document without a start date
    has an unknown effect unless something ended or suspended it.
    """
    known = sorted(
        (relation for relation in relations if relation.acts_from is not None),
        key=lambda relation: relation.acts_from,
    )
    acting = tuple(relation for relation in known if relation.acts_on(day))
    ended = next((r for r in acting if r.is_whole and r.kind in ENDING_KINDS), None)
    if ended and (ends is None or day < ends or ended.acts_from <= ends):
        return Effect(EffectStatus.EXPIRED, ended.acts_from, ended, acting=acting)
    if ends and day >= ends:
        return Effect(EffectStatus.EXPIRED, ends, acting=acting)
    ahead = next((r for r in known if r.acts_from > day and _acts_on_all(r)), None)
    if starts is not None and day < starts:
        return Effect(EffectStatus.NOT_YET, starts, until=starts, acting=acting, ahead=ahead)
    return _begun(day, starts, ends, known, acting, ahead)


def _begun(
    day: dt.date,
    starts: dt.date | None,
    ends: dt.date | None,
    known: list[Any],
    acting: tuple[Any, ...],
    ahead: Any,
) -> Effect:
    """Neither ended nor still to come."""
    stopped = next((r for r in acting if r.is_whole and r.kind == "suspends"), None)
    if stopped:
        return Effect(
            EffectStatus.SUSPENDED,
            max(stopped.acts_from, starts or stopped.acts_from),
            stopped,
            until=_first(_resumes(stopped, known), ends, *_ended_later(day, known)),
            acting=acting,
        )
    resumed = _last_suspension(day, starts, known)
    if starts is None:
        return Effect(EffectStatus.UNKNOWN, acting=acting, ahead=ahead, resumed_from=resumed)
    cut = _what_cut(acting)
    status = EffectStatus.PARTLY if cut else EffectStatus.IN_FORCE
    since = resumed.acts_until if resumed else starts
    if cut:
        since = max(cut.acts_from, starts)
    return Effect(status, since, cut, _earliest(ends, ahead), acting, ahead, resumed)


def _resumes(stopped: Any, known: list[Any]) -> dt.date | None:
    """The day on which no suspension is left: one may be prolonged by the next. None: unknown."""
    last = stopped.acts_until
    for relation in known:
        is_next = relation.is_whole and relation.kind == "suspends"
        if last and is_next and relation.acts_from <= last:
            last = max(last, relation.acts_until) if relation.acts_until else None
    return last


def _ended_later(day: dt.date, known: list[Any]) -> list[dt.date]:
    """The days after `day` on which others end the whole document."""
    ending = [relation for relation in known if relation.is_whole and relation.kind in ENDING_KINDS]
    return [relation.acts_from for relation in ending if relation.acts_from > day]


def _acts_on_all(relation: Any) -> bool:
    return relation.is_whole and relation.kind in ENDING_KINDS | {"suspends"}


def _what_cut(acting: tuple[Any, ...]) -> Any:
    """The first that cut something out; without one, the first that suspends a part."""
    cut = [r for r in acting if r.kind in CUTTING_KINDS]
    stopped = [r for r in acting if r.kind == "suspends"]
    return next(iter(cut + stopped), None)


def _last_suspension(day: dt.date, starts: dt.date | None, known: list[Any]) -> Any:
    over = [
        r
        for r in known
        if r.kind == "suspends" and r.is_whole and r.acts_until and r.acts_until <= day
    ]
    real = [r for r in over if starts is None or r.acts_until > starts]
    return max(real, key=lambda relation: relation.acts_until, default=None)


def _earliest(ends: dt.date | None, ahead: Any) -> dt.date | None:
    return _first(ends, ahead.acts_from if ahead else None)


def _first(*days: dt.date | None) -> dt.date | None:
    return min((day for day in days if day), default=None)
