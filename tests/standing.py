"""What stands in the database for a whole module of tests: made once, gone at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def standing(django_db_blocker: Any) -> Iterator[None]:
    """Everything written to the database within is taken back at the end; tests see it unchanged.

    Tests that use such a fixture are marked `django_db`, so that they run before those that empty
    the database, and stay on one worker (`pytest.mark.xdist_group`), so that it is made once.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
