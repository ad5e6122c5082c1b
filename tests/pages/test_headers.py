"""The public site allows nothing inline; the admin has a policy of its own."""

from __future__ import annotations

import pytest

from tests.builders import make_home
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db


def policy_of(response) -> dict[str, str]:
    """The content security policy, by directive."""
    parts = response["Content-Security-Policy"].split(";")
    return dict(part.strip().split(" ", 1) for part in parts)


def test_the_public_site_is_strict(client):
    """No inline style, no inline script, nothing from elsewhere."""
    policy = policy_of(client.get("/dang-nhap/"))
    assert policy["default-src"] == "'self'"
    assert "unsafe" not in str(policy)


def test_the_admin_may_write_scripts_into_its_pages(editor):
    """Wagtail does; still nothing comes from elsewhere."""
    policy = policy_of(at_desk(editor).get("/quan-tri/"))
    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert policy["object-src"] == "'none'"
    assert "http" not in str(policy)


def test_errors_in_the_admin_carry_it_too(editor):
    """No page is without."""
    response = at_desk(editor).get("/quan-tri/khong-co/")
    assert response.status_code == 404
    assert "unsafe-inline" in policy_of(response)["script-src"]


def test_signed_in_answers_are_not_stored(editor):
    """By no cache on the way."""
    make_home()
    assert "no-store" in at_desk(editor).get("/quan-tri/")["Cache-Control"]
