"""In how many passages the words and pairs stand, and how many passages and words there are."""

from __future__ import annotations

from collections import Counter

from django.db import connections
from django.db.models import F

from search.engine.matching import engine_of
from search.engine.state import writing_alias
from search.engine.tables import Tables
from search.engine.terms import counted_in, title_of
from search.models import POSITION_BITS, ids_at


def counted_of(title: str, label: str, body: str) -> set[str]:
    """The terms that are counted of a passage, from its folded words and the title of its page."""
    terms = counted_in(body.split())
    terms.update(counted_in(label.split()), title_of(title).counted)
    return terms


def count_slots(tables: Tables, after: int, most: int) -> tuple[int, int]:
    """Count the passages of the slots that follow `after`, about `most`; the caller holds the lock.

    The last slot that is counted now, and how many passages that were: 0 when there are no more.
    """
    titles = _titles_after(tables, after, most)
    if not titles:
        return after, 0
    first, last = min(titles), max(titles)
    held = ids_at(first)[0], ids_at(last)[1]
    rows = tables.passage.objects.using(writing_alias()).filter(id__range=held)
    changed: Counter[str] = Counter()
    passages = length = 0
    # The columns alone: what is shown of a passage need not be unpacked.
    columns = rows.values_list("id", "folded_label", "folded", "length")
    for pk, label, body, words in columns.iterator():
        title = titles.get(pk >> POSITION_BITS)
        if title is not None:
            changed.update(counted_of(title, label, body))
            passages, length = passages + 1, length + words
    add(tables, dict(sorted(changed.items())), passages, length)
    return last, passages


def _titles_after(tables: Tables, after: int, most: int) -> dict[int, str]:
    """The titles of the pages at the slots that follow `after`, with about `most` passages."""
    pages = tables.page.objects.using(writing_alias()).filter(slot__gt=after).order_by("slot")
    titles: dict[int, str] = {}
    passages = 0
    for slot, title, own in pages.values_list("slot", "title", "passages")[:most]:
        titles[slot] = title
        passages += own
        if passages >= most:
            break
    return titles


def add(tables: Tables, changed: dict[str, int], passages: int, length: int) -> None:
    """Add to the vocabulary and the totals; what became less is negative."""
    alias = writing_alias()
    connection = connections[alias]
    if changed:
        with connection.cursor() as cursor:
            table = tables.vocabulary._meta.db_table
            engine_of(connection.vendor).add_counts(cursor, table, changed)
    if not passages and not length:
        return
    totals = tables.totals.objects.using(alias)
    added = {"passages": F("passages") + passages, "length": F("length") + length}
    if not totals.filter(pk=1).update(**added):
        totals.create(pk=1, passages=passages, length=length)
