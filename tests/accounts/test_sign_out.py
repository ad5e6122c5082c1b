"""Signing out asks first: a link in a mail must not end a session."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, staff):
    """A browser in which a member of staff is signed in."""
    client.force_login(staff)
    return client


@pytest.mark.parametrize("path", ["/dang-xuat/", "/quan-tri/logout/"])
def test_a_link_ends_no_session(browser, path):
    """GET shows a question and changes nothing."""
    browser.get(path, follow=True)
    assert "_auth_user_id" in browser.session


def test_the_button_ends_it(browser):
    """And says so."""
    response = browser.post("/dang-xuat/", follow=True)
    assert response.status_code == 200
    assert response.redirect_chain == [("/dang-xuat/xong/", 302)]
    assert "_auth_user_id" not in browser.session


def test_the_old_session_is_dead(browser):
    """A copied cookie opens nothing afterwards."""
    cookie = browser.cookies["sessionid"].value
    browser.post("/dang-xuat/")
    browser.cookies["sessionid"] = cookie
    assert "_auth_user_id" not in browser.session


def test_what_was_read_is_not_shown_by_the_back_button(browser):
    """Signed-in answers are not stored."""
    assert "no-store" in browser.get("/doi-mat-khau/")["Cache-Control"]
