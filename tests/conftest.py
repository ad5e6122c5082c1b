"""The cast: editor, reviewer, approver, staff, council, admin and the visitor."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from pages.kept import KEPT
from portal.catalogues import compile_catalogues
from tests.builders import make_home, make_user
from tests.databases import copy_original
from tests.engines import needs_one_engine

# Playwright's event loop runs in the test's own thread; Django would refuse its database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_configure(config: pytest.Config) -> None:
    """Vietnamese messages need compiled catalogues; several workers may do this at once."""
    compile_catalogues()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what need not be repeated on another database."""
    for item in items:
        if needs_one_engine(item.path):
            item.add_marker(pytest.mark.one_engine)


def pytest_report_header() -> str:
    """Say which database the suite runs on."""
    return f"database: {connection.settings_dict['ENGINE'].rsplit('.', 1)[-1]}"


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_modify_db_settings
) -> Iterator[None]:
    """A copy of the migrated database with a home page; in place of pytest-django's fixture."""
    with django_db_blocker.unblock():
        copy_original()
        made = setup_databases(verbosity=0, interactive=False, keepdb=True)
        make_home()
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def _nothing_cached():
    """A rolled-back row leaves its number to the next test; what was cached of it must not stay."""
    yield
    cache.clear()
    KEPT.clear()


@pytest.fixture
def editor(db):
    """Writes and submits."""
    return make_user("bien-tap", "Editors", "Staff", first_name="Lan", last_name="Trần Thị")


@pytest.fixture
def reviewer(db):
    """Signs first: the Council's secretary."""
    return make_user("tham-dinh", "Reviewers", "Staff", first_name="Hùng", last_name="Lê Văn")


@pytest.fixture
def approver(db):
    """Signs last: the head."""
    return make_user("phe-duyet", "Approvers", "Staff", first_name="Hiền", last_name="Phạm Thị")


@pytest.fixture
def staff(db):
    """Reads the intranet."""
    return make_user("can-bo", "Staff")


@pytest.fixture
def council(db):
    """Reads what is for the Council."""
    return make_user("hoi-dong", "Council", "Staff")


@pytest.fixture
def admin(db):
    """A superuser."""
    return make_user("quan-tri", is_superuser=True, is_staff=True)
