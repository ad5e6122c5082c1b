"""What several endpoints tell: a document in short, its addresses, its effect on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from pages.querysets import published_rule
from regulations.effect import Effect, effect_on
from regulations.models import Relation

Context = dict[str, Any]


def type_of(page: Any, context: Context) -> str:
    """The type of page as Wagtail names it, for example `regulations.RegulationPage`."""
    return str(page.specific_class._meta.label)


def html_url(page: Any, context: Context) -> str | None:
    """The address of the page for people; it is asked of the page, never kept."""
    address = page.get_full_url(context["request"])
    return str(address) if address else None


def detail_url(model: Any, pk: int, context: Context) -> str:
    """The address of one row in this API."""
    path = context["router"].get_object_detail_urlpath(model, pk)
    return str(context["request"].build_absolute_uri(path))


def reference(page: Any, context: Context) -> dict[str, Any] | None:
    """A document in short; None when there is none or the reader may not see it."""
    if page is None or not page.is_visible_to(context["request"].user):
        return None
    return {
        "id": page.pk,
        "meta": {
            "type": type_of(page, context),
            "html_url": html_url(page, context),
            "detail_url": detail_url(type(page), page.pk, context),
        },
        "title": page.title,
    }


def attach_effects(pages: list[Any], day: dt.date) -> None:
    """Set `effect` (on `day`) on each of `pages`, which have a `record`; one query for all.

    As on the documents' own pages: relations of all published documents count, whoever asks.
    """
    acting: dict[int, list[Relation]] = defaultdict(list)
    relations = Relation.objects.filter(published_rule("source"), target__in=[p.pk for p in pages])
    for relation in relations.select_related("source", "span"):
        acting[relation.target_id].append(relation)
    for page in pages:
        record = page.record
        page.effect = effect_on(day, record.in_force_from, record.expires_on, acting[page.pk])


def effect_told(page: Any, context: Context) -> dict[str, Any]:
    """The effect on the day asked; what caused it is named only to those who may read it."""
    effect: Effect = page.effect
    return {
        "day": context["view"].day,
        "status": effect.status.value,
        "label": effect.label,
        "since": effect.since,
        "until": effect.until,
        "because": _cause(effect.because, context),
    }


def _cause(relation: Any, context: Context) -> dict[str, Any] | None:
    if relation is None:
        return None
    return {"kind": relation.kind, "document": reference(relation.source, context)}
