"""Lists narrowed by effect on a day, in the database: no document is loaded to be left out.

The same rules as `regulations.effect.effect_on`; a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q
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


def _conditions(day: dt.date, record: str) -> dict[EffectStatus, Q]:
    at_work = RelationSpan.objects.at_work_on(day)
    pauses = at_work.filter(pauses=True)
    stopped = _acted_on(pauses, relation__kind__in=ENDING_KINDS)
    ended = Q(**{f"{record}ended_on__lte": day}) | stopped
    begun = Q(**{f"{record}starts_on__lte": day})
    suspended = _acted_on(pauses, relation__kind="suspends")
    cut = _acted_on(at_work, relation__kind__in=CUTTING_KINDS) | _acted_on(
        at_work.exclude(relation__provisions=""), relation__kind="suspends"
    )
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


def _acted_on(spans: Any, **which: Any) -> Q:
    return Q(pk__in=spans.filter(**which).values("relation__target"))
