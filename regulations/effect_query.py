"""Lists narrowed by effect on a day, in the database: no document is loaded to be left out.

The same rules as `regulations.effect.effect_on`; a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Q, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext as _

from regulations.effect import CUTTING_KINDS, ENDING_KINDS, EffectStatus
from regulations.models.relation import RelationSpan

PARAMETER = "hieu-luc"


def status_asked_for(request: HttpRequest) -> EffectStatus | None:
    """The state in `?hieu-luc=`, or None when that is none."""
    value = request.GET.get(PARAMETER, "")
    return EffectStatus(value) if value in EffectStatus.values else None


def status_choices() -> list[tuple[str, str]]:
    """(value, words); what is in force in part can still be relied on in part."""
    words = dict(EffectStatus.choices) | {"in-force": _("In force, also in part")}
    return [(value, str(label)) for value, label in words.items()]


def with_effect(
    documents: Any, status: EffectStatus, day: dt.date, record: str = "record__"
) -> Any:
    """Those of the official `documents` (a queryset of pages) that are in `status` on `day`.

    IN_FORCE takes in what is partly expired: a part of it holds. `record` leads from the documents
    to their records: "" for a queryset of records.
    """
    return documents.filter(_conditions(day, record)[status])


def effect_case(day: dt.date) -> Case:
    """The state on `day` of a `DocumentRecord`, for `annotate`: the value of an EffectStatus.

    Each document has one: PARTLY is told from IN_FORCE, which `with_effect` takes together.
    """
    acts = _acts_on(day, "")
    whens = {
        EffectStatus.EXPIRED: acts.ended,
        EffectStatus.NOT_YET: Q(starts_on__gt=day),
        EffectStatus.SUSPENDED: acts.suspended,
        EffectStatus.UNKNOWN: Q(starts_on__isnull=True),
        EffectStatus.PARTLY: acts.cut,
    }
    return Case(
        *(When(condition, then=Value(status.value)) for status, condition in whens.items()),
        default=Value(EffectStatus.IN_FORCE.value),
        output_field=CharField(),
    )


class _Acts(NamedTuple):
    """Conditions: what was ended, suspended as a whole, or cut, on a day."""

    ended: Q
    suspended: Q
    cut: Q


def _acts_on(day: dt.date, record: str) -> _Acts:
    at_work = RelationSpan.objects.at_work_on(day)
    # Written as a bare condition, SQLite would not use the index.
    pauses = at_work.filter(pauses__in=[True])
    stopped = _acted_on(pauses, Q(relation__kind__in=ENDING_KINDS))
    in_part = Q(relation__kind="suspends") & ~Q(relation__provisions="")
    return _Acts(
        Q(**{f"{record}ended_on__lte": day}) | stopped,
        _acted_on(pauses, Q(relation__kind="suspends")),
        _acted_on(at_work, Q(relation__kind__in=CUTTING_KINDS) | in_part),
    )


def _conditions(day: dt.date, record: str) -> dict[EffectStatus, Q]:
    ended, suspended, cut = _acts_on(day, record)
    begun = Q(**{f"{record}starts_on__lte": day})
    undated = Q(**{f"{record}starts_on__isnull": True})
    in_force = begun & ~suspended & ~ended
    return {
        EffectStatus.EXPIRED: ended,
        EffectStatus.NOT_YET: Q(**{f"{record}starts_on__gt": day}) & ~ended,
        EffectStatus.SUSPENDED: (begun | undated) & suspended & ~ended,
        EffectStatus.UNKNOWN: undated & ~suspended & ~ended,
        EffectStatus.PARTLY: in_force & cut,
        EffectStatus.IN_FORCE: in_force,
    }


def _acted_on(spans: Any, which: Q) -> Q:
    return Q(pk__in=spans.filter(which).values("relation__target"))
