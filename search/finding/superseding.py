"""What acts on the documents found, on a day: their effect, and what replaced them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import DateField

from pages.late import Given, numbered, rounded, several
from pages.statement import Statement
from regulations.effect import ENDING_KINDS, effect_on
from regulations.models.relation import Relation, RelationSpan

# Document -> the relations at work on it.
Acting = dict[int, list[Relation]]


_AT_WORK = Statement(
    lambda many: (
        RelationSpan.objects.at_work_on(Given("day", DateField()))
        .select_related("relation")
        .filter(relation__target__id__in=several("page", many))
    )
)


def acting_on(pages: Collection[int], day: dt.date) -> Acting:
    """The relations at work on each of these documents on `day`; one query, none without any."""
    acting: Acting = {page: [] for page in pages}
    if acting:
        targets = rounded(list(acting))
        for span in _AT_WORK.rows(len(targets), day=day, **numbered("page", targets)):
            # `Relation.span` is read again by the rule of effect.
            span.relation.span = span
            acting[span.relation.target_id].append(span.relation)
    return acting


def replaced_by(acting: Acting) -> dict[int, set[int]]:
    """The documents that others ended as a whole, with the ids of these."""
    return {
        target: sources
        for target, relations in acting.items()
        if (sources := {one.source_id for one in relations if _ends(one)})
    }


def tell_effects(records: Iterable[Any], acting: Acting, day: dt.date) -> None:
    """Set `effect` (on `day`) on each of the document records."""
    for record in records:
        record.effect = effect_on(
            day, record.in_force_from, record.expires_on, acting.get(record.pk, [])
        )


def _ends(relation: Relation) -> bool:
    return relation.is_whole and relation.kind in ENDING_KINDS
