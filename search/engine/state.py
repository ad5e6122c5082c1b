"""Who writes now: one row, locked until the end of the transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import router

from search.engine.tables import LIVE
from search.models import IndexState


def writing_alias() -> str:
    """The database that the index is written to."""
    return str(router.db_for_write(LIVE.page))


def state_of_index() -> IndexState:
    """The state as it stands, without waiting for a writer."""
    return IndexState.objects.using(writing_alias()).filter(pk=1).first() or IndexState(pk=1)


@contextmanager
def locked() -> Iterator[IndexState]:
    """The state, ours until the transaction ends; what the block changes of it is saved.

    Whoever reads a page after this sees all that earlier writers wrote, so that of two who write
    about the same page the later one is right.
    """
    rows = IndexState.objects.using(writing_alias())
    state = rows.select_for_update().filter(pk=1).first()
    if state is None:
        rows.get_or_create(pk=1)
        state = rows.select_for_update().get(pk=1)
    yield state
    state.save(using=writing_alias())
