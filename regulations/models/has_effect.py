"""What a document has that others act on: its effect on a day, and the relations both ways."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property

from pages.late import row
from pages.statement import Statement
from regulations.effect import Effect, effect_on
from regulations.models.kind import TakesEffect
from regulations.models.relation import Relation, RelationSpan

_RELATIONS = Statement(
    lambda: Relation.objects.filter(Q(source=row("page")) | Q(target=row("page"))).select_related(
        "source", "target", "span"
    )
)


class HasEffect(TakesEffect):
    """Effect and relations of a page that has `expires_on` and the dates of `TakesEffect`."""

    def effect_on(self, day: dt.date) -> Effect:
        """The effect on `day`, from own dates and the relations of published documents."""
        return effect_on(day, self.in_force_from, self.expires_on, self.relations_on_it)

    @classmethod
    def attach_effects(cls, documents: Iterable[Any], day: dt.date) -> None:
        """Set `effect` (on `day`) on each of the listed documents, with one query for all."""
        listed = list(documents)
        acting: dict[int, list[Relation]] = defaultdict(list)
        at_work = RelationSpan.objects.at_work_on(day).select_related("relation")
        for span in at_work.filter(relation__target__in=[document.pk for document in listed]):
            acting[span.relation.target_id].append(span.relation)
        for document in listed:
            document.effect = effect_on(
                day, document.in_force_from, document.expires_on, acting[document.pk]
            )

    @cached_property
    def _relations(self) -> list[Relation]:
        """All relations of and on this document, with both pages; one query."""
        if self.pk is None:
            return []
        return _RELATIONS.rows(page=self.pk)

    @property
    def own_relations(self) -> list[Relation]:
        """Relations by which this document acts on others; a draft's are its own children."""
        if self.pk is None or not self.live:
            return list(self.relations.all())
        return [relation for relation in self._relations if relation.source_id == self.pk]

    @property
    def relations_on_it(self) -> list[Relation]:
        """Relations by which published documents act on this one, with their source pages."""
        return [
            relation
            for relation in self._relations
            if relation.target_id == self.pk and relation.source.is_published
        ]
