"""The table of abbreviations that comes with the portal, in the admin's own table."""

from __future__ import annotations

from typing import Any

from django.db import connections, transaction

from search.desk.models import Abbreviation, renew
from search.desk.words import key_of
from vietnamese import shipped_abbreviations


def keep_shipped_rows(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """`post_migrate`: an upgrade of the shipped table reaches this site.

    New rows come, rows that left the table go, changed ones follow; what the site switched off
    stays off, and its own rows are never touched.
    """
    if Abbreviation._meta.db_table in connections[using].introspection.table_names():
        sync()


@transaction.atomic
def sync() -> None:
    """Make the rows equal to `vietnamese.shipped_abbreviations()`; writes only what differs."""
    wanted = {}
    for row in shipped_abbreviations().rows:
        wanted.setdefault((key_of(row.abbreviation), key_of(row.expansion)), row)
    kept = {(row.folded_abbreviation, row.folded_expansion): row for row in _all()}
    new = [_made(row) for key, row in wanted.items() if key not in kept]
    gone = [row.pk for key, row in kept.items() if row.is_shipped and key not in wanted]
    changed = [
        row
        for key, row in kept.items()
        if row.is_shipped and key in wanted and _follow(row, wanted[key])
    ]
    Abbreviation.objects.bulk_create(new)
    Abbreviation.objects.filter(pk__in=gone).delete()
    Abbreviation.objects.bulk_update(changed, FOLLOWED)
    if new or gone or changed:
        renew()


FOLLOWED = ["abbreviation", "expansion", "ambiguous", "source"]


def _all() -> list[Abbreviation]:
    return list(Abbreviation.objects.all())


def _made(row: Any) -> Abbreviation:
    made = Abbreviation(is_shipped=True)
    _follow(made, row)
    made.fold()
    return made


def _follow(kept: Abbreviation, row: Any) -> bool:
    """Take over what the table says; whether it was different."""
    before = [getattr(kept, name) for name in FOLLOWED]
    for name in FOLLOWED:
        setattr(kept, name, getattr(row, name))
    return before != [getattr(kept, name) for name in FOLLOWED]
