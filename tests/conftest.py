"""The cast: editor, reviewer, approver, staff, council, admin and the visitor."""

from __future__ import annotations

import os

import pytest
from django.db import connection

from portal.catalogues import compile_catalogues
from tests.builders import make_user

# Playwright's event loop runs in the test's own thread; Django would refuse its database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_configure(config: pytest.Config) -> None:
    """Vietnamese messages need compiled catalogues; several workers may do this at once."""
    compile_catalogues()


def pytest_report_header() -> str:
    """Say which database the suite runs on."""
    return f"database: {connection.settings_dict['ENGINE'].rsplit('.', 1)[-1]}"


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
