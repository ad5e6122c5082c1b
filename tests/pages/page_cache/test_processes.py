"""Two processes with memories of their own and one database: both see a change at once."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from honors.consent import withdraw
from tests.builders import make_honoree

pytestmark = pytest.mark.django_db


class Process:
    """A server process: what it keeps is its own, the database is everybody's."""

    def __init__(self, name):
        memory = {alias: LocMemCache(f"{name}-{alias}", {}) for alias in ("default", "pages")}
        self.memory = memory
        for cache in memory.values():
            cache.clear()

    def get(self, address):
        """(the answer, whether this process had kept it)."""
        before = {alias: caches[alias] for alias in self.memory}
        for alias, cache in self.memory.items():
            caches[alias] = cache
        try:
            with CaptureQueriesContext(connection) as queries:
                answer = Client().get(address)
        finally:
            for alias, cache in before.items():
                caches[alias] = cache
        return answer, len(queries) <= 1


@pytest.fixture
def processes(visit):
    return Process("mot"), Process("hai")


def test_each_keeps_its_own(processes):
    one, two = processes
    one.get("/")
    assert one.get("/")[1]
    assert not two.get("/")[1]


def test_what_one_withdraws_the_other_does_not_show(processes, admin):
    honoree = make_honoree("Vũ Minh An")
    wall = honoree.get_parent().url
    for process in processes:
        process.get(wall)
        process.get(honoree.url)
        assert process.get(wall)[1]
    withdraw(honoree.consents.get(), admin, "Đã đổi ý")
    for process in processes:
        assert "Vũ Minh An" not in process.get(wall)[0].content.decode()
        assert process.get(honoree.url)[0].status_code == 404


def test_settings_that_another_process_remembers_are_not_kept_with_a_page(processes, settings_of):
    for process in processes:
        assert b"Hoa Mai" not in process.get("/")[0].content
    settings_of(name="Trường Hoa Mai")
    for process in processes:
        assert "Hoa Mai" in process.get("/")[0].content.decode()
        assert process.get("/")[1]


@pytest.fixture
def settings_of():
    """Change the settings of the portal as a third process would."""
    from pages.models import PortalSettings

    def change(**fields):
        with transaction.atomic():
            portal = PortalSettings.objects.get()
            for name, value in fields.items():
                setattr(portal, name, value)
            portal.save()

    return change
