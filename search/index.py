"""The seam for writing: keep the index in step with the published pages.

Callers: signal handlers (in the transaction of the act they follow) and `manage.py verify`; for
`manage.py reindex` see `search.indexing.rebuilding`. Everything goes into the tables that answer
and, while others are being filled, into those as well.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from search.engine.state import locked, state_of_index, writing_alias
from search.engine.tables import LIVE, NEXT, Tables
from search.engine.writing import is_as_stored, move_suggestions, remove, write
from search.indexing.entries import Entry, entry_of
from search.indexing.texts import is_searched, searched_pages
from search.models import IndexState
from search.similar.keeping import forget_alike, keep_alike


def sets(state: IndexState) -> list[Tables]:
    """The sets of tables that are kept in step now."""
    return [LIVE, NEXT] if state.is_building else [LIVE]


def index_page(page: Any) -> int:
    """Write the passages of a published page anew, and what those alike are found by.

    Returns how many passages. `page` is specific.
    """
    if not is_searched(type(page)):
        return 0
    with transaction.atomic(using=writing_alias()), locked() as state:
        entry = entry_of(page)
        _write(state, page, entry)
    return len(entry.passages)


def index_again(page_ids: Collection[int]) -> None:
    """Another page changed what these show: those that are published are written anew, unless
    they say what they said.
    """
    if not page_ids:
        return
    with transaction.atomic(using=writing_alias()), locked() as state:
        # Read while nobody else writes, so that no newer text is written over.
        pages = searched_pages().using(writing_alias()).filter(pk__in=page_ids)
        for page in pages.order_by("pk").specific():
            entry = entry_of(page)
            if not is_as_stored(LIVE, entry):
                _write(state, page, entry)


def _write(state: IndexState, page: Any, entry: Entry) -> None:
    for tables in sets(state):
        write(tables, state, [entry])
    keep_alike(page)


def remove_page(page_id: int) -> None:
    """Take a page out of the index; nothing when it is not there.

    Of both sets whatever their state: a run that was killed may have left the page in one.
    """
    with transaction.atomic(using=writing_alias()), locked() as state:
        for tables in (LIVE, NEXT):
            remove(tables, state, [page_id])
        forget_alike(page_id)


def note_facts(page_ids: Sequence[int], facts: dict[str, Any]) -> None:
    """What the index repeats of these pages is now so: audience, expires_at, issuer, issuer_key.

    Nothing is locked where all of it is known already.
    """
    alias = writing_alias()
    rows = LIVE.page.objects.using(alias).filter(page_id__in=page_ids)
    if not state_of_index().is_building and not _differing(rows, facts).exists():
        return
    with transaction.atomic(using=alias), locked() as state:
        for tables in sets(state):
            rows = tables.page.objects.using(alias).filter(page_id__in=page_ids)
            if "audience" in facts:
                move_suggestions(tables, rows, facts["audience"])
            rows.update(**facts)


def _differing(rows: Any, facts: dict[str, Any]) -> Any:
    """The rows that have another value in any of these fields."""
    same = Q()
    for name, value in facts.items():
        same &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    return rows.exclude(pk__in=rows.filter(same).values("pk"))
