"""The site of canaries, built once for this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.security.matrix.canaries import CanarySite, build

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker builds the one site that all tests of this folder read."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("matrix"))


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker) -> Iterator[CanarySite]:
    """The site, in a transaction that is rolled back after the folder; tests only read."""
    with django_db_blocker.unblock():
        cache.clear()
        with transaction.atomic():
            yield build()
            transaction.set_rollback(True)
        cache.clear()


@pytest.fixture
def reader(site, role) -> Client:
    """A browser in which `role` (a parameter of the test) is signed in."""
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        client.force_login(site.users[role])
    return client
