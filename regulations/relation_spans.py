"""From when until when each relation is at work, given the life of the document that made it.

What the law says, and what was decided where it is silent: docs/decisions/0006-effect.md. In one
breath: a document acts only while it is itself in force; what it ended or changed then stays
ended or changed; what it suspended resumes with its own end.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction

from regulations.effect import ENDING_KINDS
from regulations.models import DocumentRecord, Relation, RelationSpan

# Suspension and guidance last as long as the document that gives them.
WHILE_IN_FORCE = frozenset({"suspends", "guides"})
# Documents that end each other could be looked at for ever.
MOST_VISITS = 4


@dataclass(slots=True)
class _Life:
    """When a document is at work: `expires` is its own stated end, `ended` what others made."""

    starts: dt.date | None = None
    expires: dt.date | None = None
    ended: dt.date | None = None
    pauses: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)
    # Like `ends`, but for ends by pages that will go by themselves.
    ends_for_good: dt.date | None = None

    @property
    def ends(self) -> dt.date | None:
        """The first day on which it is no longer in force."""
        return min((day for day in (self.expires, self.ended) if day), default=None)

    def first_day_at_work(self, day: dt.date) -> dt.date | None:
        """The first day from `day` on when it is in force; None when that never comes."""
        day = max(day, self.starts or day)
        for begins, ends in sorted(self.pauses, key=lambda pause: pause[0]):
            if begins <= day and (ends is None or day < ends):
                if ends is None:
                    return None
                day = ends
        return None if self.ends and day >= self.ends else day


def refresh(page_id: int) -> None:
    """Make the spans of this document's relations anew, and of all that depends on them."""
    waiting, visits = [page_id], Counter[int]()
    with transaction.atomic():
        while waiting:
            source = waiting.pop(0)
            visits[source] += 1
            if visits[source] <= MOST_VISITS:
                touched = _refresh_one(source, everything=visits.total() == 1)
                waiting += [target for target in touched if target not in waiting]


def refresh_all() -> int:
    """Make all spans anew; returns how many relations are ever at work. For `rebuild`."""
    RelationSpan.objects.all().delete()
    sources = Relation.objects.order_by("takes_effect_on").values_list("source", flat=True)
    for source in dict.fromkeys(sources):
        refresh(source)
    return RelationSpan.objects.count()


def _refresh_one(source: int, *, everything: bool) -> list[int]:
    """The targets whose own life may have changed: by the new spans, or all of them."""
    relations = list(Relation.objects.filter(source=source).select_related("span", "source"))
    record = DocumentRecord.objects.filter(page=source).first()
    life = _life(record) if record else None
    if record and life and record.ended_on != life.ends_for_good:
        DocumentRecord.objects.filter(pk=record.pk).update(ended_on=life.ends_for_good)
    changed = []
    for relation in relations:
        span = _span(relation, life)
        if span != (relation.acts_from, relation.acts_until) or everything:
            _write(relation, *span)
            changed.append(relation)
    return [relation.target_id for relation in changed if _stops_all(relation)]


def _stops_all(relation: Relation) -> bool:
    return relation.is_whole and relation.kind in ENDING_KINDS | {"suspends"}


def _life(record: DocumentRecord) -> _Life:
    life = _Life(record.in_force_from, record.expires_on, ends_for_good=record.expires_on)
    acts = Relation.objects.filter(target=record.page_id, span__isnull=False, provisions="")
    for relation in acts.select_related("span"):
        if relation.kind in ENDING_KINDS and not relation.span.pauses:
            begins = relation.acts_from
            life.ends_for_good = min(life.ends_for_good or begins, begins)
        if relation.kind == "suspends":
            life.pauses.append((relation.acts_from, relation.acts_until))
        elif relation.kind in ENDING_KINDS and relation.acts_until:
            # The ending was itself undone from a day on.
            life.pauses.append((relation.acts_from, relation.acts_until))
        elif relation.kind in ENDING_KINDS:
            life.ended = min(life.ended or relation.acts_from, relation.acts_from)
    return life


def _span(relation: Relation, life: _Life | None) -> tuple[dt.date | None, dt.date | None]:
    starts = life.first_day_at_work(relation.takes_effect_on) if life else None
    if life is None or starts is None:
        return None, None
    ends = [relation.ends_on]
    if relation.kind in WHILE_IN_FORCE:
        ends.append(life.ends)
    elif relation.kind == "amends":
        # A change made for a stated time ends with that time; a later repeal leaves it.
        ends.append(life.expires)
    until = min((day for day in ends if day), default=None)
    return (None, None) if until and until <= starts else (starts, until)


def _write(relation: Relation, starts: dt.date | None, ends: dt.date | None) -> None:
    if starts is None:
        RelationSpan.objects.filter(relation=relation).delete()
    else:
        for_a_time = relation.kind == "suspends" or ends or relation.source.expire_at
        pauses = bool(_stops_all(relation) and for_a_time)
        RelationSpan.objects.update_or_create(
            relation=relation, defaults={"starts": starts, "ends": ends, "pauses": pauses}
        )
