"""Pages are kept here, as on the real server; what is kept is looked at from outside."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from pages.models import PortalSettings
from tests.builders import make_home


@pytest.fixture
def _kept(settings):
    """The cache is on, and empty at the end."""
    settings.PAGE_CACHE_SECONDS = 3600
    yield
    caches["pages"].clear()


@pytest.fixture
def visit(_kept, db):
    """A visitor's request: (answer, whether it came from what is kept)."""
    # The first look at the settings makes their row.
    PortalSettings.for_site(Site.objects.get(root_page=make_home()))

    def ask(address, **headers):
        with CaptureQueriesContext(connection) as queries:
            answer = Client().get(address, headers=headers)
        return answer, len(queries) <= 1 and answer.status_code in {200, 304}

    return ask


@pytest.fixture
def is_kept(visit):
    """Whether the second visitor's answer comes from what the first one's left."""

    def ask(address):
        visit(address)
        return visit(address)[1]

    return ask


@pytest.fixture
def changes(visit):
    """Whether an act puts out of date what is kept of an address."""

    def ask(address, act):
        visit(address)
        assert visit(address)[1]
        act()
        return not visit(address)[1]

    return ask
